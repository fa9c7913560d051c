import { fold } from './entities/fold.js';
import type { KnownName } from './entities/knownName.js';
import type { Message } from './message.js';
import type { Meaning } from './newIntents.js';
import { isChange, type Verdict } from './verdicts.js';
import { forwarding } from './words/en/forwarding.js';

/** A mail that somebody hands on: what it says, and who wrote it where that is known. */
export interface Quoted {
  readonly body: string;
  readonly writer?: KnownName;
}

/** What was quoted, without its header and marks; nothing where nothing was. */
export function quotedOf(message: Message, names: readonly KnownName[]): Quoted | undefined {
  const lines = message.segments
    .filter(({ kind }) => kind === 'quoted')
    .flatMap(({ start, end }) => message.plain.slice(start, end).split('\n'))
    .map((line) => line.replace(/^[\s>|]+/, '').trim());
  const said = lines.filter(
    (line) => !forwarding.header.test(line) && !forwarding.wrote.test(line) && !forwarding.divider.test(line),
  );
  const body = withoutCall(said.join('\n').trim(), names);
  if (body === '') return undefined;
  const heads = lines.flatMap((line) => forwarding.sender.exec(line)?.[1] ?? forwarding.wrote.exec(line)?.[1] ?? []);
  const writer = personIn(heads[0], names) ?? personIn(said.filter((line) => line !== '').at(-1), names, true);
  return { body, ...(writer && { writer }) };
}

/** "Bob, can you …": whom it was written to is not whom it is about. */
function withoutCall(body: string, names: readonly KnownName[]): string {
  const call = /^([\p{L}'’-]{1,30})\s?[,!:]\s/u.exec(body);
  const isName = names.some(({ of, name }) => of === 'people' && fold(name).split(' ')[0] === fold(call?.[1] ?? ''));
  return call && isName ? body.slice(call[0].length) : body;
}

/** The only person whom a line names; `isWhole`: and nothing else. */
function personIn(line: string | undefined, names: readonly KnownName[], isWhole = false): KnownName | undefined {
  if (line === undefined) return undefined;
  const text = ` ${fold(line)} `;
  const people = names.filter(({ of }) => of === 'people');
  const words = (name: string): string[] => fold(name).split(' ');
  const full = people.filter(({ name }) => words(name).every((word) => text.includes(` ${word} `)));
  const first = people.filter(({ name }) => text.trim() === fold(name) || text.trim() === words(name)[0]);
  // "… I'm with HR now. Dee"
  const last = people.filter(({ name }) => isSigned(line, words(name)[0] ?? ''));
  const whole = first.length > 0 ? first : full.length > 0 && text.length < 60 ? full : last;
  const found = isWhole ? whole : full;
  return found.length === 1 ? found[0] : undefined;
}

/** Whether all that was written beside a mail is that what it asks for is to be done. */
export function isHandedOn(own: string, writer: string): boolean {
  const named = fold(writer).split(' ');
  const words = fold(own)
    .split(' ')
    .filter((word) => word !== '' && !named.includes(word));
  return (
    words.length > 0 &&
    words.length <= 14 &&
    words.every((word) => forwarding.doIt.has(word)) &&
    words.some((word) => forwarding.doing.has(word))
  );
}

/** What was written beside a mail, with the mail's names for "him" and "there"; nothing where it has no such word. */
export function withNamesOf(own: string, groups: readonly string[], people: readonly string[]): string | undefined {
  const [group, person] = [groups.join(' and '), people.join(' and ')];
  let text = own;
  if (person !== '') text = text.replace(forwarding.somebody, person);
  const isNamed = text !== own;
  if (group !== '' && forwarding.places.test(text))
    text = text.replace(forwarding.places, (found) => {
      const preposition = /^(?:in|into|to|from|off)\b/i.exec(found)?.[0];
      return preposition === undefined && /there/i.test(found)
        ? `to ${group}`
        : [preposition, group].filter(Boolean).join(' ');
    });
  else if (group !== '' && isNamed) {
    if (forwarding.adding.test(text)) text = `${text.replace(/[\s.!]+$/, '')} to ${group}`;
    else if (forwarding.removing.test(text)) text = `${text.replace(/[\s.!]+$/, '')} from ${group}`;
  }
  return text === own ? undefined : text;
}

/** What somebody asks for in a mail, as a wish of whoever hands it on; it is always asked about. */
export function asHandedOn(
  meaning: Meaning,
  { writer }: Quoted,
  groupsILead: readonly string[] | undefined,
): Verdict[] {
  const person = writer && ({ by: 'id', personId: writer.id } as const);
  const ask = (wish: Meaning): Verdict[] => [{ ask: wish, unexplained: [], why: 'another' }];
  if (meaning.kind === 'joinGroup' && person) {
    const { target, targets, duration, justification } = meaning;
    const all = targets ?? [target];
    const given = { ...(duration && { duration }), ...(justification !== undefined && { justification }) };
    const isMine = all.every((one) => one.by === 'id' && groupsILead?.includes(one.groupId));
    return ask(
      isMine
        ? { kind: 'addMembers', target, ...(targets && { targets }), people: [person], ...given }
        : { kind: 'requestFor', targets: all, people: [person], ...given },
    );
  }
  if (meaning.kind === 'leaveGroup' && person) return ask({ kind: 'removeMember', target: meaning.target, person });
  return isChange(meaning) && meaning.kind !== 'joinGroup' && meaning.kind !== 'leaveGroup' ? ask(meaning) : [];
}

/** A first name by itself at the end of what was written. */
function isSigned(line: string, first: string): boolean {
  const text = line.trim();
  const before = text.slice(0, text.length - first.length).trimEnd();
  return first.length > 1 && fold(text.slice(-first.length)) === first && /[.!?,–-]$/.test(before);
}
