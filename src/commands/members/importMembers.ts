import { addPeople, previewPeople } from './addPeople.js';
import { loadActorFacts, loadGroupFacts, refused, resolveGroup } from '../reads/resolve.js';
import { save } from '../change.js';
import { occasionOf, type Turn } from '../turn.js';
import type { Authorized } from '../../domain/authorized.js';
import { given } from '../../domain/given.js';
import { decideManageMembers } from '../../domain/groups/decideManage.js';
import type { Outcome } from '../../domain/outcome.js';
import { isAdmin } from '../../domain/groups/policy.js';
import { introducePerson } from '../../domain/organisation/remember.js';
import type { IntentOf } from '../../intents/intent.js';
import { findUnusedHeadings, parsePeopleList, type PersonLine } from '../../intents/parseList.js';

/** The longest list that is taken at once: people, and characters; the card that asks brings it along. */
const mostLines = 60;
const mostCharacters = 2000;

/** The longest list that a card with several groups to pick from brings along, once for each of them. */
const mostCarried = 400;

/** "import members into Marketing": a pasted list, first as a dry run with a result for each line (S32, F63, F72). */
export async function importMembers(
  { target, list, confirmed }: IntentOf<'importMembers'>,
  turn: Turn,
): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const found = await resolveGroup(turn, facts.tenant, target, {
    verb: 'importMembers',
    carry: { value: list.slice(0, mostCarried) },
  });
  if (!found.ok)
    return list.length > mostCarried && found.answer.kind === 'choiceNeeded'
      ? refused({ code: 'group_not_found', typed: found.answer.choice.typed })
      : found.answer;
  const group = await loadGroupFacts(turn, facts, found.value);
  const verdict = decideManageMembers(group);
  if (!verdict.allowed) return refused(verdict.refusal);
  const lines = parsePeopleList(list);
  if (!lines) return refused({ code: 'list_unreadable', of: 'people', problem: 'unreadable' });
  if (lines.length === 0) return refused({ code: 'list_unreadable', of: 'people', problem: 'empty' });
  if (lines.length > mostLines || list.length > mostCharacters)
    return refused({ code: 'list_unreadable', of: 'people', problem: 'tooLong' });
  const people = lines.map(({ target: person }) => person);
  // Only an administrator's list can name somebody who never wrote here: it is their id that counts, and the name beside it is believed.
  const newcomers = isAdmin(facts.tenant, turn.actor.id) ? await findNewcomers(turn, lines) : [];
  if (confirmed) {
    for (const newcomer of newcomers) await introduce(turn, verdict.proof, newcomer);
    return addPeople(turn, group, verdict.proof, { people });
  }
  const unused = findUnusedHeadings(list);
  const results = await previewPeople(turn, found.value, people, new Map(newcomers.map(({ id, name }) => [id, name])));
  return {
    kind: 'confirmNeeded',
    question: {
      code: 'importMembers',
      group: found.value.name,
      groupId: found.value.id,
      list,
      ...given({ unused: unused.length > 0 ? unused : undefined }),
      results: results.map(({ name, result }) => ({ name, result })),
    },
  };
}

interface Newcomer {
  readonly id: string;
  readonly name: string;
  readonly email?: string;
}

async function findNewcomers(turn: Turn, lines: readonly PersonLine[]): Promise<Newcomer[]> {
  const named = lines.flatMap(({ known }) => (known?.name ? [{ ...known, name: known.name }] : []));
  const met = new Set((await turn.store.read('people').getMany(named.map(({ id }) => id))).map(({ id }) => id));
  return named.filter(({ id }) => !met.has(id));
}

async function introduce(turn: Turn, proof: Authorized, { id, name, email }: Newcomer): Promise<void> {
  // Whoever wrote in the meantime is known better than by this list.
  await save(
    turn,
    proof,
    'people',
    introducePerson(
      { tenantId: turn.tenantId, id, name: name.slice(0, 256), ...given({ email: email || undefined }) },
      occasionOf(turn),
    ),
  );
}
