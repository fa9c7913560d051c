import type { AuditEvent } from './history/audit.js';
import type { Instant } from './document.js';
import type { GroupRole } from './news.js';
import type { Page } from './outcome.js';
import type { AccessPath, RuleVerdict } from './question.js';
import type { PersonView, Refusal } from './refusal.js';
import type { SettingName } from './organisation/settings.js';

/** One setting as it stands; without `changed` it has its default. */
export interface SettingRow {
  readonly name: SettingName;
  readonly value: string;
  readonly people: readonly PersonView[];
  readonly changed?: { readonly by: PersonView; readonly at: Instant };
}

/** One person in a group. */
export interface MemberRow {
  readonly person: PersonView;
  readonly role: GroupRole;
  readonly since?: Instant;
  readonly until?: Instant;
  readonly how?: AccessPath['how'];
  /** What an administrator has blocked for them, though they are in (Q11). */
  readonly blocked: readonly string[];
}

/** One line of the history, with names in the place of ids. */
export interface HistoryRow {
  readonly event: AuditEvent;
  readonly actor?: string;
  readonly subject?: string;
  readonly group?: string;
  readonly resource?: string;
}

/** One delegation, seen from one side. */
export interface DelegationRow {
  readonly person: PersonView;
  readonly until?: Instant;
  readonly group?: string;
}

/** Something that is shown as a list; one card shows them all. */
export type Table =
  | { readonly code: 'settings'; readonly rows: readonly SettingRow[]; readonly page: Page }
  | { readonly code: 'admins'; readonly people: readonly PersonView[] }
  | {
      readonly code: 'members';
      readonly group: string;
      readonly groupId: string;
      readonly rows: readonly MemberRow[];
      readonly page: Page;
    }
  | {
      readonly code: 'ownerless';
      readonly rows: readonly { readonly id: string; readonly name: string; readonly waiting: number }[];
    }
  | {
      readonly code: 'resources';
      readonly rows: readonly {
        readonly id: string;
        readonly name: string;
        readonly groups: readonly string[];
        readonly owners: readonly string[];
      }[];
      readonly page: Page;
    }
  | {
      readonly code: 'access';
      readonly resource: string;
      readonly resourceId: string;
      readonly rows: readonly {
        readonly person: PersonView;
        readonly paths: readonly AccessPath[];
        readonly isBlocked: boolean;
      }[];
      readonly page: Page;
    }
  | {
      readonly code: 'accessPaths';
      readonly resource: string;
      readonly resourceId: string;
      readonly person?: PersonView;
      readonly paths: readonly AccessPath[];
      readonly block?: { readonly by: string; readonly reason?: string };
      readonly openers: readonly { readonly id: string; readonly name: string }[];
    }
  | {
      readonly code: 'history';
      readonly title: string;
      readonly groupId?: string;
      readonly requestId?: string;
      readonly rows: readonly HistoryRow[];
      readonly page: Page;
    }
  | {
      readonly code: 'explained';
      readonly group: string;
      readonly groupId: string;
      readonly person?: PersonView;
      readonly rules: readonly RuleVerdict[];
      readonly refusal?: Refusal;
      readonly route?: 'atOnce' | 'askOwners';
    }
  | {
      readonly code: 'delegations';
      readonly given: readonly DelegationRow[];
      readonly received: readonly DelegationRow[];
    };

/** One kind of table. */
export type TableOf<C extends Table['code']> = Extract<Table, { code: C }>;
