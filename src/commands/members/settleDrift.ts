import { membershipId } from '../../domain/keys.js';
import { decideManageMembers } from '../../domain/groups/decideManage.js';
import { answerDrift } from '../../domain/groups/drift.js';
import { settleDrift as settleOne } from '../../domain/members/drift.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';
import { changeIf } from '../change.js';
import { readDrift } from '../reads/drift.js';
import { actorOf, loadActorFacts, loadGroupFacts, refused, resolveGroup } from '../reads/resolve.js';
import { occasionOf, type Turn } from '../turn.js';

/** "undo drift in Marketing": what other hands changed about its members is taken over, undone, or left as it is (F73). */
export async function settleDrift({ target, answer }: IntentOf<'settleDrift'>, turn: Turn): Promise<Outcome> {
  const actor = await loadActorFacts(turn);
  const found = await resolveGroup(turn, actor.tenant, target, { verb: 'settleDrift', carry: { value: answer } });
  if (!found.ok) return found.answer;
  const group = found.value;
  const verdict = decideManageMembers(await loadGroupFacts(turn, actor, group));
  if (!verdict.allowed) return refused(verdict.refusal);
  const drift = await readDrift(turn.store, group.id);
  let count = 0;
  for (const { personId } of drift)
    count += (await settlePerson(turn, membershipId(group.id, personId), answer)) ? 1 : 0;
  await changeIf(turn, { collection: 'groups', id: group.id }, (current) =>
    answerDrift(current, answer, count, actorOf(turn), occasionOf(turn)),
  );
  if (count === 0) return refused({ code: 'nothing_to_change', what: group.name });
  const about = { group: group.name, groupId: group.id, answer, count, by: turn.actor.name };
  return { kind: 'newsTold', notice: { code: 'driftSettled', ...about } };
}

function settlePerson(turn: Turn, id: string, answer: IntentOf<'settleDrift'>['answer']): Promise<boolean> {
  return changeIf(turn, { collection: 'memberships', id }, (membership) =>
    settleOne(membership, answer, actorOf(turn), occasionOf(turn)),
  );
}
