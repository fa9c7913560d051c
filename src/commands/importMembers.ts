import { addPeople, previewPeople } from './addPeople.js';
import { loadActorFacts, loadGroupFacts, refused, resolveGroup } from './resolve.js';
import { type Turn } from './turn.js';
import { personCarry } from './withGroup.js';
import { decideManageMembers } from '../domain/decideManage.js';
import type { Outcome } from '../domain/outcome.js';
import type { IntentOf } from '../intents/intent.js';
import { parsePerson } from '../intents/parsePerson.js';

/** The longest list that is taken at once. */
const mostLines = 60;

/** "import members into Marketing": a pasted list, first as a dry run with a result for each line (S32, F63, F72). */
export async function importMembers({ target, list, confirmed }: IntentOf<'importMembers'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const found = await resolveGroup(turn, facts.tenant, target, { verb: 'importMembers', carry: { value: list.replace(/[\n\r]+/g, '; ').slice(0, 3000) } });
  if (!found.ok) return found.answer;
  const group = await loadGroupFacts(turn, facts, found.value);
  const verdict = decideManageMembers(group);
  if (!verdict.allowed) return refused(verdict.refusal);
  const people = list.split(/[\n\r;,]+/).map((line) => parsePerson(line.replace(/^\s*[-*•\d.)]+\s+/, ''))).filter((person) => person !== undefined);
  if (people.length === 0) return refused({ code: 'not_a_member_list', problem: 'empty' });
  if (people.length > mostLines || list.length > 3000) return refused({ code: 'not_a_member_list', problem: 'tooLong' });
  if (confirmed) return addPeople(turn, group, verdict.proof, { people });
  const results = await previewPeople(turn, found.value, people);
  return { kind: 'confirmNeeded', question: { code: 'importMembers', group: found.value.name, groupId: found.value.id, list: people.map((person) => personCarry(person).words ?? '').join('; '), results: results.map(({ name, result }) => ({ name, result })) } };
}
