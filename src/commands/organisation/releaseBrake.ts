import { changeIf } from '../change.js';
import { leaversKey, loadPeopleBrake, readingKeptMs, type LeaverCount } from '../reads/readingState.js';
import { actorOf, loadActorFacts, refused, resolveGroup } from '../reads/resolve.js';
import { occasionOf, type Turn } from '../turn.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import { releaseBrake as release } from '../../domain/groups/drift.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** "release brake": those who are gone in the directory are gone, of one group or of all; what follows from it goes on. */
export async function releaseBrake({ target }: IntentOf<'releaseBrake'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const verdict = decideAdminister(facts);
  if (!verdict.allowed) return refused(verdict.refusal);
  if (!target) return releasePeople(turn);
  const found = await resolveGroup(turn, facts.tenant, target, { verb: 'releaseBrake', carry: {} });
  if (!found.ok) return found.answer;
  const { id, name } = found.value;
  const isReleased = await changeIf(turn, { collection: 'groups', id }, (group) =>
    release(group, actorOf(turn), occasionOf(turn)),
  );
  if (!isReleased) return refused({ code: 'nothing_to_change', what: name });
  return { kind: 'newsTold', notice: { code: 'brakeReleased', group: name, groupId: id, by: turn.actor.name } };
}

async function releasePeople(turn: Turn): Promise<Outcome> {
  const brake = await loadPeopleBrake(turn.store);
  if (!brake) return refused({ code: 'no_brake' });
  await turn.store.shared.kept.update(leaversKey, readingKeptMs, (stored) => {
    const count = stored as LeaverCount | undefined;
    return count?.brake ? { ...count, brake: { ...count.brake, isReleased: true } } : undefined;
  });
  return { kind: 'newsTold', notice: { code: 'peopleBrakeReleased', gone: brake.gone } };
}
