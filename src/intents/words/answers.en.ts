import { anyOf } from './patterns.js';
import type { IntentKind } from '../intent.js';
import type { GroupType } from '../../domain/terms.js';

/*
 * How answers are worded. Unless it says otherwise, each is compared with a text in small letters and without marks, as
 * `toAnswer` makes it.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** What stands before an answer and says nothing. */
export const beforeAnswer = /^(?:(?:oh|um|hm|hmm|well|ah|er|actually|so|then|and) )+/u;
/** What stands behind an answer and says nothing. */
export const behindAnswer = /(?: (?:please|pls|plz|thanks|thank you|thx|then|mate|man|bot|of course))+$/u;

/** What stands before a message that goes on from the last turn, and says nothing of what is wished. */
export const leadIn =
  /^(?:(?:ok|okay|k|fine|alright|all right|great|good|sure|yes|yep|yeah|right|cool|perfect|nice|well|so|then|and|now|oh|ah|hm|wait|sorry|actually|i mean|i meant|no,? i mean|no,? i meant)(?:[,.!;:]+ *| +)(?!(?:to|for|on|with|about)\b))+/iu;
/** What stands behind one. */
export const leadOut = /(?:[, ]+(?:again|then|now|after all|please|pls|thanks|thx|instead))+[.! ]*$/iu;

/** Nothing but "yes". */
export const yesWords =
  /^(?:(?:yes|yep|yeah|yup|yea|y|ok|okay|k|sure|sure thing|of course|please|please do|do it|do that|do so|go|go ahead|go for it|confirm|confirmed|i confirm|correct|right|exactly|thats right|that is right|perfect|absolutely|definitely|affirmative|fine|fine by me|sounds good|looks good|ja|oui|si|yes i am|im sure|i am sure|send it|send|save|save it|submit|continue|proceed|agreed|all good|thats fine|thats the one|that one|him|her|them|it is|thats it|thats him|thats her|thats them|go on|please go on|carry on|alright|all right|by all means|yes of course|that works|works for me|i do|indeed|aye|ya|okey|okay then|why not|if you would|lets do it|lets go|make it so|happy with that|👍|✅|👌)(?: |$))+$/u;
/** Nothing but "no". */
export const noWords =
  /^(?:(?:no|nope|nah|n|no thanks|no thank you|cancel|cancel it|cancel that|cancel this|never mind|nevermind|nvm|forget it|forget that|forget about it|stop|stop it|stop that|stop this|drop that|leave this|cancel everything|forget this|forget everything|forget the whole thing|abort|dont|do not|dont do it|do not do it|please dont|rather not|better not|leave it|leave it be|not now|scrap that|scrap it|undo|drop it|on second thought|on second thoughts|changed my mind|i changed my mind|ive changed my mind|none|none of them|none of these|neither|neither of them|nobody|nothing|not any more|nein|non|no way|certainly not|absolutely not|of course not|i dont|i do not|take it back|take that back|i take that back|i take it back|scratch that|leave that|no need|not needed|no longer needed|hold it|wait no|oops|whoops|oops no|false alarm|ignore that|ignore it|disregard|disregard that|skip it|skip that|lets not|lets leave it|on reflection|👎|❌)(?: |$))+$/u;
/** Everything that was offered. */
export const allWords =
  /^(?:yes |ok |okay )?(?:(?:both|all|each|everyone|everybody|every one|everything|the lot)(?: of (?:them|those|these|it|the \w+))?|all (?:two|three|four|five|six)|the two|the three|them all|them both)$/;
/** A position, as a word. */
export const ordinals: Readonly<Record<string, number>> = {
  ...{ first: 1, one: 1, '1st': 1, second: 2, two: 2, '2nd': 2, third: 3, three: 3, '3rd': 3, fourth: 4, four: 4 },
  ...{ '4th': 4, fifth: 5, five: 5, '5th': 5, sixth: 6, six: 6, '6th': 6, top: 1, upper: 1, former: 1 },
};
/** The whole last list, of two or of a few. */
export const allListed =
  /(?<!\b(?:none|neither) )\b(both(?: of (?:them|those|these))?|all of (?:them|those|these)|all (?:two|three|four|five)|them all)\b/giu;
/** The last of what was offered. */
export const lastWords = words('last bottom lower');
/** The second of two. */
export const otherWords = words('other latter');
/** A position in the last list, in a message of its own: "leave the second one", "join number 3"; no date, no "first week". */
export const inList =
  /(?<!\b(?:on|until|till|by|from|before|after|since|for) )(?:\bthe (first|second|third|fourth|fifth|sixth|last|1st|2nd|3rd|4th|5th|6th)(?: (?:one|group|person|request|entry|item))?|(?:\b(?:number|nr\.?|option)|#) ?(\d|one|two|three|four|five|six)\b)(?=\s*(?:$|[.?!,;:]|(?:please|pls|plz|then|too|also|for|until|till|because|as|instead|from the list|on the list|in the list)\b))/giu;
/** What stands around a position. */
export const beforePosition =
  /^(?:(?:yes|ok|okay|the|number|no|option|nr|take|choose|pick|use|its|i mean|i meant|make it) )+/;
/** What stands behind a position. */
export const behindPosition = /(?: (?:one|option|person|group|request|of them|in the list|on the list))+$/;

/** What the one button of a question says, or "delete it": the verb of what is asked. */
export const labels: Readonly<Partial<Record<IntentKind, RegExp>>> = {
  deleteGroup: /^delete$/,
  leaveGroup: /^leave$/,
  removeMember: /^remove$/,
  changeGroup: /^(?:rename|change|hide|save)$/,
  saveGroup: /^(?:save|change)$/,
  transferGroup: /^(?:transfer|hand over)$/,
  changeBlock: /^(?:block|unblock)$/,
  changeGrant: /^(?:grant|ungrant|attach|detach|open|close)$/,
  changeRole: /^(?:change|promote|demote|appoint)$/,
  withdrawRequest: /^withdraw$/,
  remindApprovers: /^(?:remind|nudge)$/,
  approveRequest: /^(?:approve|accept)$/,
  denyRequest: /^(?:deny|reject|decline)$/,
  changeAdmin: /^(?:add|confirm|remove)$/,
  addMembers: /^add$/,
  joinGroup: /^(?:join|ask|send request)$/,
  createGroup: /^create(?: group)?$/,
  changeSetting: /^(?:change|set)$/,
  importMembers: /^(?:import|add)$/,
  enrolGroups: /^enrol$/,
  delegate: /^delegate$/,
  setUp: /^(?:set up|switch on|start)$/,
};
/** What stands before such a verb. */
export const beforeLabel = /^(?:(?:please|yes|ok|okay|then|so|just|all right|alright|and) )+/;
/** What stands behind such a verb. */
export const behindLabel = / (?:(?:for |to )?(?:it|them|him|her|that|this|both|all)|the request|that one)$/;

/** A clause that goes on with what was begun. */
export const goOn =
  /^(?:(?:so|then|ok|okay|yes|please|just|and) )*(?:go ahead|do it|do that|do so|please do|go for it|carry on|proceed|make it so|thats right|that is right|correct)(?: (?:please|then|with it|now))*$/;
/** A clause that takes back what was begun. */
export const takesBack =
  /^(?:(?:ok|okay|then|actually|oh|well|so|no|wait|i see) )*(?:no|nope|forget (?:it|that|about it)|never ?mind|leave (?:it|that|him|her|them)(?: be| alone)?|dont(?: \w+)?|do not(?: \w+)?|cancel(?: it| that)?|stop(?: it)?|keep (?:it|him|her|them)|ill (?:stay|keep it|leave it|pass)|rather not|not any more|(?:ive |i )?changed my mind|on second thoughts?)(?: (?:please|then|at all))*$/;
/** A clause that says nothing. */
export const emptyClause = /^(?:oh|hm+|um|well|ah|er|so)$/;
/** A first clause that takes everything back, whatever follows. */
export const takesAllBack = /^never ?mind\b|^forget (?:it|that|about)\b/;
/** A clause that takes back one thing that it names. */
export const takesThatBack = /^(?:i see )?never ?mind (?:the|that|it|about)/;
/** A clause that goes on with something else: "Sales instead", "call it Dusk". */
export const goesOnElse =
  / (?:instead|rather)$|^(?:call|name|make|use|approve|i meant?|the |not |until |for )|^(?:other|rather)\b/;
/** A first clause that says yes. */
export const yesFirst = /^(?:yes|yep|yeah|yup|ok|okay|sure|correct|right|fine)$/;
/** A text that begins with a plain "yes" and goes on behind a mark or a "please". */
export const beginsWithYes = /^(?:yes|yep|yeah|yup|ok(?:ay)?|sure|correct|right)(?: please)?\s*[,.!;–-]/i;
/** What turns a "yes" into something less than that. */
export const limiting = words(
  `no not never dont but only except without instead unless if wait first later until till tomorrow maybe perhaps
  rather however although though stop cancel another other second both wrong change`,
);
/** Nothing but a decision for whoever was shown. */
export const leadingYes =
  /^(?:(?:ok|okay|yes|fine|sure|alright|then|please|so) )*(?:yes|approved?|approve (?:it|him|her|them|that)|let (?:him|her|them) in|(?:hes|shes|theyre|thats|he is|she is|that is) (?:ok|fine|okay|welcome|good|right)|(?:fine|ok|okay|good) (?:by|with|for) me)(?: (?:please|then|thanks))*$/;
/** A refusal of whoever was shown, and why. */
export const leadingNo = /^(?:no|nope|nah|sorry,? no|rather not|not now)\s*[,.;:–-]\s*(\S.{3,})$/is;
/** Who or what is meant, beside a "yes". */
export const pointing =
  /^(?:him|her|them|that one|this one|that|it|both|all|the one|thats the one|thats him|thats her)$/;

/** Asks about the question itself. */
export const aboutQuestion =
  /^(?:what|huh|pardon|sorry|sorry what|come again|again|repeat|(?:please )?repeat that|say (?:that|it) again|what (?:does|do) (?:that|this|it|these|you|they) (?:even )?mean(?: by (?:that|this))?|what do you (?:want|need)(?: to know| from me)?|i (?:do not|dont) (?:understand|get it|get that|follow)(?: that| this| the question)?|what (?:was|is) the question|what are (?:the|my) (?:options|choices)|which ones?(?: are there| do you mean| exist)?|what (?:would|do) you (?:recommend|suggest|advise)|what should i (?:say|choose|pick|take|write|answer)|whats the difference|what is the difference|why (?:do you (?:ask|want to know|need that|need to know)|are you asking)|which (?:would|do) you recommend|what can i (?:say|answer|choose|pick)|who are they|how do you mean)$/;

/** Said by the way: no answer to anything. */
export const asideWords = /\b(?:by the way|btw|lol|haha)\b/;

/** Somebody asks for a moment, greets, or does not know: no answer yet. */
export const noAnswerYet =
  /^(?:hang on|hold on|wait|one (?:moment|sec|second|minute)|just a (?:moment|sec|second|minute)|moment|brb|let me (?:think|check|see)|not sure|i dont know|dunno|good question|what|hello|hi|hey|help|thank you|thanks|sorry)\b/;

/** What may stand around a name, a length or a number that is the whole answer ("no, make it two weeks", "I meant Jan Becker"). */
export const aroundAnswer = words(
  `a an the it its is was be that this please pls plz no yes yeah yep ok okay just only better rather say then lets let us for until
  till to with at of in i id ill im we mean meant need want like would should could change make put take use pick choose give go
  instead actually sorry thanks oh wait ah hm well so maybe do course group team one ones person request
  dept department address from and plus both him her them his hers their my me name named called call colleague
  colleagues option number there these those who works work sits whos guy man woman lady fellow chap mate wrong typo`,
);

/** Before what is not meant: "not Berg, the other one". */
export const notWords = words('not isnt except without');

/** Whether a text holds a word by which it says more than it seems to. */
export const carefulWords = /\b(?:not|no|but|only|if|unless|until|till|except|without|or|for|as|when|once)\b|\d/;

/** A new name or value in the place of the one that was said. */
export const renames =
  /^(?:(?:no|actually|sorry|oh|wait|ok|hm)[,.!]?\s+)*(?:(?:please\s+)?(?:call|name|make|title) it\s+(.{1,120}?)|(?:no|actually|sorry)[,.!]?\s+(.{1,120}?)\s+(?:instead|rather)|(?:no|actually|sorry)[,.!]?\s+(?:the )?(?:new )?name (?:is|should be)\s+(.{1,120}?))(?:\s+(?:please|instead|rather|then))?[.!]?$/i;

/** "also Sales", "Sales too": the same once more, with something else. */
export const onceMore = words('also too as well and same likewise ditto another');
/** On top of what was said already, where it is asked about still. */
export const comesOnTop = words('also too plus additionally');
/** "what about Sales?": the same is asked of something else. */
export const whatAbout = /^(?:and |so |ok |okay )*(?:what|how) about /i;

/** Words in the place of what somebody has not named yet. */
export const placeholders = words(
  'someone somebody something anyone anybody a an some any group person colleague coworker new long how me my i',
);

/** Somebody who is not named. */
export const anybody = words('someone somebody anyone anybody something colleague coworker');

/** Before "group" where none is named: "leave a group". */
export const anyOne = words('a an some any');

/** Whoever writes. */
export const ofWriter = words('me myself us');

/** Words of "one of them", which name none. */
export const anyOfThem = words('one any some of them those these it');

/** "Count me in", "I'd like to join": whoever writes wants in, without a word of where. */
export const wantsIn = new RegExp(
  `^(?:${anyOf('please', 'ok', 'okay', 'yes', 'then', 'so', 'now', 'cool', 'great', 'fine', 'just', 'also', 'can you', 'could you')} )*` +
    anyOf(
      `${anyOf(
        '(?:i(?:d| would)? )?(?:want|need|like|love|wanna)(?: to (?:be|get|come))?',
        'i (?:wanna|must|have to) (?:be|get)',
        '(?:count|let|get|put|have) me',
        '(?:can|could|may) i (?:be|get|come)',
      )} in(?: (?:there|it|that|this|on (?:it|that|this)))?`,
      `${anyOf(
        'sign me up',
        'add me',
        'enrol+ me',
        '(?:can|could|may) i (?:be|join|be one|be added|be a member|become a member)',
        '(?:i(?:d| would)? (?:want|like|love|need) to|let me) join',
      )}(?: (?:for |to )?(?:there|it|that|this))?`,
    ) +
    '(?: (?:too|as well|also))?$',
  'u',
);

/** What takes the place of what was done: "no, Sales instead". */
export const inItsPlace = words('wrong typo no instead meant mean rather actually correction');

/** What stands in the place of a person's name. */
export const personPronouns = words('him her them he she they');
/** Words that stand for something; that may be somebody's or something's name as well. */
export const pronouns = words('it this that them him her they he she there us all both');
/** What stands in the place of a name, as a phrase; longest first. */
export const thingPhrases: readonly (readonly [RegExp, 'thing' | 'group' | 'person' | 'request' | 'place'])[] = [
  [/\b(?:the same|that|this) group\b/gi, 'group'],
  [/\b(?:the same|that|this) (?:person|colleague|guy|woman|man)\b/gi, 'person'],
  [/\b(?:the same|that|this) request\b/gi, 'request'],
  [/\b(?:the same|that|this) one\b/gi, 'thing'],
  [/\b(?:in|into|from|to) (?:there|it)\b/gi, 'place'],
  [/\b(?:that|this)(?=\s*[.?!]*$)/gi, 'thing'],
  [/\bthere(?=\s*[.?!]*$)/gi, 'place'],
  [/\bit\b/gi, 'thing'],
];

/** What the kinds of groups are called in an answer. */
export const kindWords: Readonly<Record<GroupType, readonly string[]>> = {
  security: ['security', 'security group', 'sec'],
  m365: ['Microsoft 365', 'microsoft 365 group', 'm365', 'office 365', '365', 'office'],
};
