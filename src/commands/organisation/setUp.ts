import { change, type Step } from '../change.js';
import { actorOf, loadActorFacts, refused } from '../reads/resolve.js';
import { at, isSetUp } from './settingRecord.js';
import { occasionOf, type Answer, type Turn } from '../turn.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import { changeSettings } from '../../domain/organisation/tenantChanges.js';
import type { IntentOf } from '../../intents/intent.js';
import type { SettingWish } from '../../domain/organisation/tenant.js';

/** The one click of the first administrator that turns self-service on (Q3). */
export async function setUp({ licence }: IntentOf<'setUp'>, turn: Turn): Promise<Answer> {
  return change(turn, at, async (current): Promise<Answer | Step<'tenants'>> => {
    const facts = await loadActorFacts(turn);
    const verdict = decideAdminister(facts);
    if (!verdict.allowed) return refused(verdict.refusal);
    // Only an organisation that nobody has set up yet; afterwards each loosening needs two.
    if (!current || isSetUp(current)) return { instead: { kind: 'showSettings', page: 1 } };
    const wishes: SettingWish[] = [
      { name: 'ownersManageRequests', value: 'yes' },
      { name: 'restrictGroupAccess', value: 'no' },
      { name: 'licence', value: licence },
    ];
    return {
      proof: verdict.proof,
      document: changeSettings(current, wishes, actorOf(turn), occasionOf(turn)),
      outcome: { kind: 'newsTold', notice: { code: 'setUpDone' } },
    };
  });
}
