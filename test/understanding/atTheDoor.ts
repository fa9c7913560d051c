import { readFileSync } from 'node:fs';
import { projectPath } from '../support/project.js';
import { aPerson } from '../support/documents.js';
import { authorize } from '../../src/domain/authorized.js';
import { toNameKey } from '../../src/domain/names.js';
import type { Duration } from '../../src/domain/terms.js';
import type { StoreUnderTest } from '../support/stores.js';
import { World, type Role } from '../support/world.js';

/** A dialogue as it was had, and what it changed: lines that records have then and had not before, or the other way round. */
export interface DoorDialogue {
  readonly says: readonly { readonly by: Role; readonly text: string }[];
  readonly changes: readonly string[];
}

/** The dialogues of a file: `who: what`, then `> ` and a change to a line; an empty line ends each. */
export function doorDialogues(file: string): DoorDialogue[] {
  return readFileSync(projectPath('test', 'understanding', file), 'utf8')
    .trim()
    .split(/\n\n+/)
    .map((block) => {
      const lines = block.split('\n');
      const changes = lines.filter((line) => line.startsWith('>')).map((line) => line.slice(2).trim());
      const says = lines
        .filter((line) => !line.startsWith('>'))
        .map((line) => ({
          by: line.slice(0, line.indexOf(':')) as Role,
          text: line.slice(line.indexOf(':') + 1).trim(),
        }));
      return { says, changes: changes.filter((change) => change !== '').sort() };
    });
}

/** Whether a change is the one that was meant; `*` stands for what depends on the day. */
export function isMeant(change: string, meant: string): boolean {
  const [begin = '', rest] = meant.split('*');
  return rest === undefined ? change === meant : change.startsWith(begin) && change.endsWith(rest);
}

/** What a dialogue changed and should not have, and what it should have changed and did not. */
export function compare(
  changes: readonly string[],
  { changes: meant }: DoorDialogue,
): { readonly unmeant: readonly string[]; readonly missing: readonly string[] } {
  return {
    unmeant: changes.filter((change) => !meant.some((one) => isMeant(change, one))),
    missing: meant.filter((one) => !changes.some((change) => isMeant(change, one))),
  };
}

/** Whether a change is only the wish itself, as it was before the turn that did not come to its end. */
export function isBegun(change: string, { changes }: DoorDialogue): boolean {
  const waiting = /^\+(.+? asks for [^:(]+?)(?:: .*)?(?: for \d+ days)? \(pending\)$/.exec(change)?.[1];
  return waiting !== undefined && changes.some((one) => one.startsWith(`+${waiting}`));
}

/** Has a dialogue through the real door, in an organisation of its own; gives back what it changed and what was read. */
export async function haveAtTheDoor(
  kind: StoreUnderTest,
  dialogue: DoorDialogue,
): Promise<{ readonly changes: string[]; readonly read: string[] }> {
  const world = await openOrganisation(kind);
  try {
    const before = await linesOf(world);
    const read: string[] = [];
    for (const { by, text } of dialogue.says) read.push((await world.people[by].says(text)).text());
    await world.settles();
    const after = await linesOf(world);
    const gone = before.filter((line) => !after.includes(line)).map((line) => `-${line}`);
    const come = after.filter((line) => !before.includes(line)).map((line) => `+${line}`);
    return { changes: [...gone, ...come].sort(), read };
  } finally {
    await world.close();
  }
}

export async function openOrganisation(kind: StoreUnderTest): Promise<World> {
  const world = await World.open(kind);
  const store = world.store.forTenant(world.tenantId);
  for (const [id, name, department] of [
    ['jan-b', 'Jan Becker', 'IT'],
    ['jan-v', 'Jan de Vries', 'Sales'],
  ] as const)
    await store.insert(
      authorize('seed'),
      'people',
      aPerson({
        id,
        name,
        department,
        email: `${toNameKey(name).replace(/^(\w+) (?:de )?(\w+)$/, '$1.$2')}@contoso.example`,
        nameKey: toNameKey(name),
        tenantId: world.tenantId,
      }),
    );
  const { addGroup } = { addGroup: world.addGroup.bind(world) };
  await addGroup({ name: 'Marketing', owners: ['olga'], justification: 'required' });
  const sales = await addGroup({ name: 'Sales', owners: ['omar'], justification: 'off' });
  const club = await addGroup({ name: 'Book Club', owners: ['ben'], joinRule: 'open', justification: 'off' });
  const night = await addGroup({ name: 'Night Shift', owners: ['olga'], joinRule: 'open', justification: 'off' });
  await addGroup({ name: 'Late Shift', owners: ['olga'], justification: 'off' });
  await world.addResource({ name: 'Salesforce', groupIds: [sales], ownerIds: [world.people.omar.id] });
  await world.addMember('ann', club);
  await world.addMember('ann', night);
  await world.addMember('ben', sales);
  return world;
}

/** What records say, a line for each fact that somebody may have wished to change. */
export async function linesOf(world: World): Promise<string[]> {
  const store = world.store.forTenant(world.tenantId);
  const [people, groups, memberships, requests, resources, tenant] = await Promise.all([
    store.read('people').find({ where: {} }),
    store.read('groups').find({ where: {} }),
    store.read('memberships').find({ where: {} }),
    world.requests(),
    store.read('resources').find({ where: {} }),
    world.tenant(),
  ]);
  const person = (id: string): string => people.find((one) => one.id === id)?.name ?? id;
  const persons = (ids: readonly string[]): string => ids.map(person).join(', ');
  const group = (id: string): string => groups.find((one) => one.id === id)?.name ?? id;
  return [
    ...memberships
      .filter(({ status }) => status === 'active')
      .map(({ personId, groupId, until }) => `${person(personId)} in ${group(groupId)}${end(world, until)}`),
    ...requests.map(({ requesterId, groupId, justification, duration, status, decision }) => {
      const why = justification ? `: ${justification}` : '';
      const note = decision?.justification ? `: ${decision.justification}` : '';
      return `${person(requesterId)} asks for ${group(groupId)}${why}${span(world, duration)} (${status}${note})`;
    }),
    ...groups
      .filter(({ deletedAt }) => deletedAt === undefined)
      .map(({ name, joinRule, ownerIds, managerIds }) => {
        const managed = managerIds.length > 0 ? `, managed by ${persons(managerIds)}` : '';
        return `${name} [${joinRule}] owned by ${persons(ownerIds)}${managed}`;
      }),
    ...resources.flatMap(({ name, blocks = [] }) =>
      blocks.map((block) => `${person(block.personId)} blocked from ${name}`),
    ),
    ...people.flatMap(({ id, delegations = [] }) =>
      delegations.map(({ toId, until }) => `${person(toId)} stands in for ${person(id)}${end(world, until)}`),
    ),
    `administrators ${persons(tenant.adminIds)}`,
  ];
}

function span(world: World, duration: Duration | undefined): string {
  if (duration?.kind === 'days') return ` for ${duration.days} days`;
  return duration?.kind === 'until' ? end(world, duration.until) : '';
}

const day = 86_400_000;

/** An end that is years away was given as a day, any other as a length. */
function end(world: World, until: number | undefined): string {
  if (until === undefined) return '';
  const days = (until - world.now()) / day;
  return days > 1000 ? ` until ${new Date(until).toISOString().slice(0, 10)}` : ` for ${Math.round(days)} days`;
}
