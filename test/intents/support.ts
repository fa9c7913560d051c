import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { toNameKey } from '../../src/domain/names.js';
import type { Intent } from '../../src/intents/intent.js';
import { parseMessage } from '../../src/intents/parseMessage.js';
import type { Duration } from '../../src/domain/terms.js';
import type { NameReading } from '../../src/intents/targets.js';
import type { ParseContext } from '../../src/intents/parseContext.js';

/** Monday, 23 November 2026, 14:14 UTC. */
export const now = Date.UTC(2026, 10, 23, 14, 14);

/** Where nothing else is said, people sit at the Greenwich meridian. */
export const here: ParseContext = { now, timeZone: 'UTC' };

/** The groups there are, where a test asks what a message would change; many hold words that the parser knows. */
export const groupNames = [
  'Marketing',
  'Finance',
  'Book Club',
  'Sales and Marketing',
  'Data for Good',
  'Until Dawn',
  '30 Days of Yoga',
  'To Do',
  'The Club',
  'Because We Care',
  'Leave and Absence',
  'As You Like It',
  'Design',
  'Lunch',
  'Coffee',
  'HR',
  'Sales',
  'Data',
  'Leave',
  'Everything',
  'Us',
  'It',
  'Me',
  'Salesforce',
] as const;

const keys = new Set(groupNames.map(toNameKey));

function isNamed(readings: readonly NameReading[]): boolean {
  return readings.some(({ name }) => keys.has(toNameKey(name)));
}

/** The change that an intent makes without asking back; nothing for all that only shows or asks. */
export function changeOf(intent: Intent): string | undefined {
  switch (intent.kind) {
    case 'joinGroup':
      return !intent.ask && (intent.target.by === 'id' || isNamed(intent.target.readings)) ? intent.kind : undefined;
    case 'findAccess':
      return !intent.ask && isNamed(intent.readings) ? intent.kind : undefined;
    case 'remindApprovers':
    case 'approveRequest':
    case 'denyRequest':
      return intent.target.requestId === undefined ? undefined : intent.kind;
    case 'withdrawRequest':
      // By its words only the very name of a group withdraws at once; the word alone is meant.
      return intent.ask || (intent.target.words !== undefined && !isNamed([{ name: intent.target.words }]))
        ? undefined
        : intent.kind;
    case 'leaveGroup':
      return intent.confirmed && (intent.target.by === 'id' || isNamed(intent.target.readings))
        ? intent.kind
        : undefined;
    case 'resubmitRequest':
    case 'delegate':
    case 'endDelegations':
    case 'answerProposal':
    case 'setUp':
      return intent.kind;
    case 'addMembers':
    case 'changeGroup':
    case 'claimGroup':
      return intent.target.by === 'id' || isNamed(intent.target.readings) ? intent.kind : undefined;
    case 'changeSetting':
    case 'changeAdmin':
    case 'enrolGroup':
    case 'transferGroup':
    case 'deleteGroup':
    case 'removeMember':
    case 'changeRole':
    case 'changeGrant':
    case 'renameResource':
    case 'removeResource':
    case 'changeBlock':
      return intent.confirmed ? intent.kind : undefined;
    default:
      return undefined;
  }
}

/** The name that counts: the first reading that is a group's, as the commands look for it; else the first. */
export function namedIn(intent: Intent): NameReading | undefined {
  const readings =
    intent.kind === 'findAccess'
      ? intent.readings
      : 'target' in intent && 'by' in intent.target && intent.target.by === 'name'
        ? intent.target.readings
        : [];
  return readings.find(({ name }) => keys.has(toNameKey(name))) ?? readings[0];
}

/** What an intent may carry beside its kind and target. */
interface Given {
  readonly justification: string;
  readonly duration: Duration;
  readonly ask: true;
  readonly confirmed: true;
  readonly asOwner: true;
  readonly page: number;
  readonly words: string;
}

function sayDuration(duration: Duration): string {
  switch (duration.kind) {
    case 'days':
      return `days=${duration.days}`;
    case 'minutes':
      return `minutes=${duration.minutes}`;
    case 'until':
      return `until=${new Date(duration.until).toISOString()}`;
  }
}

/** An intent in one line, with the reading that a command would pick: what tables compare. */
export function summarize(intent: Intent): string {
  const reading = namedIn(intent);
  const given = intent as Partial<Given>;
  const target = 'target' in intent && !('by' in intent.target) ? intent.target : undefined;
  const reason = reading?.justification ?? given.justification;
  const duration = reading?.duration ?? given.duration;
  const parts = [
    intent.kind,
    reading?.name,
    target?.requestId ?? ('requestId' in intent ? intent.requestId : undefined),
    target?.words === undefined ? undefined : `words=${target.words}`,
    given.words === undefined ? undefined : `words=${given.words}`,
    reason === undefined ? undefined : `because=${reason}`,
    duration && sayDuration(duration),
    given.page === undefined ? undefined : `page=${given.page}`,
    given.asOwner ? 'asOwner' : undefined,
    given.confirmed ? 'confirmed' : undefined,
    given.ask ? 'ask' : undefined,
    intent.kind === 'suggest' && intent.remark ? 'remark' : undefined,
  ];
  return parts.filter((part) => part !== undefined).join(' | ');
}

/** Checks one message; a failure shows both lines and all readings. */
export function expectMessage(text: string, expected: string, context: ParseContext = here): void {
  const intent = parseMessage(text, context);
  assert.equal(
    summarize(intent),
    expected,
    `${JSON.stringify(text)} was read as\n  ${summarize(intent)}\nand not as\n  ${expected}\n${inspect(intent, { depth: 6 })}`,
  );
}
