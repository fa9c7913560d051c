/** How answers to a question are worded; each is compared with a text in small letters and without marks (`toAnswer`). */

/** The text is said to be a reason; compared with the text as it was typed. */
export const reasonSign = /^(?:so[:,]? )?(?:because|reason\b|since |cos |it['’]?s for|for my)/i;

/** Words that put what follows down as a reason, wherever they stand. */
export const reasonWords = /\b(?:because|cause|cos|reason|since|note|comment)\b|:/i;

/** Said by the way: no answer to anything. */
export const asideWords = /\b(?:by the way|btw|lol|haha)\b/;

/** Somebody asks for a moment, greets, or does not know: no answer yet. */
export const noAnswerYet =
  /^(?:hang on|hold on|wait|one (?:moment|sec|second|minute)|just a (?:moment|sec|second|minute)|moment|brb|let me (?:think|check|see)|not sure|i dont know|dunno|good question|what|hello|hi|hey|help|thank you|thanks|sorry)\b/;

/** What may stand around a length that is the whole answer ("make it two weeks please"). */
export const aroundLength: ReadonlySet<string> = new Set(
  'make it that please pls no ok just only better rather say then lets let us for until till maybe do take i need want id like would change to instead actually sorry thanks'.split(
    ' ',
  ),
);

/** What may stand around a name that is the whole answer ("no, Sales instead", "I meant Jan Becker"). */
export const aroundName: ReadonlySet<string> = new Set(
  'no not sorry i mean meant actually instead rather the group team one please pls it is its was make that to for ok then oh wait of course from dept department with address'.split(
    ' ',
  ),
);

/** After it stands where somebody is from, which tells two people of one name apart. */
export const whereFrom = 'from';
