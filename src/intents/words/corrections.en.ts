import { anyOf } from './patterns.js';
import type { GroupRole, JoinRule } from '../../domain/terms.js';

/*
 * How people take back or change what was said or done. Unless it says otherwise, each is compared with a text in small
 * letters and without marks, as `toAnswer` makes it.
 */

/** Another one is meant than the last turn was about. */
export const anyOther = /\b(?:a|an|some|any|another|new|different|other|others|else|someone|somebody|something)\b/i;

/** Words that stand for a person. */
export const meansSomebody = /\b(?:him|her|them|he|she|they)\b/i;

const oops = anyOf('no', 'oh', 'oops', 'whoops', 'hm', 'hmm', 'sorry', 'wait', 'actually', 'please', 'ok');
const askingYou = anyOf('can you', 'could you', 'on second thoughts?', 'i think');
const what = '(?:it|that|this|the last one)';
const undoing = anyOf(
  `undo(?: ${what})?`,
  `(?:i )?take ${what} back`,
  `(?:revert|reverse|cancel|scrap|scratch|stop)(?: ${what})?`,
  'forget (?:it|that|about it)',
  '(?:ive |i )?changed my mind',
  '(?:that was )?(?:a|my) mistake',
  '(?:that was )?(?:the )?wrong(?: (?:one|group|person|guy|button))?',
  '(?:take|get|remove) (?:him|her|them) (?:out|off|back out)',
);
const afterAll = anyOf('please', 'again', 'after all', 'i was wrong', 'i changed my mind', 'sorry', undoing);

/** What was just done is to be taken back. */
export const undoes = new RegExp(`^(?:${anyOf(oops, askingYou)} )*${undoing}(?: ${afterAll})*$`);

const hesitating = anyOf('oh', 'hm+', 'um', 'well', 'sorry', 'ah', 'er', 'oops', 'whoops', 'actually', 'wait', 'then');
const refusing = anyOf('no', 'nope', 'nah', 'dont', 'do not', 'not so fast', 'cancel', 'stop');

/** A "no" that begins a text, whatever comes behind it. */
export const beginsWithNo = new RegExp(
  `^(?:${hesitating} )*(?:${refusing}\\b(?! ${anyOf('problem', 'rush', 'hurry', 'worries', 'reason', 'idea')})` +
    '|wait (?!a |one |for )\\w+ \\w+ \\w+)',
);

const sayings = anyOf(
  "i(?:['’]d)? prefer",
  "let['’]?s (?:say|call it|name it)",
  ...['(?:please )?call it', 'name it', 'how about', 'what about', 'make it', 'change the name to', 'rename it to'],
  '(?:it|the name|this|that) (?:should be|is|will be|must be|shall be)(?: (?:called|named))?',
  "it['’]s (?:called|named)",
  ...['called', 'named', 'name:?', 'the name is'],
);

/** What stands before a new name; compared with the text as it was typed. */
export const aroundNewName = new RegExp(
  `^(?:${anyOf('no', 'sorry', 'actually', 'oh', 'hm+', 'ok', 'maybe', 'rather', 'better', 'please', 'then')},? )*` +
    `(?:${sayings} )?`,
  'i',
);
/** What stands behind a new name; compared with the text as it was typed. */
export const behindNewName = new RegExp(
  `,?(?: ${anyOf('(?:is|sounds|would be) (?:better|nicer)', 'it is', 'then', 'instead', 'please', 'rather')})+$`,
  'i',
);

/** "hm, no. Evening Team": a name in the place of the one that was said, known by its capital; as it was typed. */
export const nameAfterNo = new RegExp(
  `^(?:${anyOf('[Oo]h', '[Hh]m+', '[Ww]ell', '[Uu]m', '[Ee]r')}[,.]?\\s+)?` +
    `${anyOf('[Nn]o', '[Nn]ope', '[Ss]orry', '[Aa]ctually', '[Ww]ait', '[Rr]ather')}[,.!:]?\\s+` +
    '(?:rather\\s+|better\\s+|make it\\s+)?(?!I\\b)(\\p{Lu}[^.!?;\\n]{0,60}?)' +
    '(?:\\s+(?:please|then|instead|rather))?[.!]?$',
  'u',
);

const aside = anyOf('no', 'nope', 'sorry', 'wait', 'actually', 'rather', 'instead', 'please', 'just', 'then', 'better');
const isEnough = 'is (?:enough|better|fine|what i want(?:ed)?)|will do|of course';
const letItBe = 'i mean(?:t)?|make it|it should be|should be|let it be|leave it at';
const small = anyOf('and', 'as', 'an?', 'the', 'only', 'it', 'to', 'for', 'needs?', 'with');

/** What stands around a rule or a role that takes the place of another. */
export const aroundValue = new RegExp(`\\b(?:${aside}|${isEnough}|${letItBe}|${small})\\b`, 'g');

/** Join rules, as an answer calls them. */
export const ruleNames: readonly (readonly [RegExp, JoinRule])[] = [
  [/^(?:owners? |my |our )?approval(?: required)?$|^(?:owners? )?approves?$|^on request$|^ask first$/, 'ownerApproval'],
  [/^open(?: everybody| everyone| all| anyone| join)?$|^public$|^everybody can join$/, 'open'],
  [/^(?:closed|private|invitation|invite|invited|owners?|owners add(?: members)?)$/, 'ownersOnly'],
];

/** Roles, as an answer calls them. */
export const roleNames: readonly (readonly [RegExp, GroupRole])[] = [
  [/^(?:co )?owner$/, 'owner'],
  [/^(?:membership )?manager$/, 'manager'],
  [/^(?:plain |normal |ordinary )?member$/, 'member'],
];
