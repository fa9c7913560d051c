import type { Config } from '../../config.js';
import {
  capabilitiesOf,
  grantCommand,
  optionalCapabilities,
  requiredCapabilities,
} from '../../directory/graph/capabilities.js';
import { directoryCapabilities, permissionsFor, type DirectoryCapability } from '../../domain/groups/directory.js';
import { failed, fine, skipped, warned, type Check } from './check.js';
import type { TokenReading } from './identity.js';
import { describeSilence, type Web } from './web.js';

/** What each permission is for, and what there is without it. */
const uses: Readonly<Record<DirectoryCapability, readonly [may: string, without: string]>> = {
  members: [
    'read groups, add and take out members',
    'No membership takes effect in Microsoft Entra; all of them wait.',
  ],
  people: ['read who there is', 'Only people who wrote to the bot can be named, and nobody sees who has left.'],
  groups: ['create, rename and delete groups and change owners', 'New groups are kept in the bot alone.'],
  roles: [
    'see who holds a role that makes administrators',
    'Administrators are those whom BOT_ADMINS and the bot name.',
  ],
  licence: ['see the licence of the organisation', 'An administrator sets the licence in the bot.'],
};

/** Permissions with which a mistake would do what the bot never does. */
const excessive = ['User.ReadWrite.All', 'RoleManagement.ReadWrite.Directory'];

/** What the identity may do in Microsoft Graph, as far as its token says, and which permission is missing for what. */
export function checkPermissions({ directory, credentials }: Config, roles: ReadonlySet<string>): Check[] {
  const checks: Check[] = [];
  if (excessive.some((role) => roles.has(role)))
    checks.push(
      warned(
        'graph.excess',
        'The identity may do more in Microsoft Graph than this bot ever needs.',
        'With User.ReadWrite.All a mistake deletes people, with RoleManagement.ReadWrite.Directory it makes administrators.',
        'Take that app role away from the bot’s service principal.',
      ),
    );
  if (directory.kind === 'ledger')
    return [
      ...checks,
      fine('graph.permissions', 'Memberships are kept in the bot’s own store; Microsoft Graph is not needed.'),
    ];
  const able = capabilitiesOf(roles);
  const grant = (permission: string) => grantCommand(permission, credentials?.appId ?? '', directory.baseUrl);
  return [...checks, ...directoryCapabilities.map((one) => checkPermission(one, able.has(one), grant))];
}

function checkPermission(
  capability: DirectoryCapability,
  isGranted: boolean,
  grant: (permission: string) => string,
): Check {
  const id = `graph.${capability}`;
  const [may, without] = uses[capability];
  const [permission] = permissionsFor[capability];
  if (isGranted) return fine(id, `In Microsoft Entra the bot may ${may}.`);
  if (optionalCapabilities.includes(capability))
    return fine(id, `${permission} is not granted, and need not be: it would let the bot ${may}.`, without);
  return (requiredCapabilities.includes(capability) ? failed : warned)(
    id,
    `${permission} is missing: with it the bot may ${may}.`,
    `${without} (Granted, and still missing here? A token lives up to a day: restart the bot, and wait.)`,
    `As a Privileged Role Administrator: ${grant(permission)}`,
  );
}

/** Whether Microsoft Graph answers this identity, which the permissions in a token alone do not say. */
export async function checkGraph({ directory }: Config, graph: TokenReading, web: Web): Promise<Check[]> {
  if (directory.kind === 'ledger' || 'check' in graph) return [];
  const id = 'graph.answer';
  const { host } = new URL(directory.baseUrl);
  const answer = await web(`${directory.baseUrl}/v1.0/groups?$top=1&$select=id`, {
    headers: { authorization: `Bearer ${graph.token}` },
  });
  if ('silence' in answer)
    return [
      failed(
        id,
        `${host} ${describeSilence(answer)}.`,
        'Memberships wait until it answers.',
        'Let this machine call it (firewall, proxy, DNS).',
      ),
    ];
  if (answer.status === 200) return [fine(id, 'Microsoft Graph lists groups to the bot.')];
  if (answer.status === 429 || answer.status >= 500)
    return [
      warned(
        id,
        `Microsoft Graph answers HTTP ${answer.status}.`,
        'It asks for patience, or is disturbed; what waits goes on by itself.',
        'Run it again in some minutes.',
      ),
    ];
  return [
    failed(
      id,
      `Microsoft Graph refuses to list groups (HTTP ${answer.status}).`,
      'Memberships wait until it answers.',
      'Grant what is missing above; is GRAPH_URL the cloud of the registration?',
    ),
  ];
}

/** Where the identity cannot be asked from here, nothing is known of its permissions either. */
export function passOverPermissions({ directory }: Config): Check[] {
  if (directory.kind === 'ledger') return [];
  return [
    skipped(
      'graph.permissions',
      'What the bot may do in Microsoft Entra was not looked at.',
      'It stands in the token, which cannot be had here.',
      'Once the checks of the identity are well, run the doctor again; in the chat, administrators type directory.',
    ),
  ];
}
