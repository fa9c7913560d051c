import { z } from 'zod';
import { kindFields, kindShape, readKind } from './groupKind.js';
import { isGuid } from './ids.js';
import type { GroupFace, GroupThere, TieThere } from '../../domain/groups/groupThere.js';
import type { PersonThere } from '../../domain/organisation/personThere.js';

/** What is read of groups. */
export const groupFields = `displayName,description,mailNickname,visibility,uniqueName,${kindFields.replace('id,', '')}`;

/** What is read of people; the manager is a relation, and comes as a bare id. */
export const personFields = 'displayName,mail,userPrincipalName,jobTitle,department,accountEnabled,manager';

/** Before our id in the property by which a group that we made is known again. */
export const ourNames = 'group-concierge-';

const removed = z.object({ reason: z.string() }).nullish();
const tie = z.object({ id: z.string(), '@odata.type': z.string().nullish(), '@removed': removed });
const text = z.string().nullish();

/** A page of any list or delta. */
export const pageShape = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().nullish(),
  '@odata.deltaLink': z.string().nullish(),
});

const groupRow = kindShape.extend({
  id: z.string(),
  displayName: text,
  description: text,
  mailNickname: text,
  visibility: text,
  uniqueName: text,
  '@removed': removed,
  'members@delta': z.array(tie).nullish(),
  'owners@delta': z.array(tie).nullish(),
});

const personRow = z.object({
  id: z.string(),
  displayName: text,
  mail: text,
  userPrincipalName: text,
  jobTitle: text,
  department: text,
  accountEnabled: z.boolean().nullish(),
  '@removed': removed,
  'manager@delta': z.array(tie).nullish(),
});

/** Rows that are what they should be; one that is not is left out rather than to stop all others. */
function rowsOf<S extends z.ZodType>(shape: S, rows: readonly unknown[]): z.output<S>[] {
  return rows.flatMap((row) => {
    const { data } = shape.safeParse(row);
    return data === undefined ? [] : [data];
  });
}

/** The groups of a page, each once: a group's ties may come in several rows, in any order. */
export function readGroupRows(rows: readonly unknown[]): GroupThere[] {
  const groups = new Map<string, GroupThere>();
  for (const row of rowsOf(groupRow, rows)) {
    const directoryId = row.id.toLowerCase();
    const before = groups.get(directoryId);
    groups.set(
      directoryId,
      row['@removed'] ? goneAs(directoryId, row['@removed'].reason) : merge(before, directoryId, row),
    );
  }
  return [...groups.values()];
}

function goneAs(directoryId: string, reason: string): GroupThere {
  return { directoryId, isGone: reason === 'changed' ? 'restorable' : 'forGood' };
}

function merge(before: GroupThere | undefined, directoryId: string, row: z.output<typeof groupRow>): GroupThere {
  const known = before?.isGone ? undefined : before;
  const face = faceOf(row) ?? known?.face;
  return {
    directoryId,
    ...(face ? { face } : {}),
    members: [...(known?.members ?? []), ...tiesOf(row['members@delta'])],
    owners: [...(known?.owners ?? []), ...tiesOf(row['owners@delta'])],
  };
}

/** A group as the answer to one question has it. */
export function readFace(row: unknown): GroupFace | undefined {
  const { data } = groupRow.safeParse(row);
  return data && faceOf(data);
}

function faceOf(row: z.output<typeof groupRow>): GroupFace | undefined {
  // A row of ties has only the id beside them.
  if (row.displayName === undefined || row.groupTypes === undefined) return undefined;
  const kind = readKind(row);
  const madeAs = row.uniqueName?.startsWith(ourNames) ? row.uniqueName.slice(ourNames.length) : undefined;
  return {
    name: row.displayName || row.mailNickname || row.id,
    description: row.description ?? '',
    groupType: kind.groupType,
    ...(kind.isManageable ? {} : { unsupportedKind: kind.why }),
    ...(row.mailNickname ? { nickname: row.mailNickname } : {}),
    ...(row.visibility === 'Public' && kind.groupType === 'm365' ? { isPublic: true as const } : {}),
    ...(madeAs ? { madeAs } : {}),
  };
}

/** Ties of a relation; without a type somebody is taken for a person. */
export function tiesOf(ties: readonly z.output<typeof tie>[] | null | undefined): TieThere[] {
  return (ties ?? []).map((one) => ({
    id: one.id.toLowerCase(),
    isIn: !one['@removed'],
    isPerson: (one['@odata.type'] ?? '#microsoft.graph.user') === '#microsoft.graph.user',
  }));
}

/** The ties of a list. */
export function readTies(rows: readonly unknown[]): TieThere[] {
  return tiesOf(rowsOf(tie, rows));
}

/** The people of a page; the last row of somebody counts. */
export function readPersonRows(rows: readonly unknown[]): PersonThere[] {
  const people = rowsOf(personRow, rows).map(readPerson);
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

function readPerson(row: z.output<typeof personRow>): PersonThere {
  const id = row.id.toLowerCase();
  if (row['@removed']) return { id, isGone: true };
  const manager = row['manager@delta']?.at(-1);
  const managerId = manager && (manager['@removed'] ? null : manager.id.toLowerCase());
  const { displayName, jobTitle, department } = row;
  const email = (row.mail ?? row.userPrincipalName)?.toLowerCase();
  const name = displayName ?? email;
  const face = name
    ? {
        name,
        ...(email ? { email } : {}),
        ...(jobTitle ? { jobTitle } : {}),
        ...(department ? { department } : {}),
        isEnabled: row.accountEnabled !== false,
      }
    : undefined;
  return { id, ...(face ? { face } : {}), ...(managerId === undefined ? {} : { managerId }) };
}

const assignment = z.object({
  principalId: z.string(),
  principal: z.object({ id: z.string(), '@odata.type': z.string().nullish() }).nullish(),
});

/** Who holds a role, and whether it is a group that does. */
export function readHolders(rows: readonly unknown[]): { readonly id: string; readonly isGroup: boolean }[] {
  return rowsOf(assignment, rows)
    .filter(({ principalId }) => isGuid(principalId))
    .map(({ principalId, principal }) => ({
      id: principalId.toLowerCase(),
      isGroup: principal?.['@odata.type'] === '#microsoft.graph.group',
    }));
}

const subscription = z.object({
  capabilityStatus: text,
  servicePlans: z.array(z.object({ servicePlanName: z.string(), provisioningStatus: text })).nullish(),
});

/** The names of the service plans that are in force. */
export function readPlans(rows: readonly unknown[]): ReadonlySet<string> {
  return new Set(
    rowsOf(subscription, rows)
      .filter(({ capabilityStatus }) => capabilityStatus === 'Enabled' || capabilityStatus === 'Warning')
      .flatMap(({ servicePlans }) => servicePlans ?? [])
      .filter(({ provisioningStatus }) => provisioningStatus === 'Success')
      .map(({ servicePlanName }) => servicePlanName),
  );
}
