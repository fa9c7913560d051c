import type { ActorFacts } from '../../domain/groups/decideManage.js';
import { allowedJoinRules } from '../../domain/groups/decideManage.js';
import type { JoinRule } from '../../domain/terms.js';

/** The join rule that is wanted, or the loosest that the organisation allows (F32). */
export function loosestAllowed({ tenant }: ActorFacts, wanted: JoinRule): JoinRule {
  const allowed = allowedJoinRules(tenant);
  return allowed.includes(wanted) ? wanted : (allowed.at(-1) ?? 'ownersOnly');
}

/** Whether this is a length of a membership: a number of days up to ten years, or no limit. */
export function isDays(typed: string | undefined): boolean {
  return typed === undefined || /^(?:none|0?|[1-9]\d{0,2}|[12]\d{3}|3[0-5]\d{2}|36[0-4]\d|3650)$/.test(typed);
}
