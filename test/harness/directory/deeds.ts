import { conversationOf } from '../../support/fakeTeams.js';
import { send, type Move, type Racer } from '../client.js';
import type { Chance } from '../random.js';
import { livingGroups } from './hands.js';
import type { Town } from './town.js';
import type { Vessel } from './vessel.js';

/** Somebody says something to the bot, by a button. */
export interface Deed {
  readonly who: Racer;
  readonly move: Move;
}

/** Before our id in the property by which a group that the bot made is known. */
const ours = 'group-concierge-';

const sure = { confirmed: true, justification: 'Not now' };

let names = 0;

/** One thing that somebody does through the bot; what may follow from it is noted. */
export function chooseDeed(town: Town, chance: Chance): Deed {
  const offers = town.people
    .filter((one) => canSignIn(town, one))
    .flatMap((who) => requestsOf(town, who).map((requestId) => ({ who, requestId })));
  if (offers.length > 0 && chance.next() < 0.35) {
    const { who, requestId } = chance.pick(offers);
    const verb = chance.next() < 0.8 ? 'approveRequest' : 'denyRequest';
    return { who, move: { verb, data: { requestId, ...sure } } };
  }
  const groups = livingGroups(town).filter(({ id }) => town.enrolled.has(id));
  if (groups.length === 0 || chance.next() < 0.06) return make(town, chance);
  const group = chance.pick(groups);
  const groupId = idHere(town, group.id);
  const person = chance.pick(town.people);
  const doer = canSignIn(town, person) ? person : town.admin;
  const owners = town.people.filter(
    (one) => town.graph.state.isTied('owners', group.id, one.id) && canSignIn(town, one),
  );
  const owner = owners.length > 0 && chance.next() < 0.8 ? chance.pick(owners) : town.admin;
  const speak = (): string => {
    for (const { id } of [person, doer]) town.spokenOf.add(`${groupId}/${id}`);
    return person.id;
  };
  const byOwner = (verb: string, data: object): Deed => ({
    who: owner,
    move: { verb, data: { groupId, ...sure, ...data } },
  });
  const roll = chance.below(100);
  if (roll < 26) return { who: doer, move: { verb: 'joinGroup', data: { groupId, of: speak() } } };
  if (roll < 38) return { who: doer, move: { verb: 'leaveGroup', data: { groupId, ...sure, of: speak() } } };
  if (roll < 52) return byOwner('addMembers', { personId: speak() });
  if (roll < 64) return byOwner('removeMember', { personId: speak() });
  if (roll < 72)
    return byOwner('changeRole', { personId: speak(), value: chance.pick(['owner', 'member', 'manager']) });
  if (roll < 86) return byOwner('settleDrift', { value: chance.pick(['undo', 'takeOver', 'leave']) });
  if (roll < 91)
    return byOwner('changeGroup', { setting: 'drift', value: chance.pick(['undo', 'takeOver', 'report']) });
  if (roll < 94) return byOwner('changeGroup', { setting: 'name', value: `Ours ${(names += 1)}` });
  if (roll < 95) return byOwner('changeGroup', { setting: 'description', value: `Described ${(names += 1)}` });
  if (roll < 97) {
    // Whoever is in it is taken out with it.
    for (const { id } of town.graph.state.users.values()) town.spokenOf.add(`${groupId}/${id}`);
    return byOwner('deleteGroup', {});
  }
  return enrol(town, chance);
}

/** An administrator brings a group under self-service. */
export function enrol(town: Town, chance: Chance): Deed {
  const known = livingGroups(town).filter(({ id }) => !town.enrolled.has(id));
  const group = known.length > 0 ? chance.pick(known) : undefined;
  if (!group) return make(town, chance);
  town.enrolled.add(group.id);
  const setting = chance.pick(['open', 'ownerApproval']);
  return { who: town.admin, move: { verb: 'enrolGroup', data: { groupId: group.id, setting, ...sure } } };
}

function make(town: Town, chance: Chance): Deed {
  const data = { name: `Made ${(names += 1)}`, groupType: chance.pick(['security', 'm365']), ...sure };
  const doers = town.people.filter((one) => canSignIn(town, one));
  return { who: chance.pick(doers), move: { verb: 'createGroup', data } };
}

/** Whoever is away cannot come to the bot. */
function canSignIn({ graph }: Town, { id }: Racer): boolean {
  return graph.state.users.get(id)?.accountEnabled === true;
}

/** The requests that stand in somebody's chat. */
function requestsOf({ teams }: Town, { id }: Racer): string[] {
  return [...new Set(teams.messagesIn(conversationOf(id)).flatMap(({ card }) => (card ? requestsOn(card) : [])))];
}

const known = new WeakMap<object, readonly string[]>();

function requestsOn(card: object): readonly string[] {
  const before = known.get(card);
  if (before) return before;
  const text = JSON.stringify(card);
  const found = text.includes('approveRequest') ? (text.match(/REQ-[A-Z0-9]{8}/g) ?? []) : [];
  known.set(card, found);
  return found;
}

/** Sends it; a process that dies meanwhile does not answer. */
export async function perform(town: Town, vessel: Vessel, { who, move }: Deed): Promise<string> {
  let said = '';
  const sent = send(vessel.port, town.teams, town.tenantId, who, move).then(
    ({ text }) => void (said = text),
    () => undefined,
  );
  await vessel.survives(sent);
  noteMade(town);
  return said;
}

/** The id under which the bot knows a group of the directory. */
export function idHere({ ownIds }: Town, directoryId: string): string {
  return ownIds.get(directoryId) ?? directoryId;
}

/** Groups that the bot has made are its own. */
export function noteMade({ graph, groupIds, enrolled, ownIds }: Town): void {
  for (const { id, uniqueName } of graph.state.groups.values())
    if (uniqueName?.startsWith(ours) && !enrolled.has(id)) {
      enrolled.add(id);
      groupIds.push(id);
      ownIds.set(id, uniqueName.slice(ours.length));
    }
}
