import { readError, type GraphAnswer } from './answers.js';
import type { GraphClient, GraphCall } from './client.js';
import { toSegment } from './ids.js';
import {
  groupFields,
  pageShape,
  personFields,
  readFace,
  readGroupRows,
  readHolders,
  readPersonRows,
  readPlans,
  readTies,
} from './readShapes.js';
import { readMeaning } from './results.js';
import type { DirectoryReader, ReadFailure, ReadPage, Reading } from '../../commands/ports/directoryReader.js';
import type { DirectoryCapability } from '../../domain/groups/directory.js';
import type { Licence, PersonId } from '../../domain/terms.js';

/** The templates of Global Administrator and Groups Administrator, the same in every organisation. */
const adminRoles = ['62e90394-69f5-4237-9190-012177145e10', 'fdd7a751-b60b-444a-984c-02652fe8fa1c'] as const;

/** Naming the relations makes their changes come along, as bare ids. */
const groupsDelta = `groups/delta?$select=${groupFields},members,owners`;

/** So many ids come on a page of a list; delta has its own idea of a page. */
const pageSize = 999;

/** A page of rows, and where to go on. */
interface Rows {
  readonly rows: readonly unknown[];
  readonly nextLink?: string;
  readonly deltaLink?: string;
}

/** Reads groups, people, roles and licences through Microsoft Graph; bulk work, which leaves room for people who wait. */
export function createGraphReader(client: GraphClient): DirectoryReader {
  const ask = (path: string, operation: string, needs: DirectoryCapability) => readRows(client, path, operation, needs);
  return {
    groups: async (link) => toPage(await ask(link ?? groupsDelta, 'groups delta', 'members'), readGroupRows),
    people: async (link) =>
      toPage(await ask(link ?? `users/delta?$select=${personFields}`, 'users delta', 'people'), readPersonRows),
    lookForGroup: (directoryId) => lookForGroup(client, directoryId),
    lookForPerson: (personId) => lookForPerson(client, personId),
    async ties(directoryId, relation, link) {
      const first = `groups/${toSegment(directoryId)}/${relation}?$select=id&$top=${pageSize}`;
      const answer = await ask(link ?? first, `list ${relation}`, 'members');
      if (!answer.ok) return answer;
      const { rows, nextLink } = answer.value;
      return { ok: true, value: { ties: readTies(rows), ...(nextLink ? { link: nextLink } : {}) } };
    },
    administrators: () => readAdministrators(client),
    async licence() {
      const answer = await ask('subscribedSkus?$select=capabilityStatus,servicePlans', 'subscribedSkus', 'licence');
      if (!answer.ok) return answer;
      const plans = readPlans(answer.value.rows);
      const licence: Licence = plans.has('AAD_PREMIUM_P2') ? 'P2' : plans.has('AAD_PREMIUM') ? 'P1' : 'none';
      return { ok: true, value: licence };
    },
  };
}

function toPage<T>(answer: Reading<Rows>, read: (rows: readonly unknown[]) => readonly T[]): ReadPage<T> {
  if (!answer.ok) return answer;
  const { rows, nextLink, deltaLink } = answer.value;
  const link = nextLink ?? deltaLink;
  if (!link) return { ok: false, failure: 'later', detail: 'a page without any link' };
  return { ok: true, items: read(rows), link, isLast: nextLink === undefined };
}

async function readRows(
  client: GraphClient,
  path: string,
  operation: string,
  needs: DirectoryCapability,
): Promise<Reading<Rows>> {
  if (!client.capabilities.has(needs)) await client.refreshCapabilities();
  if (!client.capabilities.has(needs))
    return { ok: false, failure: 'held', capability: needs, detail: `no permission for ${needs}` };
  const call: GraphCall = { method: 'GET', path, operation, haste: 'bulk' };
  const answer = await client.call(call);
  const failure = findFailure(client, answer, needs);
  if (failure) return failure;
  const { data } = pageShape.safeParse(answer.end === 'answered' ? answer.body : undefined);
  if (!data) return { ok: false, failure: 'later', detail: 'a page that cannot be read' };
  const { value: rows, '@odata.nextLink': nextLink, '@odata.deltaLink': deltaLink } = data;
  return { ok: true, value: { rows, ...(nextLink ? { nextLink } : {}), ...(deltaLink ? { deltaLink } : {}) } };
}

function findFailure(client: GraphClient, answer: GraphAnswer, needs: DirectoryCapability): ReadFailure | undefined {
  if (answer.end === 'answered' && isExpired(answer))
    return { ok: false, failure: 'expired', detail: `${answer.status} ${readError(answer.body).code}` };
  const meaning = readMeaning(answer, needs, client.gate.isClosed);
  if (meaning.ok) return undefined;
  const { detail } = meaning;
  if (meaning.failure === 'held') return { ok: false, failure: 'held', capability: needs, detail };
  const retryAfterMs = meaning.failure === 'transient' ? meaning.retryAfterMs : undefined;
  return { ok: false, failure: 'later', detail, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

/** `410 Gone`, or another refusal that says the state of the synchronisation is not known any more. */
function isExpired({ status, body }: { readonly status: number; readonly body: unknown }): boolean {
  return status === 410 || (status >= 400 && status < 500 && /^(?:resync|syncState)/i.test(readError(body).code));
}

async function lookForGroup(client: GraphClient, directoryId: string): ReturnType<DirectoryReader['lookForGroup']> {
  const call = { method: 'GET', operation: 'lookForGroup', haste: 'bulk' } as const;
  const answer = await client.call({ ...call, path: `groups/${toSegment(directoryId)}?$select=id,${groupFields}` });
  if (!isMissing(answer)) {
    const face = answer.end === 'answered' ? readFace(answer.body) : undefined;
    const there = { is: 'there' as const, ...(face ? { face } : {}) };
    return findFailure(client, answer, 'members') ?? { ok: true, value: there };
  }
  const path = `directory/deletedItems/${toSegment(directoryId)}?$select=id`;
  const deleted = await client.call({ ...call, path });
  if (isMissing(deleted)) return { ok: true, value: { is: 'gone' } };
  const failure = findFailure(client, deleted, 'groups');
  // The permission to look there is one that is not asked of everybody.
  if (failure?.failure === 'held') return { ok: true, value: { is: 'missing' } };
  return failure ?? { ok: true, value: { is: 'restorable' } };
}

async function lookForPerson(client: GraphClient, personId: PersonId): ReturnType<DirectoryReader['lookForPerson']> {
  const path = `users/${toSegment(personId)}?$select=id,accountEnabled`;
  const answer = await client.call({ method: 'GET', path, operation: 'lookForPerson', haste: 'bulk' });
  if (isMissing(answer)) return { ok: true, value: 'gone' };
  const failure = findFailure(client, answer, 'people');
  if (failure) return failure;
  const [row] = answer.end === 'answered' ? readPersonRows([answer.body]) : [];
  const isEnabled = answer.end === 'answered' && (answer.body as { accountEnabled?: boolean }).accountEnabled !== false;
  return { ok: true, value: row && isEnabled ? 'there' : 'gone' };
}

function isMissing(answer: GraphAnswer): boolean {
  return answer.end === 'answered' && answer.status === 404;
}

async function readAdministrators(client: GraphClient): Promise<Reading<readonly PersonId[]>> {
  const ids = new Set<PersonId>();
  for (const role of adminRoles) {
    const filter = encodeURIComponent(`roleDefinitionId eq '${role}'`);
    const path = `roleManagement/directory/roleAssignments?$filter=${filter}&$expand=principal`;
    const answer = await readRows(client, path, 'roleAssignments', 'roles');
    if (!answer.ok) return answer;
    for (const { id, isGroup } of readHolders(answer.value.rows)) {
      if (!isGroup) ids.add(id);
      else {
        const people = await readPeopleIn(client, id);
        if (!people.ok) return people;
        for (const person of people.value) ids.add(person);
      }
    }
  }
  return { ok: true, value: [...ids] };
}

/** The people in a group that holds a role. */
async function readPeopleIn(client: GraphClient, groupId: string): Promise<Reading<readonly PersonId[]>> {
  const people: PersonId[] = [];
  let link: string | undefined = `groups/${toSegment(groupId)}/transitiveMembers?$select=id&$top=${pageSize}`;
  while (link) {
    const answer: Reading<Rows> = await readRows(client, link, 'list transitiveMembers', 'members');
    if (!answer.ok) return answer;
    people.push(...readTies(answer.value.rows).flatMap(({ id, isPerson }) => (isPerson ? [id] : [])));
    link = answer.value.nextLink;
  }
  return { ok: true, value: people };
}
