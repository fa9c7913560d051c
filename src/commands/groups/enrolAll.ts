import { tenantRecordId } from '../../domain/keys.js';
import { change } from '../change.js';
import { actorOf, loadActorFacts, refused } from '../reads/resolve.js';
import { occasionOf, type Turn } from '../turn.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import { beginEnrolment, ruleForKnown } from '../../domain/groups/enrolKnown.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** So many groups are named by the dry run. */
const shown = 8;

/** "enrol all Microsoft 365 groups": everything of a kind that was read in comes under self-service; first as a dry run (S15, F63). */
export async function enrolAll({ of, confirmed }: IntentOf<'enrolAll'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const verdict = decideAdminister(facts);
  if (!verdict.allowed) return refused(verdict.refusal);
  const groups = turn.store.read('groups');
  const [count, first] = await Promise.all([
    groups.count({ knownAs: of }),
    groups.find({ where: { knownAs: of }, sort: { field: 'nameKey', direction: 'asc' }, limit: shown }),
  ]);
  if (count === 0) return refused({ code: 'nothing_to_enrol', groupType: of });
  if (!confirmed) {
    const examples = first.map(({ name }) => name);
    const joinRule = ruleForKnown({ groupType: of, ownerIds: ['somebody'] }, facts.tenant);
    return { kind: 'confirmNeeded', question: { code: 'enrolAll', of, count, examples, joinRule } };
  }
  return change(turn, { collection: 'tenants', id: tenantRecordId }, async (tenant) =>
    tenant
      ? {
          proof: verdict.proof,
          document: beginEnrolment(tenant, of, actorOf(turn), occasionOf(turn)),
          outcome: { kind: 'newsTold', notice: { code: 'enrolBegun', of, count } },
        }
      : refused({ code: 'nothing_to_enrol', groupType: of }),
  );
}
