import { authorize } from '../authorized.js';
import { given } from '../given.js';
import type { Document } from '../document.js';
import { keyOf } from '../keys.js';
import type { Membership } from '../members/membership.js';
import type { Missed } from './missed.js';
import type { News } from '../news.js';
import type { Person } from './person.js';
import { begin, revise, type NewEffect, type Occasion } from '../revise.js';
import { addEffects, toChange, type Change, type Granted } from '../timers.js';
import type { PersonId } from '../terms.js';

/** So many are kept; beyond that the oldest go. */
const mostMissed = 12;

/** How long after they turned up somebody is told: the answer to what they wrote comes first, in milliseconds. */
const catchUpDelayMs = 500;

/** How long those whom somebody's word could not reach are gathered before they hear of it, in milliseconds. */
const gatherMs = 10_000;

/** Lets what could not be delivered be kept with the person whom it concerns; `by`: who hears that it was not delivered. */
export function planMissed<D extends Document>(personId: PersonId, missed: Missed, by?: PersonId): Change<D> {
  return toChange((document: D, occasion) =>
    addEffects(document, [{ kind: 'keepMissed', personId, missed, ...given({ by }) }], occasion),
  );
}

/** The same of how somebody's membership stands. */
export const missMembership: Change<Membership> = toChange((membership, occasion) =>
  planMissed<Membership>(membership.personId, {
    kind: 'membership',
    id: membership.groupId,
    at: occasion.now,
  }).apply(membership, occasion),
);

/** A person with one more thing to be told when they turn up; somebody of whom nothing is known yet has no name. */
export function keepMissed(
  person: Person | undefined,
  of: { readonly tenantId: string; readonly id: PersonId },
  missed: Missed,
  occasion: Occasion,
): Granted<'keepMissed', Person> | undefined {
  const proof = authorize('keepMissed');
  if (!person) {
    const record = { ...of, key: keyOf(of.tenantId, of.id), name: '', nameKey: '', missed: [missed] };
    return { proof, document: begin<Person>(record, [], occasion) };
  }
  if (person.forgottenAt !== undefined) return undefined;
  const isSame = (one: Missed): boolean => one.kind === missed.kind && one.id === missed.id;
  if (missed.kind === 'news' && person.missed?.some(isSame)) return undefined;
  const kept = (person.missed ?? []).filter((one) => !isSame(one));
  const document = revise<Person>(
    { ...person, missed: [...kept, missed].slice(-mostMissed) },
    person.effects,
    occasion,
  );
  return { proof, document };
}

/** A person who hears in a while that somebody whom they did something for could not be told. */
export function noteUnreached(
  person: Person | undefined,
  whom: PersonId,
  occasion: Occasion,
): Granted<'keepMissed', Person> | undefined {
  if (!person || person.unreached?.includes(whom)) return undefined;
  const planned = person.effects.some(({ kind }) => kind === 'tellUnreached');
  const next = addEffects<Person>(
    { ...person, unreached: [...(person.unreached ?? []), whom] },
    planned ? [] : [{ kind: 'tellUnreached', dueAt: occasion.now + gatherMs }],
    occasion,
  );
  return { proof: authorize('keepMissed'), document: revise<Person>(next, next.effects, occasion) };
}

/** What somebody has to be told who turns up. */
export function catchUpTasks({ missed = [], effects }: Person, occasion: Occasion): NewEffect[] {
  const isPlanned = effects.some(({ kind }) => kind === 'catchUp');
  return missed.length === 0 || isPlanned ? [] : [{ kind: 'catchUp', dueAt: occasion.now + catchUpDelayMs }];
}

/** They have been told these, or there was nothing to tell any more. */
export function dropMissed(told: readonly Missed[]): Change<Person> {
  return toChange((person) => {
    const left = (person.missed ?? []).filter(
      (one) => !told.some(({ kind, id }) => kind === one.kind && id === one.id),
    );
    const { missed: _, ...rest } = person;
    return left.length === 0 ? rest : { ...rest, missed: left };
  });
}

/** They have heard who could not be told. */
export function dropUnreached(told: readonly PersonId[]): Change<Person> {
  return toChange((person) => {
    const left = (person.unreached ?? []).filter((id) => !told.includes(id));
    const { unreached: _, ...rest } = person;
    return left.length === 0 ? rest : { ...rest, unreached: left };
  });
}

/** What matters still of what somebody missed: of several about their place in one group, the last. */
export function newestOf(missed: readonly Missed[]): readonly Missed[] {
  const subjects = missed.map((one) => (one.kind === 'news' ? subjectOf(one.notice) : `${one.kind} ${one.id}`));
  return missed.filter((_, index) => subjects.lastIndexOf(subjects[index] as string) === index);
}

const topics: Partial<Record<News['code'], string>> = {
  youWereAdded: 'place',
  youWereRemoved: 'place',
  yourRole: 'place',
  groupIsGone: 'place',
  youWereBlocked: 'block',
  youWereUnblocked: 'block',
  grantTold: 'grant',
  ungrantTold: 'grant',
  youAreAdmin: 'administrator',
  youAreNoAdmin: 'administrator',
};

function subjectOf(notice: News): string {
  const about = notice as { readonly group?: string; readonly resource?: string; readonly person?: string };
  const topic = topics[notice.code];
  return [topic ?? notice.code, about.group, about.resource, topic === undefined ? about.person : undefined].join('\n');
}
