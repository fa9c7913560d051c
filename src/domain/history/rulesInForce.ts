import type { AuditEvent } from './audit.js';
import { effectiveJoinRule, effectivePolicy } from '../groups/policy.js';
import type { Group } from '../groups/group.js';
import { readSetting } from '../organisation/settings/settings.js';
import type { Tenant } from '../organisation/tenant.js';
import type { GroupField, Instant, JoinRule, JustificationRule, SettingName } from '../terms.js';

/** What held for a group at a moment: the strictest of its own rules and the organisation's, as values are kept. */
export interface RulesInForce {
  readonly joinRule: JoinRule;
  readonly justification: JustificationRule;
  /** In days, or `none`. */
  readonly longestMembership: string;
  readonly ownersManageRequests: string;
  readonly restrictGroupAccess: string;
  readonly licence: string;
}

/** The rules of one organisation through time. */
export interface RuleBook {
  /** Events in the order of the history. */
  read(events: readonly AuditEvent[]): void;
  /** What held for a group when the event happened, a change that the event tells included. */
  rulesAt(event: AuditEvent, group: Group): RulesInForce;
}

interface Change {
  readonly at: Instant;
  readonly before: string;
  readonly after: string;
}

/**
 * The rule book of an organisation. A value is what the last change before a moment made it, or what the first one
 * behind it found; where nobody ever changed it, it is what it is now.
 */
export function createRuleBook(tenant: Tenant): RuleBook {
  const changes = new Map<string, Change[]>();
  const valueAt = (key: string, at: Instant): string | undefined => {
    const known = changes.get(key) ?? [];
    return known.findLast((change) => change.at <= at)?.after ?? known[0]?.before;
  };
  const settingAt = (name: SettingName, at: Instant): string => valueAt(name, at) ?? readSetting(tenant, name).value;
  return {
    read(events) {
      for (const { kind, setting, groupId, at, before = '', after = '' } of events) {
        const key = kind === 'settingChanged' ? setting : kind === 'groupChanged' ? `${groupId}/${setting}` : undefined;
        if (key === undefined) continue;
        const known = changes.get(key) ?? [];
        changes.set(
          key,
          [...known, { at, before, after }].sort((a, b) => a.at - b.at),
        );
      }
    },
    rulesAt({ at }, group) {
      const fieldAt = (field: GroupField, now: string): string => valueAt(`${group.id}/${field}`, at) ?? now;
      const own = {
        joinRule: fieldAt('joinRule', group.joinRule) as JoinRule,
        justification: fieldAt('justification', group.justification) as JustificationRule,
        ...daysOf(fieldAt('longestMembership', String(group.maxDurationDays ?? 'none'))),
      };
      const guardrails: Tenant['guardrails'] = {
        justification: settingAt('justificationFloor', at) as JustificationRule,
        leastJoinRule: settingAt('leastJoinRule', at) as JoinRule,
        ...daysOf(settingAt('longestMembership', at)),
      };
      const policy = effectivePolicy(own, { guardrails });
      return {
        joinRule: effectiveJoinRule(own, { guardrails }),
        justification: policy.justification,
        longestMembership: String(policy.maxDurationDays ?? 'none'),
        ownersManageRequests: settingAt('ownersManageRequests', at),
        restrictGroupAccess: settingAt('restrictGroupAccess', at),
        licence: settingAt('licence', at),
      };
    },
  };
}

function daysOf(value: string): { readonly maxDurationDays?: number } {
  return value === 'none' ? {} : { maxDurationDays: Number(value) };
}
