import { parseReading } from './parseReading.js';

/**
 * Whether a message is a command exactly as cards and help print it, so that its wording alone says all: nothing stands
 * beside the verb but a number, a name without any word that could mean something else, and a reason that is marked as
 * one. Every pattern is anchored and runs once along a text of bounded length.
 */
export function isPrinted(text: string): boolean {
  // What is only asked about is a message of its own, and not done.
  if (parseReading(text)) return true;
  const line = text.trim();
  if (forgetting.test(line)) return true;
  if (line.length > 600 || line.includes('\n') || /[?!<@{]/.test(line)) return false;
  return printed.test(line) || namedSearch.test(line) || ofDirectory.test(line) || isPlainJoin(line);
}

const printed =
  /^(?:(?:my groups|my requests|inbox|groups|resources|settings|help|admins|directory|bot status|guardrails|my delegations)(?: page \d{1,4})?|(?:approve|request|withdraw|remind|history) REQ-[0-9A-Z]{8}|approve REQ-[0-9A-Z]{8} for \d{1,4} days|deny REQ-[0-9A-Z]{8} because [^?!]{1,400})$/i;

/** What is said about the directory, with words that mean nothing else, and one name at its end. */
const ofDirectory =
  /^(?:(?:drift|link|(?:take over|undo|ignore) drift in|release brake of) [^?!,;:]{1,80}|release brake|(?:yes, )?enrol all (?:microsoft 365|security) groups|set drift of [^?!,;:]{1,80} to (?:undo|take over|ask))$/i;

/** A search for words that are written like a name. */
const namedSearch = /^groups(?: \p{Lu}[\p{L}\p{N}&'-]{0,40}){1,6}$/u;

/** Somebody by a mention or a full name: "forget my request" and "forget about it" are something else. */
const forgetting =
  /^(?:[Yy]es, )?[Ff]orget (?:@\{[^{}\s]{1,200}\}|\p{Lu}[\p{L}'’.-]{0,60}(?: \p{Lu}[\p{L}'’.-]{0,60}){1,3})$/u;

/** Words beside a name that may say something about the wish: for whom, how long, as what, but not. */
const risky =
  /(?:^| )(?:for|as|until|till|til|and|or|not|no|only|but|except|without|if|unless|when|while|with|from|to|by|on|in|at|because|expires?|ending|instead|please|me|my|him|her|them|us)(?: |$)/i;

/** Words that stand for something else, unless they are written like a name: "join it", "join that one". */
const standsFor =
  /(?:^| )(?:it|that|this|those|these|one|ones|there|same|they|he|she|first|second|third|last|both)(?: |$)/;

/** "join Marketing", "join Marketing because …", with a plain number of days at its end. */
function isPlainJoin(line: string): boolean {
  if (!/^join /i.test(line)) return false;
  const rest = line.slice(5);
  const at = rest.toLowerCase().indexOf(' because ');
  const name = at < 0 ? rest.replace(/ for \d{1,4} days$/i, '') : rest.slice(0, at);
  return name !== '' && name.length <= 80 && !/[,;:&/\d]/.test(name) && !risky.test(name) && !standsFor.test(name);
}
