import { changeIf } from '../change.js';
import { readNamed } from '../reads/names.js';
import { viewPeople } from '../reads/people.js';
import { actorOf, loadActorFacts, refused, resolveGroup } from '../reads/resolve.js';
import { occasionOf, type Turn } from '../turn.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import type { Group } from '../../domain/groups/group.js';
import { linkGroup as link, retireKnown } from '../../domain/groups/linkGroup.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** So many groups of one name are offered. */
const mostOffered = 5;

/**
 * "link Marketing": a group that is kept here only is joined to one of the directory, or made there; first as a dry run
 * that says which there are.
 */
export async function linkGroup({ target, to, confirmed }: IntentOf<'linkGroup'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const verdict = decideAdminister(facts);
  if (!verdict.allowed) return refused(verdict.refusal);
  const { directory } = turn;
  if (directory.kind !== 'entra') return refused({ code: 'no_directory' });
  const found = await resolveGroup(turn, facts.tenant, target, { verb: 'linkGroup', carry: to ? { value: to } : {} });
  if (!found.ok) return found.answer;
  const group = found.value;
  if (group.knownAs !== undefined) return refused({ code: 'not_enrolled', group: group.name, admins: facts.admins });
  if (group.directoryId !== undefined || group.directory?.state === 'creating')
    return refused({ code: 'nothing_to_change', what: group.name });
  const candidates = (await readNamed(turn, 'groups', [group.name])).filter(canBeLinked(group));
  const ways = [...candidates.map(({ id }) => id), ...(directory.can('groups') ? ['new'] : [])];
  const way = to ?? (ways.length === 1 ? ways[0] : undefined);
  if (ways.length === 0) return refused({ code: 'nothing_to_link', group: group.name });
  if (way === undefined || !ways.includes(way)) return offer(turn, group, candidates, ways.includes('new'));
  const chosen = candidates.find(({ id }) => id === way);
  if (!confirmed) return ask(turn, group, way, chosen);
  const isLinked = await changeIf(turn, { collection: 'groups', id: group.id }, (current) =>
    link(current, chosen, actorOf(turn), occasionOf(turn)),
  );
  if (!isLinked) return refused({ code: 'nothing_to_change', what: group.name });
  if (chosen) await retire(turn, chosen.id);
  const about = { group: group.name, groupId: group.id };
  return { kind: 'newsTold', notice: { code: 'groupLinked', ...about, isNew: chosen === undefined } };
}

/** One that was read in, is not enrolled, and is of the same kind. */
function canBeLinked({ groupType }: Group): (candidate: Group) => boolean {
  return (candidate) => candidate.knownAs !== undefined && candidate.knownAs === groupType;
}

async function ask(turn: Turn, group: Group, to: string, chosen: Group | undefined): Promise<Outcome> {
  const members = await turn.store.read('memberships').count({ groupId: group.id, status: 'active' });
  const about = { group: group.name, groupId: group.id, members, to };
  const there = chosen ? { nickname: chosen.nickname ?? chosen.name } : {};
  return { kind: 'confirmNeeded', question: { code: 'linkGroup', ...about, ...there } };
}

/** The groups that it could be, and whether one can be made. */
async function offer(turn: Turn, group: Group, candidates: readonly Group[], canCreate: boolean): Promise<Outcome> {
  const options = await Promise.all(
    candidates.slice(0, mostOffered).map(async ({ id, name, nickname = '', ownerIds }) => ({
      id,
      name,
      nickname,
      owners: (await viewPeople(turn.store, ownerIds.slice(0, 3))).map((owner) => owner.name),
    })),
  );
  return { kind: 'linkPickNeeded', group: group.name, groupId: group.id, options, canCreate };
}

/** What was read in as a group of its own is this one from now on. */
async function retire(turn: Turn, id: string): Promise<void> {
  await changeIf(turn, { collection: 'groups', id }, (known) => retireKnown(known, occasionOf(turn)));
}
