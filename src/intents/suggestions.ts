import type { IntentOf } from './intent.js';
import type { Suggestion } from '../domain/start/suggestions.js';

const help: Suggestion = { command: 'help' };
const groups: Suggestion = { command: 'groups' };
const myGroups: Suggestion = { command: 'myGroups' };
const myRequests: Suggestion = { command: 'myRequests' };
const inbox: Suggestion = { command: 'inbox' };

const longestName = 60;

/** Nothing is changed; here is what could be tried. `remark`: it reads as talk and not as a failed command. */
export function suggest(suggestions: readonly Suggestion[], remark = false): IntentOf<'suggest'> {
  return { kind: 'suggest', suggestions: suggestions.slice(0, 3), remark };
}

/** What could be meant by a name alone. */
export function suggestForName(name: string, remark = false): IntentOf<'suggest'> {
  const short = name.trim().slice(0, longestName).trim();
  if (short === '') return suggest([groups, myGroups, help], remark);
  return suggest([{ command: 'group', name: short }, { command: 'join', name: short }, groups], remark);
}

/** Two commands in one message: they are asked for one by one. */
export function suggestOneByOne(commands: readonly string[]): IntentOf<'suggest'> {
  return suggest(commands.map((text) => ({ command: 'oneByOne', name: text.slice(0, longestName) })));
}

const topics: readonly [RegExp, readonly Suggestion[]][] = [
  [/\b(?:approv|accept|den(?:y|ied|ies)|reject|declin|decid|decision|owner)/i, [inbox, myRequests, help]],
  [/\b(?:request|waiting|status|pending|asked)/i, [myRequests, inbox, help]],
  [/\b(?:leav|left|remov|member)/i, [myGroups, groups, help]],
  [/\b(?:join|add|access|group|team|need|want)/i, [groups, myGroups, help]],
];

/** A verb of those who run groups, with nothing behind it: how it goes on. */
const usages: readonly (readonly [RegExp, readonly Suggestion[]])[] = [
  [
    /^(?:manage|administer|rename|describe|hide|limit|delete|claim|transfer)(?: group| a group)?$/i,
    [{ command: 'manage' }, myGroups],
  ],
  [
    /^(?:remove|kick)(?! me\b| us\b| my\b| (?:the )?(?:resource|application|app|site)\b) (?!.*\b(?:from|out of|off|as)\b).+$/i,
    [{ command: 'removeFrom' }, { command: 'membersForRemoval' }],
  ],
  [
    /^(?:make|name|appoint) (?!me\b|us\b).+ (?:an? |the |co-?)*(?:owner|(?:membership )?manager)$/i,
    [{ command: 'makeOwnerOf' }, { command: 'makeManager' }],
  ],
  [
    /^(?:members?|add|invite|remove|kick|add members?|remove members?|import|import members(?: into [^:]*)?)$/i,
    [{ command: 'members' }, { command: 'add' }, { command: 'import' }],
  ],
  [/^(?:owners?|make owner|managers?)$/i, [{ command: 'makeOwner' }, { command: 'makeManager' }]],
  [/^(?:history|audit|export|verify)$/i, [{ command: 'history' }, { command: 'verify' }, { command: 'exportAudit' }]],
  [
    /^(?:add |new )?(?:resource|application|app|grant|ungrant|attach|detach)$/i,
    [{ command: 'resources' }, { command: 'addResource' }, { command: 'grant' }],
  ],
  [
    /^(?:export|download|save) (?!.*\b(?:audit|history|log|who)\b).+$/i,
    [{ command: 'exportAccess' }, { command: 'exportHistory' }, { command: 'members' }],
  ],
  [/^(?:block|unblock)(?: (?!.*\b(?:from|for|in|on)\b).+)?$/i, [{ command: 'block' }, { command: 'whoHas' }]],
  [
    /^(?:i'm|i am|we're|we are) (?:back|away|out|on (?:holidays?|vacation|leave)|off|out of (?:the )?office)\b.*$/i,
    [{ command: 'delegateAway' }, { command: 'stopDelegating' }, { command: 'myDelegations' }],
  ],
  [/^close (?!.*\brequest).+$/i, [{ command: 'ownersOnly' }, { command: 'delete' }, { command: 'manage' }]],
  [/^(?:delegate|delegation)$/i, [{ command: 'delegate' }, { command: 'myDelegations' }]],
  [/^explain$/i, [{ command: 'explain' }, help]],
  [/^(?:set|change)$/i, [{ command: 'settings' }, { command: 'manage' }]],
];

/** How a command goes on, of which only the verb was typed. */
export function bareUsage(text: string): readonly Suggestion[] | undefined {
  return usages.find(([pattern]) => pattern.test(text))?.[1];
}

/** A nod or a choice, said to a card that waits for a click. */
const answersCard =
  /^(?:(?:yes|yep|yeah|yup|ok(?:ay)?|sure|fine|no|nope)(?:[ ,!.]+(?:please|do it|do that|go ahead|confirm|thanks?))*|(?:do it|go ahead|confirm(?:ed)?|(?:the )?(?:first|second|third|last|other)(?: one)?|(?:option|number) \d|\d)(?: please)?)$/i;

/** Words that are no group's name, however short. */
const chatter =
  /^[^\p{L}]*$|^(?:yes|yep|yeah|no|nope|ok|okay|sure|fine|bye|goodbye|lol|haha|hmm+|test|next|previous|back|page|hello|hi|hey|sorry|wow|why|what|stop|wait|undo|again|more|damn|shit|fuck|stupid|useless|idiot)(?![\p{L}])/iu;

/** The nearest things to try, by what the text talks about. */
export function suggestNearest(text: string, remark: boolean): IntentOf<'suggest'> {
  if (answersCard.test(text)) return { ...suggest([inbox, myRequests, help], remark), meansCard: true };
  const wanted = /^(?:i|we) (?:really |urgently )?(?:need|want|require) (?:the )?(.{2,40})$/i.exec(text)?.[1];
  if (wanted !== undefined)
    return {
      ...suggest([{ command: 'findAccess', name: wanted }, groups, help], remark),
      name: wanted,
    };
  const topic = topics.find(([pattern]) => pattern.test(text));
  if (topic) return suggest(topic[1], remark);
  if (chatter.test(text)) return suggest([help, groups, myRequests], remark);
  const words = text.split(' ').filter((word) => word !== '');
  // One to three words may well be a group's name.
  if (!remark && words.length <= 3 && text.length <= longestName) return { ...suggestForName(text), name: text };
  return suggest([help, groups, myRequests], remark);
}
