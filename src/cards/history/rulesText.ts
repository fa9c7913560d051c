import { fieldValue } from '../groups/fieldTexts.js';
import { settingPhrase } from '../organisation/settingTexts.js';
import type { RulesInForce } from '../../domain/history/rulesInForce.js';
import type { SettingName } from '../../domain/terms.js';
import type { Voice } from '../../messages/voice.js';

/** The rules that held for a group, in a sentence. */
export function rulesText(rules: RulesInForce, voice: Voice): string {
  const setting = (name: SettingName & keyof RulesInForce) => settingPhrase(name, rules[name], voice);
  return voice.say('history.rules', {
    joinRule: fieldValue('joinRule', rules.joinRule, voice),
    reason: fieldValue('justification', rules.justification, voice),
    longest: fieldValue('longestMembership', rules.longestMembership, voice),
    ownersManage: setting('ownersManageRequests'),
    restricted: setting('restrictGroupAccess'),
    licence: setting('licence'),
  });
}
