import { loadDecision, saveEnd } from './decision.js';
import { personName } from '../describeWish.js';
import { save, untilWritten } from '../change.js';
import { viewPeople } from '../reads/people.js';
import { findStandIns } from '../reads/standIns.js';
import { viewOwnRequest, viewOwnRequests } from '../reads/requestViews.js';
import { occasionOf, type Turn } from '../turn.js';
import { toNameKey } from '../../domain/names.js';
import type { Person } from '../../domain/organisation/person.js';
import type { Outcome } from '../../domain/outcome.js';
import { decideReminder } from '../../domain/requests/decideReminder.js';
import type { MembershipRequest } from '../../domain/requests/request.js';
import { remindOfRequest } from '../../domain/requests/requestChanges.js';
import type { IntentOf } from '../../intents/intent.js';
import type { PersonTarget } from '../../intents/parsePerson.js';

/** So many of one's latest requests are looked through for the one that is named. */
const mostLookedAt = 50;

/** "remind them": one message to everybody who was asked, can still decide and got the card, once a day (F77). */
export async function remindApprovers(intent: IntentOf<'remindApprovers'>, turn: Turn): Promise<Outcome> {
  const { requestId, words } = intent.target;
  const mine = requestId ? await findOwn(turn, requestId) : await findLatest(turn, words);
  if (mine.length === 0 && (requestId ?? words))
    return { kind: 'refused', refusal: { code: 'request_not_found', typed: requestId ?? words ?? '' } };
  const { people = [] } = intent;
  const meant = people.length === 0 ? mine : await keepAsked(turn, mine, people);
  const waiting = meant.filter(({ status }) => status === 'pending');
  const [only, ...others] = waiting;
  if (only && others.length === 0) return remind(turn, only.id);
  if (only)
    return {
      kind: 'requestPickNeeded',
      purpose: 'remindApprovers',
      requests: await viewOwnRequests(turn.store, waiting),
    };
  const [latest] = meant;
  // One that has its answer says who gave it, and when.
  if (latest && (requestId ?? words ?? people[0]))
    return { kind: 'requestShown', request: await viewOwnRequest(turn.store, latest) };
  if (mine.some(({ status }) => status === 'pending') && people.length > 0)
    return {
      kind: 'refused',
      refusal: { code: 'not_asked', people: await Promise.all(people.map((target) => personName(target, turn))) },
    };
  return { kind: 'refused', refusal: { code: 'nothing_to_remind' } };
}

async function findOwn(turn: Turn, requestId: string): Promise<MembershipRequest[]> {
  const request = await turn.store.read('requests').get(requestId);
  return request?.requesterId === turn.actor.id ? [request] : [];
}

async function findLatest(turn: Turn, words: string | undefined): Promise<MembershipRequest[]> {
  const mine = await turn.store.read('requests').find({
    where: { requesterId: turn.actor.id },
    sort: { field: 'createdAt', direction: 'desc' },
    limit: mostLookedAt,
  });
  if (words === undefined) return mine;
  const views = await viewOwnRequests(turn.store, mine);
  return mine.filter((_, index) => toNameKey(views[index]?.group.name ?? '') === toNameKey(words));
}

/** Those requests of which somebody who is named was asked. */
async function keepAsked(
  turn: Turn,
  requests: readonly MembershipRequest[],
  people: readonly PersonTarget[],
): Promise<MembershipRequest[]> {
  const ids = new Set(requests.flatMap(({ approvers }) => approvers.map(({ personId }) => personId)));
  const asked = await turn.store.read('people').getMany([...ids]);
  const meant = new Set(asked.filter((person) => people.some((target) => isMeant(person, target))).map(({ id }) => id));
  return requests.filter(({ approvers }) =>
    approvers.some(({ personId, isFormer }) => !isFormer && meant.has(personId)),
  );
}

function isMeant(person: Person, target: PersonTarget): boolean {
  if (target.by === 'id') return person.id === target.personId;
  if (target.by === 'mention') return person.channelUserId === target.channelUserId;
  if (target.by === 'address') return person.email === target.email;
  const known = toNameKey(person.name).split(' ');
  return toNameKey(target.name)
    .split(' ')
    .every((word) => known.includes(word));
}

async function remind(turn: Turn, requestId: string): Promise<Outcome> {
  // A conflict means that somebody decided or reminded, or the outbox wrote, since we read.
  return untilWritten(requestId, async (): Promise<Outcome | 'conflict'> => {
    const facts = await loadDecision(turn, requestId);
    if (!facts) return { kind: 'refused', refusal: { code: 'request_not_found', typed: requestId } };
    if (!(await saveEnd(turn, facts))) return 'conflict';
    const standIns = await findStandIns(turn, facts.group, facts.request);
    const verdict = decideReminder(facts, standIns);
    if (!verdict.allowed)
      return facts.request.status === 'pending'
        ? { kind: 'refused', refusal: verdict.refusal }
        : { kind: 'requestShown', request: await viewOwnRequest(turn.store, facts.request) };
    const next = remindOfRequest(facts.request, verdict.personIds, occasionOf(turn));
    if ((await save(turn, verdict.proof, 'requests', next)) !== 'written') return 'conflict';
    const [request, people] = await Promise.all([
      viewOwnRequest(turn.store, next),
      viewPeople(turn.store, verdict.personIds),
    ]);
    return { kind: 'approversReminded', request, people };
  });
}
