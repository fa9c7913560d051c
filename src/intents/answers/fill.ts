import type { About } from './references.js';
import type { AskVerdict, Step } from '../choose.js';
import { type AskReason, isChange } from '../verdicts.js';
import type { Intent, IntentKind } from '../intent.js';
import { missingIn, withSaid } from '../slots.js';
import { anyOther, meansSomebody } from '../words/corrections.en.js';

/** What changes nothing before its own question was answered, which shows all that it would do. */
export const asksItself: ReadonlySet<IntentKind> = new Set<IntentKind>([
  'leaveGroup',
  'removeMember',
  'changeRole',
  'changeAdmin',
  'changeBlock',
  'transferGroup',
  'deleteGroup',
  'renameResource',
  'removeResource',
]);

/** What only showed one group. */
const looks: ReadonlySet<IntentKind> = new Set<IntentKind>(['showGroup', 'explainJoin', 'findAccess']);

/** A verb and nothing else. */
const isAlone = /^\S+$/;

/**
 * A wish that lacks something, with what the last turn was about in its place: after a look at Sales, "kick Ben out" and
 * "can I join?" mean Sales. What changes something comes back as a card first. Nothing where the last turn has nothing
 * to give, or the text means another one.
 */
export function filled(
  { intent, ask }: Step,
  text: string,
  about: About,
  last: IntentKind | undefined,
): Step | undefined {
  const first = missingIn(intent);
  if (first === undefined || anyOther.test(text)) return undefined;
  // "join" once more, with nothing beside it, means another group.
  if (intent.kind === last && !namesSomething(intent)) return undefined;
  const given = missingSlots(intent).reduce((filled: Intent | undefined, slot) => {
    const name = nameFor(slot, text, about);
    return filled && name !== undefined ? withSaid(filled, slot, name) : undefined;
  }, intent);
  if (!given) return undefined;
  const isOwn = given.kind === 'joinGroup' && !isAlone.test(text.trim()) && last !== undefined && looks.has(last);
  if (!isChange(given) || asksItself.has(given.kind) || isOwn) return { intent: given };
  return { intent: given, ask: asking(given, ask?.unexplained ?? [], 'another') };
}

function asking(ask: Intent, unexplained: readonly string[], why: AskReason): AskVerdict {
  return { ask, unexplained, why };
}

function nameFor(slot: ReturnType<typeof missingIn>, text: string, about: About): string | undefined {
  if (slot === 'group') return about.group ?? about.request?.group;
  if (slot === 'resource') return about.resource;
  const [only, other] = about.people.length > 0 ? about.people : [about.request?.requester];
  return slot === 'person' && other === undefined && meansSomebody.test(text) ? only : undefined;
}

/** All that a wish lacks, one after the other. */
function missingSlots(intent: Intent): NonNullable<ReturnType<typeof missingIn>>[] {
  const slot = missingIn(intent);
  return slot === undefined ? [] : [slot, ...missingSlots(withSaid(intent, slot, '?'))];
}

function namesSomething(intent: Intent): boolean {
  const { person, people, resource } = intent as {
    readonly person?: { readonly name?: string };
    readonly people?: readonly unknown[];
    readonly resource?: { readonly name?: string };
  };
  return [person, resource].some((one) => one !== undefined && one.name !== '') || (people ?? []).length > 0;
}
