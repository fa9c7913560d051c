import type { FakeGroup } from '../../../src/demo/fakeGraph/state.js';
import type { Chance } from '../random.js';
import { addGroup, type Town } from './town.js';

/** What other hands do in the directory; says what, or nothing where there is nothing to do it to. */
type Hand = (town: Town, chance: Chance) => string | undefined;

/** A kind that self-service does not manage, and what makes it an ordinary one again. */
const kinds: readonly [Partial<FakeGroup>, Partial<FakeGroup>][] = [
  [{ onPremisesSyncEnabled: true }, { onPremisesSyncEnabled: false }],
  [{ isAssignableToRole: true }, { isAssignableToRole: null }],
  [{ isManagementRestricted: true }, { isManagementRestricted: null }],
];

/** No more people than this are away at the same time: the bot is to have somebody to talk to. */
const mostAway = 3;

/** More often what happens more often. */
const hands: readonly (readonly [number, Hand])[] = [
  [24, putIn('members')],
  [20, takeOut('members')],
  [6, putIn('owners')],
  [6, takeOut('owners')],
  [6, rename],
  [4, describe],
  [4, deleteGroup],
  [5, restoreGroup],
  [2, purgeGroup],
  [5, changeKind],
  [2, openUp],
  [2, ruleNames],
  [3, nest],
  [4, disable],
  [4, enable],
  [2, deletePerson],
  [3, newPerson],
  [3, newGroup],
];

const total = hands.reduce((sum, [weight]) => sum + weight, 0);

/** One change by other hands. */
export function changeByHand(town: Town, chance: Chance): string {
  for (;;) {
    let at = chance.below(total);
    const [, hand] = hands.find(([weight]) => (at -= weight) < 0) as readonly [number, Hand];
    const done = hand(town, chance);
    if (done !== undefined) return done;
  }
}

/** The groups that are there and not deleted. */
export function livingGroups({ graph, groupIds }: Town): FakeGroup[] {
  return groupIds.flatMap((id) => {
    const group = graph.state.groups.get(id);
    return group && !group.deletedDateTime ? [group] : [];
  });
}

function pickGroup(town: Town, chance: Chance): FakeGroup | undefined {
  const groups = livingGroups(town);
  return groups.length === 0 ? undefined : chance.pick(groups);
}

function putIn(relation: 'members' | 'owners'): Hand {
  return (town, chance) => {
    const group = pickGroup(town, chance);
    const { state } = town.graph;
    const people = town.people.filter(
      ({ id }) => state.users.has(id) && group && !state.isTied(relation, group.id, id),
    );
    if (!group || people.length === 0) return undefined;
    const person = chance.pick(people);
    state.tie(relation, group.id, person.id);
    town.spokenOf.add(`${town.ownIds.get(group.id) ?? group.id}/${person.id}`);
    return `put ${person.name} into the ${relation} of ${group.displayName}`;
  };
}

function takeOut(relation: 'members' | 'owners'): Hand {
  return (town, chance) => {
    const group = pickGroup(town, chance);
    const { state } = town.graph;
    const people = town.people.filter(({ id }) => group && state.isTied(relation, group.id, id));
    if (!group || people.length <= (relation === 'owners' ? 1 : 0)) return undefined;
    const person = chance.pick(people);
    state.cut(relation, group.id, person.id);
    town.spokenOf.add(`${town.ownIds.get(group.id) ?? group.id}/${person.id}`);
    return `took ${person.name} out of the ${relation} of ${group.displayName}`;
  };
}

let names = 0;

function rename(town: Town, chance: Chance): string | undefined {
  const group = pickGroup(town, chance);
  if (!group) return undefined;
  const before = group.displayName;
  town.graph.state.patchGroup(group.id, { displayName: `Renamed ${(names += 1)}` });
  return `renamed ${before} to ${group.displayName}`;
}

function describe(town: Town, chance: Chance): string | undefined {
  const group = pickGroup(town, chance);
  if (!group) return undefined;
  town.graph.state.patchGroup(group.id, { description: chance.pick([null, 'Boats', 'Trains', 'Planes']) });
  return `described ${group.displayName} as ${group.description}`;
}

function deleteGroup(town: Town, chance: Chance): string | undefined {
  const group = pickGroup(town, chance);
  if (!group || livingGroups(town).length < 4) return undefined;
  town.graph.state.deleteGroup(group.id);
  return `deleted ${group.displayName}`;
}

function softDeleted({ graph, groupIds }: Town): FakeGroup[] {
  return groupIds.flatMap((id) => {
    const group = graph.state.groups.get(id);
    return group?.deletedDateTime ? [group] : [];
  });
}

function restoreGroup(town: Town, chance: Chance): string | undefined {
  const groups = softDeleted(town);
  if (groups.length === 0) return undefined;
  const group = chance.pick(groups);
  town.graph.state.restoreGroup(group.id);
  return `restored ${group.displayName}`;
}

function purgeGroup(town: Town, chance: Chance): string | undefined {
  const groups = softDeleted(town);
  if (groups.length === 0) return undefined;
  const group = chance.pick(groups);
  town.graph.state.purgeGroup(group.id);
  return `purged ${group.displayName}`;
}

function changeKind(town: Town, chance: Chance): string | undefined {
  const group = pickGroup(town, chance);
  if (!group) return undefined;
  const [odd, plain] = chance.pick(kinds);
  const isOdd = Object.entries(odd).every(([name, value]) => group[name as keyof FakeGroup] === value);
  town.graph.state.patchGroup(group.id, isOdd || chance.next() < 0.5 ? plain : odd);
  return `changed the kind of ${group.displayName}`;
}

function openUp(town: Town, chance: Chance): string | undefined {
  const group = pickGroup(town, chance);
  if (!group?.groupTypes.includes('Unified')) return undefined;
  town.graph.state.patchGroup(group.id, { visibility: chance.pick(['Public', 'Private']) });
  return `made ${group.displayName} ${group.visibility}`;
}

/** Names that owners give through the bot are refused from now on, or taken again. */
function ruleNames({ graph }: Town): string {
  const { rules } = graph;
  rules.blockedWords = rules.blockedWords.length > 0 ? [] : ['ours'];
  return `blocked ${rules.blockedWords.length} words in names`;
}

function nest(town: Town, chance: Chance): string | undefined {
  const outer = pickGroup(town, chance);
  const inner = pickGroup(town, chance);
  if (!outer || !inner || outer === inner || outer.groupTypes.includes('Unified')) return undefined;
  town.graph.state.tie('members', outer.id, inner.id);
  return `put the group ${inner.displayName} into ${outer.displayName}`;
}

function disable(town: Town, chance: Chance): string | undefined {
  const there = town.people.filter(({ id }) => town.graph.state.users.get(id)?.accountEnabled);
  if (there.length <= town.people.length - mostAway) return undefined;
  const person = chance.pick(there);
  town.graph.state.patchUser(person.id, { accountEnabled: false });
  town.leavers.add(person.id);
  return `disabled ${person.name}`;
}

function enable(town: Town, chance: Chance): string | undefined {
  const away = town.people.filter(({ id }) => town.graph.state.users.get(id)?.accountEnabled === false);
  if (away.length === 0) return undefined;
  const person = chance.pick(away);
  town.graph.state.patchUser(person.id, { accountEnabled: true });
  return `enabled ${person.name}`;
}

function deletePerson(town: Town, chance: Chance): string | undefined {
  const there = town.people.filter(({ id }) => town.graph.state.users.get(id)?.accountEnabled);
  if (there.length <= town.people.length - mostAway) return undefined;
  const person = chance.pick(there);
  town.graph.state.deleteUser(person.id);
  town.leavers.add(person.id);
  return `deleted ${person.name}`;
}

function newPerson({ graph }: Town): string {
  const { displayName } = graph.state.addUser({ displayName: `Newcomer ${(names += 1)}` });
  return `made ${displayName}`;
}

function newGroup(town: Town, chance: Chance): string {
  addGroup(town, chance, `New ${(names += 1)}`);
  return 'made a group';
}
