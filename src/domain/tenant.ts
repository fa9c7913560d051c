import type { Document, PersonId } from './document.js';

/** The licence that requests and approvals need (S79–S84). */
export type Licence = 'none' | 'P1' | 'P2';

/** An organisation's settings; the boundary of every record (S11). */
export interface Tenant extends Document {
  readonly name: string;
  readonly adminIds: readonly PersonId[];
  /** Setting A (S50, S51). */
  readonly ownersManageRequests: boolean;
  /** Setting B (S52, S53). */
  readonly restrictGroupAccess: boolean;
  readonly licence: Licence;
  /** People licensed one by one, where the organisation as a whole is not (Q5). */
  readonly licensedIds: readonly PersonId[];
  /** Guardrails that groups can only tighten (F32). */
  readonly guardrails: {
    readonly justification: 'off' | 'optional' | 'required';
    readonly maxDurationDays?: number;
  };
}
