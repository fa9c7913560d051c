import type { AdminIntent, ResourceTarget } from './adminIntent.js';
import { plainMarks } from './normalizeText.js';
import { parsePerson, type PersonTarget } from './parsePerson.js';
import type { GroupTarget, NameReading } from './targets.js';
import type { ParseContext } from './parseContext.js';

/** One sentence of those who run groups: what it looks like, and what it means. */
export interface Rule {
  readonly pattern: RegExp;
  readonly build: (match: RegExpExecArray, context: ParseContext) => AdminIntent | undefined;
}

/** A page number behind a list. */
export const page = String.raw`(?:,? (?:page ?|p\. ?)(\d{1,4}))?`;

/** A group as typed: the whole, and without the words that people put around a name. */
export function groupNamed(text: string): GroupTarget {
  const whole = text
    .trim()
    .replace(/^["'“”‘’]+|["'“”‘’]+$/g, '')
    .trim();
  const bare = whole.replace(/^(?:the|group|team) /i, '').replace(/^(?:group|team) /i, '');
  const readings: NameReading[] = [...new Set([whole, bare, bare.replace(/ (?:group|team)$/i, '')])]
    .filter((name) => name !== '')
    .map((name) => ({ name }));
  return { by: 'name', readings };
}

/** A resource as typed, without the words that people put around a name. */
export function resourceNamed(text: string): ResourceTarget {
  return {
    by: 'name',
    name: text
      .trim()
      .replace(/^(?:access to |the (?:app|application|site) |the )/i, '')
      .replace(/^["'“”]+|["'“”]+$/g, ''),
  };
}

/** Several people, as they are listed in a sentence. */
export function peopleIn(text: string): PersonTarget[] {
  return text
    .split(/\s*(?:[,;&]|\band\b)\s*/i)
    .map((part) => parsePerson(part))
    .filter((person) => person !== undefined);
}

/** Words that stand for somebody and name nobody. */
export const isSelf = /^(?:me|myself|us|him|her|them|it|this|that|everybody|everyone|all|yourself|you)\b/i;

/** What stands in front of a reason, and the reason. */
export function withReason(text: string): { readonly head: string; readonly justification?: string } {
  const match = /\s+(?:because|since|reason:)\s+/i.exec(plainMarks(text));
  return match
    ? { head: text.slice(0, match.index), justification: text.slice(match.index + match[0].length).trim() }
    : { head: text };
}

/** A person, where one was named. */
export function personPart(text: string | undefined): { readonly person?: PersonTarget } {
  const person = parsePerson(text ?? '');
  return person ? { person } : {};
}

/** A sentence about one person who is named. */
export function personal(
  text: string | undefined,
  build: (person: PersonTarget) => AdminIntent,
): AdminIntent | undefined {
  const person = parsePerson(text ?? '');
  return person && !(person.by === 'name' && isSelf.test(person.name)) ? build(person) : undefined;
}
