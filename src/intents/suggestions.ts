import type { IntentOf } from './intent.js';
import type { Suggestion } from '../domain/views.js';

const help: Suggestion = { text: 'help', what: 'see everything I can do' };
const groups: Suggestion = { text: 'groups', what: 'see which groups there are' };
const myGroups: Suggestion = { text: 'my groups', what: 'see where you are in' };
const myRequests: Suggestion = { text: 'my requests', what: 'see what you asked for' };
const inbox: Suggestion = { text: 'inbox', what: 'see what waits for your decision' };

const longestName = 60;

/** Nothing is changed; here is what could be tried. `remark`: it reads as talk and not as a failed command. */
export function suggest(suggestions: readonly Suggestion[], remark = false): IntentOf<'suggest'> {
  return { kind: 'suggest', suggestions: suggestions.slice(0, 3), remark };
}

/** What could be meant by a name alone. */
export function suggestForName(name: string, remark = false): IntentOf<'suggest'> {
  const short = name.trim().slice(0, longestName).trim();
  if (short === '') return suggest([groups, myGroups, help], remark);
  return suggest(
    [
      { text: `group ${short}`, what: 'see what it is and how to get in' },
      { text: `join ${short}`, what: 'ask to get in' },
      groups,
    ],
    remark,
  );
}

/** Two commands in one message: they are asked for one by one. */
export function suggestOneByOne(commands: readonly string[]): IntentOf<'suggest'> {
  return suggest(commands.map((text) => ({ text: text.slice(0, longestName), what: 'one at a time, please' })));
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
    [{ text: 'manage Marketing', what: 'see and change what a group is' }, myGroups],
  ],
  [
    /^(?:remove|kick)(?! me\b| us\b| my\b) (?!.*\b(?:from|out of|off|as)\b).+$/i,
    [
      { text: 'remove Bo Berg from Marketing', what: 'say from which group, too' },
      { text: 'members Marketing', what: 'see who is in, with a button for each' },
    ],
  ],
  [
    /^(?:make|name|appoint) (?!me\b|us\b).+ (?:an? |the |co-?)*(?:owner|(?:membership )?manager)$/i,
    [
      { text: 'make Bo Berg owner of Marketing', what: 'say of which group, too' },
      { text: 'make Bo Berg membership manager of Marketing', what: 'somebody who decides with you' },
    ],
  ],
  [
    /^(?:members?|add|invite|remove|kick|add members?|remove members?|import|import members(?: into [^:]*)?)$/i,
    [
      { text: 'members Marketing', what: 'see who is in' },
      { text: 'add Bo Berg to Marketing', what: 'let somebody in' },
      { text: 'import members into Marketing: …', what: 'with a pasted list behind the colon' },
    ],
  ],
  [
    /^(?:owners?|make owner|managers?)$/i,
    [
      { text: 'make Bo Berg owner of Marketing', what: 'name another owner' },
      { text: 'make Bo Berg membership manager of Marketing', what: 'somebody who decides with you' },
    ],
  ],
  [
    /^(?:history|audit|export|verify)$/i,
    [
      { text: 'history Marketing', what: 'see what happened to a group' },
      { text: 'audit verify', what: 'check the whole history' },
      { text: 'export audit as csv', what: 'save it' },
    ],
  ],
  [
    /^(?:add |new )?(?:resource|application|app|grant|ungrant|attach|detach)$/i,
    [
      { text: 'resources', what: 'see what groups open' },
      { text: 'add resource Salesforce', what: 'add one' },
      { text: 'grant Salesforce to Marketing', what: 'let a group open it' },
    ],
  ],
  [
    /^(?:export|download|save) (?!.*\b(?:audit|history|log|who)\b).+$/i,
    [
      { text: 'export who has Salesforce', what: 'everybody with access, as a file' },
      { text: 'export audit as csv', what: 'the whole history' },
      { text: 'members Marketing', what: 'see who is in' },
    ],
  ],
  [
    /^(?:block|unblock)(?: (?!.*\b(?:from|for|in|on)\b).+)?$/i,
    [
      { text: 'block Bo Berg from Salesforce because …', what: 'take access away' },
      { text: 'who has Salesforce', what: 'see who has it' },
    ],
  ],
  [
    /^(?:i'm|i am|we're|we are) (?:back|away|out|on (?:holidays?|vacation|leave)|off|out of (?:the )?office)\b.*$/i,
    [
      { text: 'delegate to Bo Berg until Friday', what: 'name a stand-in for your decisions' },
      { text: 'stop delegating', what: 'decide alone again' },
      { text: 'my delegations', what: 'see who stands in' },
    ],
  ],
  [
    /^close (?!.*\brequest).+$/i,
    [
      { text: 'make Marketing owners only', what: 'only owners add members from then on' },
      { text: 'delete Marketing', what: 'delete the group, after a card' },
      { text: 'manage Marketing', what: 'see and change what a group is' },
    ],
  ],
  [
    /^(?:delegate|delegation)$/i,
    [
      { text: 'delegate to Bo Berg until Friday', what: 'name a stand-in' },
      { text: 'my delegations', what: 'see who stands in' },
    ],
  ],
  [/^explain$/i, [{ text: 'explain join Marketing', what: 'see each rule, and what it says for you' }, help]],
  [
    /^(?:set|change)$/i,
    [
      { text: 'settings', what: 'see every setting' },
      { text: 'manage Marketing', what: 'see and change what a group is' },
    ],
  ],
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
      ...suggest([{ text: `I need access to ${wanted}`, what: 'find the groups that open it' }, groups, help], remark),
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
