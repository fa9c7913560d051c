import type { Limit, LimitName } from './limits.js';
import type { AskingDocument } from '../askedQuestion.js';
import type { DirectoryCapability } from '../groups/directory.js';
import type { PersonId, JoinRule, Licence, SettingName, Instant } from '../terms.js';

/** Which owners may make a member an owner: none, those selected, or all. */
export interface OwnerAssignment {
  readonly mode: 'none' | 'selected' | 'all';
  /** Counts where `mode` is `selected`. */
  readonly selectedIds: readonly PersonId[];
}

/** An organisation's settings; the boundary of every record (S11). */
export interface Tenant extends AskingDocument {
  readonly name: string;
  readonly adminIds: readonly PersonId[];
  /** Administrators whom somebody made alone, until another one has confirmed them (F59). */
  readonly unconfirmedAdmins?: readonly UnconfirmedAdmin[];
  /** New administrators count as second ones from the start. */
  readonly trustsNewAdmins?: true;
  /** Who holds a role in the directory that makes administrators, when it was last read (Q17). */
  readonly roleAdminIds?: readonly PersonId[];
  /** The licence as the directory has it; the setting follows it until somebody changes the setting (S79–S84). */
  readonly licenceThere?: Licence;
  /** Setting A (S50, S51). */
  readonly ownersManageRequests: boolean;
  /** Setting B (S52, S53). */
  readonly restrictGroupAccess: boolean;
  /** Settings C and D (S55–S71): whether everybody may create groups of this kind, and owners change theirs. */
  readonly usersCreateSecurityGroups: boolean;
  readonly usersCreateM365Groups: boolean;
  /** Setting E and its twin (S72–S75, Q2): which owners may make a member an owner. */
  readonly ownersCanAssignOwners: { readonly security: OwnerAssignment; readonly m365: OwnerAssignment };
  readonly licence: Licence;
  /** People licensed one by one, where the organisation as a whole is not (Q5). */
  readonly licensedIds: readonly PersonId[];
  /** Guardrails that groups can only tighten (F32). */
  readonly guardrails: {
    readonly justification: 'off' | 'optional' | 'required';
    readonly maxDurationDays?: number;
    /** The loosest join rule that a group may have; absent means any. */
    readonly leastJoinRule?: JoinRule;
  };
  /** Who changed what last; a setting that is missing here has its default (Q3). */
  readonly settingChanges?: { readonly [K in SettingName]?: SettingChange };
  readonly proposal?: SettingProposal;
  /** How much one person may do; a limit that is absent is the default one (`limits.ts`). */
  readonly limits?: { readonly [L in LimitName]?: Limit };
  /** Permissions in the directory for which work waits, since when; the administrators know. */
  readonly directoryHolds?: { readonly [C in DirectoryCapability]?: Instant };
  /** For how many days reasons are kept; absent means as long as the records are (F69). */
  readonly reasonsKeptDays?: number;
  /** Whoever leaves the organisation keeps their memberships here (F57). */
  readonly keepsLeavers?: true;
  /** After so many days without a volunteer the administrators are asked for an owner (F105); absent means seven. */
  readonly volunteerDays?: number | 'none';
  /** Only administrators add resources (Q16); absent means that anybody may add one of their own. */
  readonly keepsResources?: true;
  /** How groups may be called (F56). */
  readonly naming?: { readonly prefix?: string; readonly blockedWords: readonly string[] };
}

/** So long a group without an owner waits for a volunteer unless somebody has set it. */
export const defaultVolunteerDays = 7;

/** An administrator whom one other made alone. */
export interface UnconfirmedAdmin {
  readonly id: PersonId;
  readonly by: PersonId;
}

/** A value that somebody wishes for; as it is shown and sent: `yes`, `selected`, `P2`, `90`, `CEO, Payroll`, `none`. */
export interface SettingWish {
  readonly name: SettingName;
  readonly value: string;
  /** The people of a `selected` owner assignment, or those licensed one by one. */
  readonly personIds?: readonly PersonId[];
}

/** Who changed a setting last; without it, the value is the one that a new organisation has. */
export interface SettingChange {
  readonly by: PersonId;
  readonly at: Instant;
}

/** A loosening that waits for a second administrator (F59). */
export interface SettingProposal extends SettingChange {
  readonly id: string;
  readonly wish: SettingWish;
}
