import type { ConversationAddress } from '../../domain/organisation/person.js';
import type { OutboundMessage } from '../../domain/outcome.js';
import type { PersonId } from '../../domain/terms.js';

export type { OutboundMessage };

/** How a sending ended; failures are sorted by what there is to do about them (`platform.md`, section 3.1). */
export type SendResult =
  | { readonly ok: true; readonly activityId: string }
  | {
      readonly ok: false;
      /**
       * `unreachable`: not installed, or blocked; try when they turn up. `conversationGone`: open it again.
       * `messageGone`: it was deleted; send anew. `throttled` and `transient`: later, safe to repeat.
       * `ambiguous`: may have arrived. `noToken`: nothing was sent, because the bot cannot prove who it is (its secret
       * has ended, Entra is away); later, for as long as that takes. `rejected`: our mistake, repeating is of no use.
       */
      readonly failure:
        | 'unreachable'
        | 'conversationGone'
        | 'messageGone'
        | 'throttled'
        | 'transient'
        | 'ambiguous'
        | 'noToken'
        | 'rejected';
      readonly retryAfterMs?: number;
      /** For operators. */
      readonly detail: string;
    };

/** Writes to people outside of a turn. Never throws for what the channel answers. */
export interface Messenger {
  send(address: ConversationAddress, message: OutboundMessage): Promise<SendResult>;
  edit(address: ConversationAddress, activityId: string, message: OutboundMessage): Promise<SendResult>;
  /** Opens the personal chat of somebody who never wrote to the bot; `near` is an address in the same tenant. */
  open(
    tenantId: string,
    personId: PersonId,
    near: ConversationAddress,
  ): Promise<{ readonly ok: true; readonly address: ConversationAddress } | Extract<SendResult, { ok: false }>>;
}
