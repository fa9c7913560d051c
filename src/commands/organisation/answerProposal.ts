import { isAdmin } from '../../domain/groups/policy.js';
import { change } from '../change.js';
import { keepPresent } from '../reads/presentAdmins.js';
import { actorOf, loadActorFacts, refused } from '../reads/resolve.js';
import { showProposal } from './proposal.js';
import { at } from './settingRecord.js';
import { occasionOf, type Turn } from '../turn.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import type { Outcome } from '../../domain/outcome.js';
import { settleProposal } from '../../domain/organisation/tenantChanges.js';
import { areTwo } from '../../domain/organisation/voices.js';
import type { IntentOf } from '../../intents/intent.js';

/** A second administrator's answer to a loosening (F59); a "yes" without an id shows the one that waits. */
export async function answerProposal(
  { accepted, proposalId }: IntentOf<'answerProposal'>,
  turn: Turn,
): Promise<Outcome> {
  return change(turn, at, async (current) => {
    const facts = await loadActorFacts(turn);
    const verdict = decideAdminister(facts);
    if (!verdict.allowed) return refused(verdict.refusal);
    const { proposal } = current ?? {};
    // It falls with the rights of whoever made it.
    if (proposal && !isAdmin(facts.tenant, proposal.by)) return refused({ code: 'proposal_gone' });
    if (!current || !proposal || (proposalId !== undefined && proposal.id !== proposalId))
      return refused({ code: 'proposal_gone' });
    const { name, value } = proposal.wish;
    // Who proposed it may take it back, but not be the second one.
    if (proposal.by === turn.actor.id && accepted)
      return refused({
        code: 'own_proposal',
        setting: name,
        others: await keepPresent(
          turn,
          facts.admins.filter(({ id }) => areTwo(current, id, turn.actor.id)),
        ),
      });
    if (accepted && !areTwo(current, proposal.by, turn.actor.id)) {
      const others = facts.admins.filter(({ id }) => areTwo(current, proposal.by, id));
      return refused({ code: 'not_second_admin', setting: name, others: await keepPresent(turn, others) });
    }
    // Typed, without saying which: whoever confirms sees all of what they confirm, and counts for that alone.
    if (accepted && proposalId === undefined) return showProposal(turn, current, proposal);
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
