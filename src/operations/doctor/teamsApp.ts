import { readFileSync } from 'node:fs';
import type { Config } from '../../config.js';
import { readZipEntry } from '../teamsApp/zip.js';
import { failed, fine, skipped, warned, type Check } from './check.js';

interface Manifest {
  readonly version?: unknown;
  readonly bots?: readonly { readonly botId?: unknown; readonly scopes?: readonly unknown[] }[];
}

/** Whether the package that is uploaded to Teams belongs to this bot; `isNamed` where somebody asked for this file. */
export function checkTeamsApp(config: Config, file: string, isNamed: boolean): Check[] {
  const policy = skipped(
    'teams.policy',
    'Whether Teams lets people use the app was not looked at.',
    'That stands in the Teams admin centre alone.',
    'Manage apps → the app: allowed, and for whom; Setup policies → Installed apps: there, so that owners can be written to.',
  );
  const id = 'teams.manifest';
  const manifest = readManifest(file);
  if (manifest === undefined && !isNamed)
    return [
      skipped(id, 'There is no app package here.', 'It is made by npm run package.', 'Or name it: --manifest FILE.'),
      policy,
    ];
  const bot = manifest?.bots?.[0];
  if (manifest === undefined || bot === undefined)
    return [
      failed(id, `${file} is no Teams app package with a bot.`, 'Teams would refuse it.', 'Make one: npm run package.'),
      policy,
    ];
  const appId = config.credentials?.appId;
  if (appId !== undefined && String(bot.botId).toLowerCase() !== appId)
    return [
      failed(
        id,
        'The package’s botId is not BOT_APP_ID.',
        'People would write to another bot, or to none.',
        `npm run package -- --app-id ${appId} --host HOST, and upload the new one.`,
      ),
      policy,
    ];
  const isPersonal = bot.scopes?.includes('personal') === true;
  return [
    isPersonal
      ? fine(id, `The package is for this bot, in version ${String(manifest.version)}.`)
      : warned(id, 'The package has no personal chat.', 'Everything happens there.', 'Make it by npm run package.'),
    policy,
  ];
}

function readManifest(file: string): Manifest | undefined {
  try {
    const bytes = readFileSync(file);
    const text = bytes.subarray(0, 2).toString('latin1') === 'PK' ? readZipEntry(bytes, 'manifest.json') : bytes;
    const manifest: unknown = JSON.parse(text?.toString('utf8') ?? '');
    return typeof manifest === 'object' && manifest !== null ? manifest : undefined;
  } catch {
    return undefined;
  }
}
