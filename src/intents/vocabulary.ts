/** Openings of what people say when they mean it: nothing else at the start of a message is ever a change. */

// Without the pronoun it is a plan: "might join", "will join".
const can = String.raw`(?:(?:(?:can|could|may) (?:i|we|you)|(?:will|would) you|(?:is|would) it (?:be )?possible(?: for me)?(?: to)?) (?:please |kindly |possibly )?(?:be able to )?)`;
const want = String.raw`(?:i(?:'d| would| do)? ?(?:really |very much |just )?(?:want|like|love|need|wish|wanna|would like)(?: to)? (?:please )?|i'm (?:asking|requesting|applying|trying) (?:to )?|i am (?:asking|requesting|applying|trying) (?:to )?|let me |(?:i )?(?:request|ask|apply) to |wanna |want to |would like to )`;
const joinVerb = String.raw`(?:join(?:ing)?|jion|joim|jon|jooin|add me (?:in)?to|add me|put me (?:in(?:to)?|on)|let me in(?:to)?|get me in(?:to)?|sign me up (?:for|to|with)|sign up (?:for|to)|subscribe me to|subscribe to|enrol+ me (?:in(?:to)?|on)|include me in|make me (?:a )?member (?:of|in)|make me (?:an? |the )?(?:co-?)?owner of|become (?:an? |the )?(?:co-?)?owner of|allow me (?:in(?:to)?|to join)|in on|get (?:in)?to|get in|be (?:added|admitted|let) (?:in)?to|be (?:a |made a )?(?:member|part) (?:of|in)|become (?:a )?(?:member|part) of|be (?:in|on)|enter|have me added to|access to join)`;

/** "join X", "can I get into X", "I'd like to be added to X". */
export const joinOpening = new RegExp(`^(?:${can}|${want})*${joinVerb}\\s+(?=\\S)`, 'i');

/** "request membership of X", "membership in X please". */
export const membershipOpening = new RegExp(
  `^(?:${can}|${want})*(?:request |get |have |apply for |need |ask for |grant me |give me )*(?:a )?membership (?:of|in|for|to)\\s+(?=\\S)`,
  'i',
);

const obtain = String.raw`(?:(?:request|get|need|want|require|obtain|give me|grant me|allow me|apply for|ask for|i need|i require) (?:some )?)`;
// "I have access" and "I get access" tell something; only behind a wish is "have" one.
const accessWish = String.raw`(?:(?:${can}|${want})+(?:(?:have|get|request|obtain|give me|grant me|allow me|be given|be granted) (?:some )?)?|${obtain}(?:to (?:have|get) )?)`;

/** "I need access to Salesforce", "grant me access to X". */
export const accessOpening = new RegExp(`^${accessWish}?access (?:to|for|into)\\s+(?=\\S)`, 'i');

/** "I need Salesforce access": what is wanted stands in front of the word. */
export const accessBehind = new RegExp(
  `^${accessWish}(\\S.{0,80}?) access(?=$|[,;:]? (?:because|for|until|till|to)\\b)`,
  'i',
);

/** "leave X", "take me out of X", "I want to leave X". */
export const leaveOpening = new RegExp(
  `^(?:${can}|${want})*(?:leave|leav|quit|exit|drop out of|remove me (?:from|off)|take me (?:out of|off)|get me out of|kick me out of|unsubscribe me from|unsubscribe from|drop me from|delete me from|unjoin|(?:cancel|end|stop|terminate) my membership (?:of|in)|stop being in|resign from)\\s+(?=\\S)`,
  'i',
);

/** "I don't want to be in X any more", "I no longer want to be in X". */
export const unwantedMembership =
  /^(?:i (?:don't|do not|no longer|dont) (?:want|wish|like|need) to (?:be|stay|remain)(?: a member| part)? (?:in|of|on)|i (?:don't|do not|no longer|dont) belong (?:in|to))\s+(?=\S)/i;

/** "I don't want to join X any more", "I no longer need X". */
export const unwantedRequest =
  /^(?:i (?:don't|do not|no longer|dont) (?:want|wish|need) to (?:join|get into|be added to)|i no longer (?:need|want)(?: access to| membership (?:of|in))?|i (?:don't|do not|dont) (?:need|want) (?:access to|membership (?:of|in)))\s+(?=\S)/i;

const second = String.raw`just kidding|only joking|only kidding|never ?mind|no,? wait|wait,? no|forget (?:it|that)|scratch that|cancel that|on second thoughts?|not really|i take (?:it|that) back|actually,? (?:no|not|don't|do not|dont)|(?:or )?(?:maybe|perhaps|rather|better) not|or not|no,? thanks?(?: you)?|no,? don't|changed my mind`;

/** What was said after all is not meant: for texts without a reason, in which it could be part of a story. */
export const takenBack = new RegExp(`\\b(?:${second})\\b`, 'i');

/** The same, as the last words of a message: there it counts behind a reason, too. */
export const takenBackAtEnd = new RegExp(
  `(?:\\b(?:${second})|[,;.-]\\s*(?:not|no|nope|never)|\\?\\W*(?:no|nope|not|never)\\b.*)$`,
  'i',
);

/** What follows a command that is only quoted or talked about, or is no reason for it. */
export const noReason =
  /^(?:(?:(?:as )?(?:he|she|they|you|we|i|it|somebody|someone|everybody|people|my \S+|\p{L}+) (?:just |only |always |once )?(?:said|says|say|told|wrote|writes|typed|types|asked|wanted)|said|says|told|wrote|i (?:won't|would|wouldn't|never|will not|can't|cannot|don't|do not|doubt|guess|wonder)|wait|deny|approve|haha|lol|hmm?|whatever|actually|not?|nope|never|maybe|perhaps|or|but|later|tomorrow|next (?:week|month|year)|right|correct|ok(?:ay)?|is|was|were|are|am|does|did|do|doesn't|didn't|don't|has|had|will|would|won't|can|can't|could|should|failed|fails|gave|got|gets|seems|ended|yet)(?![\p{L}'])|\?)/iu;

/** Words that stand for something else; in small letters they are hardly ever a group's name, though "IT" and "US" are. */
export const pronoun =
  /^(?:it|us|me|him|her|them|you|this|that|these|those|here|there|one|everyone|everybody|everything|anything|something|nothing|nobody|all|in|up)$/;

/** A wish that hangs on something: "… if Olga agrees". */
export const conditional =
  /\s*,?\s+(?:if|unless|when(?:ever)?|once|provided(?: that)?|assuming|in case|as soon as|only if|after|before|should)\s+\S.*$/i;

/** A wish, a plan or a maybe, and not yet a command. */
export const musing =
  /^(?:i guess|maybe|perhaps|possibly|probably|eventually|one day|some ?day|tomorrow|later|next (?:week|month|year)|at some point|in future|(?:i )?(?:might|may|could|should|would|will|shall|'ll|plan to|intend to|hope to|am going to|'m going to|was thinking (?:of|about)|am thinking (?:of|about)|'m thinking (?:of|about)|am considering|'m considering|was wondering (?:if|whether) i could|wonder (?:if|whether) i could|consider|thought (?:of|about)))(?:,? (?:i|we|you) (?:might|may|could|should|will|would|'ll|can|want to|would like to|am going to|shall))?,?(?:\s+(?:maybe|perhaps|possibly|want to|wish to|like to|be wanting to|one day|some ?day|then|also))*\s+/i;

/** What begins a question that asks for an answer and not for a deed. */
export const question =
  /^(?:what|what's|whats|who|who's|whose|whom|which|when|where|why|how|am|is|are|do|does|did|should|shall|was|were|has|have|had|will|would|can (?:any|every|some)|could (?:any|every|some)|isn't|aren't|don't you|doesn't|may (?:any|every))\b/i;

/** A "no" in front of everything. */
export const negation =
  /^(?:(?:please )?(?:don't|do not|dont|never|no|nope|not|stop|cannot|can't|won't|wouldn't|shouldn't|mustn't|i (?:don't|do not|won't|can't|cannot|will not|would not|wouldn't|never|did not|didn't|refuse to|hate to|would rather not|'d rather not)))\b/i;
