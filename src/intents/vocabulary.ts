/** Openings of what people say when they mean it: nothing else at the start of a message is ever a change. */

const can = String.raw`(?:(?:can|could|may|might|would|will) (?:you |we |i |it be possible (?:for me )?)?(?:please |kindly |possibly |maybe )?(?:be able to )?)`;
const want = String.raw`(?:i(?:'d| would| do)? ?(?:really |very much |just )?(?:want|like|love|need|wish|wanna|would like)(?: to)? (?:please )?|i'm (?:asking|requesting|applying|trying) (?:to )?|i am (?:asking|requesting|applying|trying) (?:to )?|let me |(?:i )?(?:request|ask|apply) to |wanna |want to |would like to )`;
const joinVerb = String.raw`(?:join(?:ing)?|jion|joim|jon|jooin|add me (?:in)?to|add me|put me (?:in(?:to)?|on)|let me in(?:to)?|get me in(?:to)?|sign me up (?:for|to|with)|sign up (?:for|to)|subscribe me to|subscribe to|enrol+ me (?:in(?:to)?|on)|include me in|make me (?:a )?member (?:of|in)|get (?:in)?to|get in|be (?:added|admitted|let) (?:in)?to|be (?:a |made a )?(?:member|part) (?:of|in)|become (?:a )?(?:member|part) of|be (?:in|on)|enter|have me added to|access to join)`;

/** "join X", "can I get into X", "I'd like to be added to X". */
export const joinOpening = new RegExp(`^(?:${can}|${want})*${joinVerb}\\s+(?=\\S)`, 'i');

/** "request membership of X", "membership in X please". */
export const membershipOpening = new RegExp(`^(?:${can}|${want})*(?:request |get |have |apply for |need |ask for |grant me |give me )*(?:a )?membership (?:of|in|for|to)\\s+(?=\\S)`, 'i');

/** "I need access to X", "grant me access to X", "X access" is left to the suggestions. */
export const accessOpening = new RegExp(`^(?:${can}|${want}|i )*(?:(?:request|get|have|need|want|require|obtain|give me|grant me|apply for|ask for|i need|i require) (?:some )?)*access (?:to|for|into)\\s+(?=\\S)`, 'i');

/** "leave X", "take me out of X", "I want to leave X". */
export const leaveOpening = new RegExp(`^(?:${can}|${want})*(?:leave|leav|quit|exit|drop out of|remove me (?:from|off)|take me (?:out of|off)|get me out of|kick me out of|unsubscribe me from|unsubscribe from|drop me from|delete me from|unjoin|stop being in|resign from)\\s+(?=\\S)`, 'i');

/** "I don't want to be in X any more", "I no longer want to be in X". */
export const unwantedMembership = /^(?:i (?:don't|do not|no longer|dont) (?:want|wish|like|need) to (?:be|stay|remain)(?: a member| part)? (?:in|of|on)|i (?:don't|do not|no longer|dont) belong (?:in|to))\s+(?=\S)/i;

/** "I don't want to join X any more", "I no longer need X". */
export const unwantedRequest = /^(?:i (?:don't|do not|no longer|dont) (?:want|wish|need) to (?:join|get into|be added to)|i no longer (?:need|want)(?: access to| membership (?:of|in))?|i (?:don't|do not|dont) (?:need|want) (?:access to|membership (?:of|in)))\s+(?=\S)/i;

/** What was said after all is not meant. */
export const takenBack = /\b(?:just kidding|only joking|only kidding|never ?mind|no wait|forget (?:it|that)|scratch that|cancel that|on second thoughts?|not really|i take (?:it|that) back)\b/i;

/** A wish that hangs on something: "… if Olga agrees". */
export const conditional = /\s*,?\s+(?:if|unless|when(?:ever)?|once|provided(?: that)?|assuming|in case|as soon as|only if|after|before|should)\s+\S.*$/i;

/** A wish, a plan or a maybe, and not yet a command. */
export const musing = /^(?:maybe|perhaps|possibly|probably|eventually|one day|some ?day|tomorrow|later|next (?:week|month|year)|at some point|in future|(?:i )?(?:might|may|could|should|would|will|shall|'ll|plan to|intend to|hope to|am going to|'m going to|was thinking (?:of|about)|am thinking (?:of|about)|'m thinking (?:of|about)|am considering|'m considering|was wondering (?:if|whether) i could|wonder (?:if|whether) i could|consider|thought (?:of|about)))(?:,? (?:i|we|you) (?:might|may|could|should|will|would|'ll|can|want to|would like to|am going to|shall))?,?(?:\s+(?:maybe|perhaps|possibly|want to|wish to|like to|be wanting to|one day|some ?day|then|also))*\s+/i;

/** What begins a question that asks for an answer and not for a deed. */
export const question = /^(?:what|what's|whats|who|who's|whose|whom|which|when|where|why|how|am|is|are|do|does|did|should|shall|was|were|has|have|had|will|would|can (?:any|every|some)|could (?:any|every|some)|isn't|aren't|don't you|doesn't|may (?:any|every))\b/i;

/** A "no" in front of everything. */
export const negation = /^(?:(?:please )?(?:don't|do not|dont|never|no|nope|not|stop|cannot|can't|won't|wouldn't|shouldn't|mustn't|i (?:don't|do not|won't|can't|cannot|will not|would not|wouldn't|never|did not|didn't|refuse to|hate to|would rather not|'d rather not)))\b/i;
