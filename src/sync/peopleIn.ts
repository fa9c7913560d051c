import { changeRecord, forEach } from './changeRecord.js';
import type { SyncDeps } from './deps.js';
import { leaversKey, readingKeptMs, type LeaverCount } from '../commands/reads/readingState.js';
import type { Person } from '../domain/organisation/person.js';
import { readPersonIn } from '../domain/organisation/personReadIn.js';
import type { PersonThere } from '../domain/organisation/personThere.js';
import type { Instant } from '../domain/terms.js';

/** So many people are looked through at a time. */
const pageSize = 500;

/** More than so many leavers within a day, and more than a tenth of all: somebody is to look first. */
const fewLeavers = 5;
const mostShare = 0.1;
const countedMs = 86_400_000;

/** Takes a page of people into the records; says how many of them are found gone. */
export async function readPeopleIn(
  deps: SyncDeps,
  page: readonly PersonThere[],
  fullSince: Instant | undefined,
): Promise<void> {
  const known = new Map(
    (await deps.store.read('people').getMany(page.map(({ id }) => id))).map((one) => [one.id, one]),
  );
  let gone = 0;
  await forEach(page, async (there) => {
    const isLeaver = await readOne(deps, known.get(there.id), there, fullSince);
    if (isLeaver) gone += 1;
  });
  await countLeavers(deps, gone);
}

/** Whether somebody is found gone who was there. */
async function readOne(
  deps: SyncDeps,
  known: Person | undefined,
  there: PersonThere,
  fullSince: Instant | undefined,
): Promise<boolean> {
  let isLeaver = false;
  await changeRecord(deps, { collection: 'people', id: there.id, known }, (current, occasion) => {
    const sight = { there, ...(fullSince === undefined ? {} : { fullSince }) };
    const granted = readPersonIn(deps.store.tenantId, current, sight, occasion);
    isLeaver = current !== undefined && current.leftAt === undefined && granted?.document.leftAt !== undefined;
    return granted;
  });
  return isLeaver;
}

/** After everything was read again: whoever was there before and was not met is looked for, and counts as gone if not found. */
export async function loseUnseenPeople(deps: SyncDeps, fullSince: Instant): Promise<void> {
  let gone = 0;
  for (let last: Person | undefined; ;) {
    const people: Person[] = await deps.store.read('people').find({
      where: {},
      sort: { field: 'nameKey', direction: 'asc' },
      limit: pageSize,
      ...(last ? { after: { value: last.nameKey, key: last.key } } : {}),
    });
    // Who never was in a reading is known from elsewhere.
    const unseen = people.filter(({ seenAt = fullSince, leftAt }) => seenAt < fullSince && leftAt === undefined);
    await forEach(unseen, async (person) => {
      const look = await deps.reader.lookForPerson(person.id);
      // Where nothing could be seen now, it is looked once more before anything follows (`clearLeaver`).
      if (look.ok && look.value === 'there') return;
      const isLeaver = await readOne(deps, person, { id: person.id, isGone: true }, undefined);
      if (isLeaver) gone += 1;
    });
    last = people.at(-1);
    if (people.length < pageSize) break;
  }
  await countLeavers(deps, gone);
}

/** Puts the brake on where too many people are found gone within a day: nothing follows until somebody has looked. */
async function countLeavers({ store, clock }: SyncDeps, gone: number): Promise<void> {
  if (gone === 0) return;
  const total = await store.read('people').count({});
  const now = clock.now();
  await store.shared.kept.update(leaversKey, readingKeptMs, (stored): LeaverCount => {
    const before = stored as LeaverCount | undefined;
    const isSame = before !== undefined && before.since > now - countedMs;
    const count = { since: isSame ? before.since : now, gone: (isSame ? before.gone : 0) + gone };
    const isMany = count.gone > fewLeavers && count.gone > total * mostShare;
    const open = before?.brake?.isReleased ? (isSame ? before.brake : undefined) : before?.brake;
    const brake = open ?? (isMany ? { at: now, gone: count.gone, total } : undefined);
    return { ...count, ...(brake ? { brake: brake.isReleased ? brake : { ...brake, gone: count.gone, total } } : {}) };
  });
}
