import type { NamedSlot } from './slots.js';
import { fold } from '../entities/fold.js';
import type { Duration } from '../../domain/terms.js';
import type { Intent, IntentKind } from '../intent.js';
import type { PersonTarget } from '../parsePerson.js';
import type { RequestTarget } from '../targets.js';

/** What can have a length. */
const lasting: ReadonlySet<IntentKind> = new Set<IntentKind>([
  'joinGroup',
  'requestFor',
  'addMembers',
  'approveRequest',
  'delegate',
]);

/** Whether an intent can have a length. */
export function isLasting({ kind }: Intent): boolean {
  return lasting.has(kind);
}

/** The same with another length; nothing where it has none. */
export function withLength(intent: Intent, duration: Duration): Intent | undefined {
  if (lasting.has(intent.kind)) return { ...intent, duration } as Intent;
  return intent.kind === 'changeGroup' && intent.field === 'longestMembership' && duration.kind === 'days'
    ? { ...intent, value: String(duration.days) }
    : undefined;
}

/** What is asked about, before anybody said "yes" to it. */
export function unconfirmed(intent: Intent): Intent {
  const { confirmed: _, ...rest } = intent as Intent & { readonly confirmed?: true };
  return rest;
}

/** The same again about what is named; nothing where a name has no place in it, or two want the same place. */
export function withNames(base: Intent, named: readonly NamedSlot[], isOnTop = false): Intent | undefined {
  let intent: Intent = unconfirmed(base);
  const people = intent.kind === 'addMembers' ? keptPeople(intent.people, named, isOnTop) : [];
  const taken = new Set<string>();
  for (const one of named) {
    const person: PersonTarget | undefined =
      one.person ?? (one.exact.people === undefined ? undefined : { by: 'id', personId: one.exact.people });
    const place = placeOf(intent, one, person);
    if (place === undefined || (taken.has(place) && place !== 'people')) return undefined;
    taken.add(place);
    if (place === 'group') intent = withGroup(intent, one.exact.groups ?? '');
    else if (place === 'resource')
      intent = { ...intent, resource: { by: 'id', resourceId: one.exact.resources } } as Intent;
    else if (place === 'request') intent = { ...intent, target: requestOf(one) } as Intent;
    else if (person) {
      people.push(person);
      intent = { ...intent, ...(place === 'people' ? { people: [...people] } : { person }) };
    }
  }
  return intent;
}

/** "Ann only until March", said of Ann and Jan: she gets another end, and he keeps his; nothing where it is about all. */
export function splitOff(base: Intent, named: readonly NamedSlot[], duration: Duration): Intent[] | undefined {
  if (base.kind !== 'addMembers') return undefined;
  const ids = named.map(({ exact }) => exact.people);
  const isNamed = (one: PersonTarget): boolean => one.by === 'id' && ids.includes(one.personId);
  const [those, others] = [base.people.filter(isNamed), base.people.filter((one) => !isNamed(one))];
  if (those.length !== named.length || others.length === 0) return undefined;
  return [
    { ...base, people: others },
    { ...base, people: those, duration },
  ];
}

/** Who stays: everybody where more come on top, else the clear ones where one that was unclear is named. */
function keptPeople(people: readonly PersonTarget[], named: readonly NamedSlot[], isOnTop: boolean): PersonTarget[] {
  if (isOnTop) return [...people];
  const said = named.map(({ text }) => ` ${fold(text)} `);
  const unclear = people.filter((one) => {
    const typed = one.by === 'name' ? one.name : undefined;
    return typed !== undefined && said.some((name) => name.includes(` ${fold(typed)} `));
  });
  return people.length > 1 && unclear.length > 0 ? people.filter((one) => !unclear.includes(one)) : [];
}

type Place = 'group' | 'resource' | 'request' | 'people' | 'person';

const onRequests: ReadonlySet<IntentKind> = new Set<IntentKind>([
  'approveRequest',
  'denyRequest',
  'withdrawRequest',
  'remindApprovers',
  'showRequest',
]);

function placeOf(intent: Intent, { exact, requestId }: NamedSlot, person: PersonTarget | undefined): Place | undefined {
  if (intent.kind === 'remindApprovers' && person) return 'people';
  if (onRequests.has(intent.kind)) return requestId !== undefined || person || exact.groups ? 'request' : undefined;
  if (requestId !== undefined) return undefined;
  const hasGroup = 'target' in intent || intent.kind === 'showHistory';
  if (exact.groups !== undefined && hasGroup) return 'group';
  if (exact.resources !== undefined && 'resource' in intent) return 'resource';
  if (person && 'people' in intent && intent.kind === 'addMembers') return 'people';
  return person && 'person' in intent ? 'person' : undefined;
}

/** A request by its number, or by whom or what it is for. */
function requestOf({ requestId, text }: NamedSlot): RequestTarget {
  return requestId === undefined ? { words: text.replace(/['’]s?$/, '') } : { requestId };
}

function withGroup(intent: Intent, groupId: string): Intent {
  const target = { by: 'id', groupId } as const;
  return (
    intent.kind === 'showHistory' ? { ...intent, about: { of: 'group', target } } : { ...intent, target }
  ) as Intent;
}
