import { change } from '../change.js';
import { actorOf, loadActorFacts, refused } from '../reads/resolve.js';
import { at } from './settingRecord.js';
import { occasionOf, type Turn } from '../turn.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import type { Outcome } from '../../domain/outcome.js';
import { settleProposal } from '../../domain/organisation/tenantChanges.js';
import type { IntentOf } from '../../intents/intent.js';

/** A second administrator's answer to a loosening (F59); without an id the one that waits is meant. */
export async function answerProposal(
  { accepted, proposalId }: IntentOf<'answerProposal'>,
  turn: Turn,
): Promise<Outcome> {
  return change(turn, at, async (current) => {
    const facts = await loadActorFacts(turn);
    const verdict = decideAdminister(facts);
    if (!verdict.allowed) return refused(verdict.refusal);
    const { proposal } = current ?? {};
    if (!current || !proposal || (proposalId !== undefined && proposal.id !== proposalId))
      return refused({ code: 'proposal_gone' });
    const { name, value } = proposal.wish;
    // Who proposed it may take it back, but not be the second one.
    if (proposal.by === turn.actor.id && accepted)
      return refused({
        code: 'own_proposal',
        setting: name,
        others: facts.admins.filter(({ id }) => id !== turn.actor.id),
      });
    const outcome: Outcome = {
      kind: 'newsTold',
      notice: { code: 'proposalSettled', setting: name, after: value, by: turn.actor.name, accepted },
    };
    return {
      proof: verdict.proof,
      document: settleProposal(current, proposal, accepted, actorOf(turn), occasionOf(turn)),
      outcome,
    };
  });
}
