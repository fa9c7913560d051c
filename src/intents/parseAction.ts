import type { ActionReading, Click, Clicks } from './clicks/click.js';
import { delegationClicks } from './clicks/delegations.js';
import { groupClicks } from './clicks/groups.js';
import { historyClicks } from './clicks/history.js';
import { memberClicks } from './clicks/members.js';
import { organisationClicks } from './clicks/organisation.js';
import { requestClicks } from './clicks/requests.js';
import { resourceClicks } from './clicks/resources.js';
import { startClicks } from './clicks/start.js';
import type { ParseContext } from './parseContext.js';
import type { ChoiceVerb } from '../domain/question.js';

/** By their verbs; what can be picked from a card has its click: one left out does not compile. */
const clicks: Clicks & Readonly<Record<ChoiceVerb, Click>> = {
  ...startClicks,
  ...requestClicks,
  ...groupClicks,
  ...memberClicks,
  ...delegationClicks,
  ...resourceClicks,
  ...organisationClicks,
  ...historyClicks,
};

const byVerb = new Map<string, Click>(Object.entries(clicks));

/** Reads a click. Nothing in it is believed beyond ids and what the person filled in. Never throws. */
export function parseAction(verb: unknown, data: unknown, context: ParseContext): ActionReading {
  // An input that was left empty comes as nothing, as an empty text or as null, depending on the client.
  const fields: Record<string, unknown> =
    typeof data === 'object' && data !== null && !Array.isArray(data)
      ? Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null))
      : {};
  // A client that knows no Action.Execute sends the verb inside the data.
  const name = typeof verb === 'string' && verb !== '' ? verb : fields['action'];
  const read = typeof name === 'string' ? byVerb.get(name) : undefined;
  return read ? read(fields, context) : { ok: false, problem: { code: 'unknown' } };
}
