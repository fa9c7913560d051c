import { actorOf, changeAsked, loadActorFacts, refused } from '../reads/resolve.js';
import { at, isSetUp } from './settingRecord.js';
import { showSettings } from './showSettings.js';
import { occasionOf, type Turn } from '../turn.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import type { Outcome } from '../../domain/outcome.js';
import { changeSettings } from '../../domain/organisation/tenantChanges.js';
import type { IntentOf } from '../../intents/intent.js';
import type { SettingWish } from '../../domain/organisation/tenant.js';

/** The one click of the first administrator that turns self-service on (Q3). */
export async function setUp({ licence }: IntentOf<'setUp'>, turn: Turn): Promise<Outcome> {
  return changeAsked(turn, at, async (current) => {
    const facts = await loadActorFacts(turn);
    const verdict = decideAdminister(facts);
    if (!verdict.allowed) return refused(verdict.refusal);
    // Only an organisation that nobody has set up yet; afterwards each loosening needs two.
    if (!current || isSetUp(current)) return showSettings({ kind: 'showSettings', page: 1 }, turn);
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
