/** Wishes that are doubtful: the bot asks back: what is typed, and how it is read. */
export const asking: readonly (readonly [string, string])[] = [
  [
    'because I run the spring campaign join Marketing',
    'joinGroup | Marketing | because=I run the spring campaign | ask',
  ],
  ['join Marketing if Olga agrees', 'joinGroup | Marketing | ask'],
  ['maybe add me to Marketing', 'joinGroup | Marketing | ask'],
  ['I was thinking of joining Marketing', 'joinGroup | Marketing | ask'],
  ['I might join Marketing', 'joinGroup | Marketing | ask'],
  ['I will join Marketing', 'joinGroup | Marketing | ask'],
  ['I should join Marketing', 'joinGroup | Marketing | ask'],
  ['if Olga agrees, add me to Marketing', 'joinGroup | Marketing | ask'],
  ['join Marketing?', 'joinGroup | Marketing | ask'],
  ['joining Marketing', 'joinGroup | Marketing | ask'],
  ['join it', 'joinGroup | it | ask'],
  ['join us for lunch', 'joinGroup | us | because=lunch | ask'],
  ['for the spring campaign, add me to Marketing', 'joinGroup | Marketing | because=the spring campaign | ask'],
  ['as Olga said, join Marketing', 'joinGroup | Marketing | because=Olga said | ask'],
  ['join The Day After Tomorrow', 'joinGroup | The Day After Tomorrow | ask'],
];
