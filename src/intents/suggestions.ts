import type { IntentOf } from './intent.js';
import type { Suggestion } from '../domain/outcome.js';

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
  return suggest([{ text: `group ${short}`, what: 'see what it is and how to get in' }, { text: `join ${short}`, what: 'ask to get in' }, groups], remark);
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

/** Words that are no group's name, however short. */
const chatter = /^[^\p{L}]*$|^(?:yes|yep|yeah|no|nope|ok|okay|sure|fine|bye|goodbye|lol|haha|hmm+|test|next|previous|back|page|hello|hi|hey|sorry|wow|why|what|stop|wait|undo|again|more|damn|shit|fuck|stupid|useless|idiot)(?![\p{L}])/iu;

/** The nearest things to try, by what the text talks about. */
export function suggestNearest(text: string, remark: boolean): IntentOf<'suggest'> {
  const topic = topics.find(([pattern]) => pattern.test(text));
  if (topic) return suggest(topic[1], remark);
  if (chatter.test(text)) return suggest([help, groups, myRequests], remark);
  const words = text.split(' ').filter((word) => word !== '');
  // One to three words may well be a group's name.
  if (!remark && words.length <= 3 && text.length <= longestName) return suggestForName(text);
  return suggest([help, groups, myRequests], remark);
}
