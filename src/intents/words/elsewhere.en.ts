import { anyOf } from './patterns.js';

/*
 * Sentences that are answered by something else than they ask for; compared with a text in small letters and without
 * marks, with "p" for each person that it names.
 */

const some = (...parts: readonly string[]): string => `(?:${anyOf(...parts)} )*`;
const behind = (...parts: readonly string[]): string => `(?: ${anyOf(...parts)})*`;
const whole = (...parts: readonly string[]): RegExp => new RegExp(`^${parts.join('')}$`);

const politely = some(
  ...['hi', 'hello', 'hey', 'please', 'pls', 'ok', 'so', 'and', 'but', 'then', 'sorry', 'maybe', 'again', 'just'],
  ...['can you', 'could you', 'would you', 'will you'],
);
const courtesy = behind('please', 'pls', 'thanks');
const whom = anyOf(
  ...['p(?: s)?', 'him', 'her', 'them', 'the owners?', 'the approvers?', 'everybody', 'everyone', 'whoever decides'],
);
const anyone = anyOf(whom, 'anyone', 'anybody', 'someone', 'somebody');

const answers = anyOf(
  ...['answer(?:ed)?', 'replied', 'reply', 'react(?:ed)?', 'decided?', 'look(?:ed)?', 'seen', 'see'],
  ...['respond(?:ed)?', 'get back', 'got back'],
);
const whenAnswered = behind(
  'yet',
  'already',
  '(?:to|at|on) (?:it|that|me)',
  'it',
  '(?:to|on|at) my request',
  'my request',
);
const forMe = behind('yet', 'for me', 'on that', 'on my request', `from ${whom}`);

/** Somebody asks whether the owners have answered. */
export const asksAfterIt = whole(
  politely,
  anyOf(
    `(?:did|has|have) ${anyone} ${answers}${whenAnswered}`,
    `(?:is|are) there (?:any )?(?:news|answer)${forMe}`,
    `any (?:news|answer|reply|update|updates|luck)${forMe}`,
    'how (?:long|much longer) (?:does|do|will|is) (?:this|that|it|they)(?: (?:take|need|be|usually take))?',
    '(?:why is nobody answering|nobody answers|(?:i m |im |i am )?still waiting)',
  ),
  courtesy,
);

const wants = anyOf(
  'can i',
  'could i',
  'may i',
  'i want to',
  'i need to',
  'i would like to',
  'i d like to',
  'id like to',
);
const reaches = anyOf(
  ...['(?:talk|speak|chat) (?:to|with)', 'ask', 'reach', 'contact', 'get me', 'connect me (?:to|with)', 'is there'],
);
const somebody = anyOf(
  ...['human', 'humans', 'person', 'people', 'being', 'someone', 'somebody', 'support', 'helpdesk', 'help desk'],
  ...['admin', 'administrator', 'agent', 'operator'],
);

/** Somebody wants to speak with a person. */
export const asksForSomebody = whole(
  politely,
  `(?:${wants} |let me )?${reaches} (?:a |an |some |the |any )?(?:real |actual |human |live )?${somebody}`,
  behind('please', 'here', 'instead', 'i can talk to', 'who can help', 'to talk to'),
);

const needs = anyOf(
  '(?:i|we) (?:also )?(?:need|want|would like|d like|should have|must have|have to have)',
  ...['id like', 'give me', 'get me', 'set me up with', 'add me to', 'put me in(?:to)?', 'let me have', 'make me'],
);
const has = anyOf('has', 'have', 'had', 'got', 'gets', 's got', 'is in', 'is on', 'can do', 'can see', 'uses');
const things = anyOf(
  'groups?',
  'access',
  'rights',
  'permissions?',
  'things',
  'stuff',
  'setup',
  'tools',
  'memberships?',
);
const what = anyOf(
  'what',
  'whatever',
  'everything',
  'all',
  'the things',
  'the groups',
  'the access',
  'whichever groups?',
);

/** What somebody else has, without saying what that is. */
export const whatTheyHave = whole(
  politely,
  `(?:${needs} )?(?:exactly |just )?`,
  anyOf(
    `${what} (?:that )?p ${has}`,
    `(?:the )?(?:exact )?same(?: (?:${things}|as))* (?:as|like|that) p(?: ${has})?`,
    `like p(?: has)?`,
    `p s ${things}`,
  ),
  behind('please', 'pls', 'thanks', 'too', 'as well', 'also'),
);

/** Somebody asks the bot to ask the owner for them: that is what a request is. */
export const asksForMe = whole(
  politely,
  `(?:ask|tell|write to|message) ${whom} (?:if|whether|that) (?:i|we) `,
  anyOf('can', 'could', 'may', 'might', 'want to', 'would like to', 'd like to', 'need to'),
  ` ${anyOf('join', 'get in', 'come in', 'be in', 'be added', 'be let in', 'get access', 'have access')}`,
  behind('please', 'there', 'too'),
);
