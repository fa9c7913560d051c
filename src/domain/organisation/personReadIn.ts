import { keyOf } from '../keys.js';
import { authorize } from '../authorized.js';
import { toNameKey } from '../names.js';
import type { Person } from './person.js';
import type { PersonFace, PersonThere } from './personThere.js';
import { begin, revise, toEffects, type NewEffect, type Occasion } from '../revise.js';
import { toChange, type Change, type Granted } from '../timers.js';
import type { Instant, PersonId } from '../terms.js';

/** How long somebody counts as gone before anything follows from it, in milliseconds; then it is looked once more. */
export const leaverWaitMs = 10 * 60_000;

/** Which reading shows somebody. */
export interface PersonSight {
  readonly there: PersonThere;
  /** When the reading of everything began that this belongs to; absent of one that brings changes. */
  readonly fullSince?: Instant;
}

/** Somebody as a reading shows them now; nothing where it is so already. Who was never here and is gone is no matter. */
export function readPersonIn(
  tenantId: string,
  known: Person | undefined,
  { there, fullSince }: PersonSight,
  occasion: Occasion,
): Granted<'readPersonIn', Person> | undefined {
  const proof = authorize('readPersonIn');
  // What was erased on their wish does not come back by the side.
  if (known?.forgottenAt !== undefined) return undefined;
  if (there.isGone) {
    const left = known && withLeft(known, occasion);
    return left && { proof, document: left };
  }
  const { id, face, managerId } = there;
  const seen = fullSince === undefined ? {} : { seenAt: fullSince };
  if (!known) {
    if (!face) return undefined;
    const left = face.isEnabled ? {} : { leftAt: occasion.now };
    const record = {
      key: keyOf(tenantId, id),
      tenantId,
      id,
      ...faceFields(face),
      ...managerFields(managerId),
      ...left,
    };
    return { proof, document: begin<Person>({ ...record, ...seen }, [], occasion) };
  }
  const next = { ...(face ? withFace(known, face) : known), ...seen };
  const managed = managerId === undefined ? next : withManager(next, managerId);
  const isBack = face?.isEnabled === true && managed.leftAt !== undefined;
  const current = isBack ? backAgain(managed) : managed;
  const left = face?.isEnabled === false ? withLeft(current, occasion) : undefined;
  if (left) return { proof, document: left };
  return isAlike(known, current) ? undefined : { proof, document: revise<Person>(current, current.effects, occasion) };
}

/** Somebody whom a second look finds again: nothing follows. */
export const recordPersonBack: Change<Person> = toChange((person) =>
  person.leftAt === undefined ? person : backAgain(person),
);

function withLeft(person: Person, occasion: Occasion): Person | undefined {
  if (person.leftAt !== undefined) return undefined;
  const task: NewEffect = { kind: 'clearLeaver', dueAt: occasion.now + leaverWaitMs };
  const next = { ...person, leftAt: occasion.now };
  return revise<Person>(next, [...person.effects, ...toEffects([task], occasion)], occasion);
}

function backAgain({ leftAt: _, ...person }: Person): Person {
  return { ...person, effects: person.effects.filter(({ kind }) => kind !== 'clearLeaver') };
}

function withFace(person: Person, face: PersonFace): Person {
  const { email: _, jobTitle: __, department: ___, ...rest } = person;
  return { ...rest, ...faceFields(face) };
}

function withManager({ managerId: _, ...person }: Person, managerId: PersonId | null): Person {
  return { ...person, ...managerFields(managerId) };
}

function managerFields(managerId: PersonId | null | undefined): { readonly managerId?: PersonId } {
  return managerId === undefined || managerId === null ? {} : { managerId };
}

function faceFields(face: PersonFace): Pick<Person, 'name' | 'nameKey' | 'email' | 'jobTitle' | 'department'> {
  const { name, email, jobTitle, department } = face;
  return {
    name,
    nameKey: toNameKey(name),
    ...(email ? { email } : {}),
    ...(jobTitle ? { jobTitle } : {}),
    ...(department ? { department } : {}),
  };
}

function isAlike(a: Person, b: Person): boolean {
  const fields = ['name', 'email', 'jobTitle', 'department', 'managerId', 'leftAt', 'seenAt'] as const;
  return fields.every((field) => a[field] === b[field]);
}
