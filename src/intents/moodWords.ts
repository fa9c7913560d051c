export const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
export const conditionWords = set(
  'if unless once when whenever had should provided assuming suppose until after before',
);
export const questionWords = set('what whats which who whos whose whom why how where when');
export const modals = set('can could will would may might');
export const subjects = set(
  'i you we u he she they it there somebody someone anybody anyone it everybody everyone one that this',
);
export const asking = set(
  'is are am do does did has have was were shall should isnt arent dont doesnt didnt hasnt havent wasnt',
);
export const negators = set(
  'not dont doesnt didnt never cannot cant wont shouldnt mustnt neednt isnt arent wouldnt hasnt havent nobody none neither nothing no',
);
export const states = set(
  'be appear use open manage have see show access exceed need join apply ask last own belong visible listed contain create run decide approve',
);
export const mustWords = set('should must shall needs need ought may to');
export const tellers = set(
  'said says told tells wrote writes mentioned asked thought thinks heard promised suggested discussed typed claims reckons wondered decided meant apparently reportedly allegedly supposedly rumour believes hinted insisted reminded warned explained',
);
export const hedges = set(
  'maybe perhaps considering thinking thought wondering pondering hesitating debating undecided unsure tempted might possibly probably someday eventually considered hypothetically imagine suppose planning theory wondering',
);
export const wants = set('want need wanna like love wish require request apply ask hope gimme');
export const stoppers = set('hold stop avoid refrain');

export interface Word {
  readonly key: string;
  readonly forms: readonly string[];
  readonly isSlot: boolean;
  readonly isName: boolean;
}

/** What may stand between a verb that asks and what it asks about. */
export const articles = set('any the a an my our your this these those nobody anything something nothing');
/** Verbs that order something when they stand first, whatever is told behind them ("check that nobody has …"). */
export const orders = set(
  'add approve deny reject remove withdraw verify check show list tell export rename create delete invite register make give send block unblock attach detach grant accept decline hide unhide transfer join leave cancel confirm change include enrol remind replace swap promote demote appoint find search display print',
);
