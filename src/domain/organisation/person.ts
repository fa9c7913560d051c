import type { Document } from '../document.js';
import type { Missed } from './missed.js';
import type { Instant, PersonId } from '../terms.js';

/** Somebody who stands in for an owner's decisions, for a while (F45). */
export interface Delegation {
  readonly toId: PersonId;
  /** When it was given; absent for one that was given before this was kept. */
  readonly since?: Instant;
  /** The end of it; absent means until it is taken back. */
  readonly until?: Instant;
  /** One group only; absent means all of this person's groups. */
  readonly groupId?: string;
}

/** Where somebody can be written to: what the channel said, kept as it came. */
export interface ConversationAddress {
  readonly serviceUrl: string;
  readonly conversationId: string;
  /** The bot's and the person's own ids on this channel (`28:…`, `29:…`). */
  readonly botId: string;
  readonly userId: string;
}

/** What is known of a person. Names and titles are labels for people to read, never a reason to grant anything. */
export interface Person extends Document {
  readonly id: PersonId;
  readonly name: string;
  readonly nameKey: string;
  /** In lower case. */
  readonly email?: string;
  readonly jobTitle?: string;
  readonly department?: string;
  readonly managerId?: PersonId;
  /** Since when the directory has them no more, or does not let them sign in. */
  readonly leftAt?: Instant;
  /** When the last reading of everything met them. */
  readonly seenAt?: Instant;
  readonly locale?: string;
  /** IANA name, such as `Europe/Berlin`. */
  readonly timeZone?: string;
  /** The channel's id of this person (`29:…`), by which a mention names them. */
  readonly channelUserId?: string;
  /** Their personal chat with the bot; absent until they have one. */
  readonly address?: ConversationAddress;
  /** What could not be delivered to them, the oldest first; told when they turn up. */
  readonly missed?: readonly Missed[];
  /** Those whom they did something for and who could not be told, until they have heard of it. */
  readonly unreached?: readonly PersonId[];
  /** Who stands in for this person's decisions; absent means nobody. */
  readonly delegations?: readonly Delegation[];
  /** They were forgotten: nothing but the id is kept (F69). */
  readonly forgottenAt?: Instant;
  /** Those of the delegations once more, to be found by. */
  readonly delegateIds?: readonly PersonId[];
}
