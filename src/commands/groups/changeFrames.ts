import type { Frame } from '../../intents/frames/notation.js';

const own = { changes: true, concerns: 'others' } as const;

/** What people say to change something about a group. */
export const changeFrames: readonly Frame[] = [
  {
    intent: 'changeGroup',
    fixed: { field: 'name' },
    says: ['rename G V', 'nameWord of! G V'],
    examples: [
      'rename Marketing to Market Team',
      'call Marketing Market Team',
      'the new name of Marketing is Market Team',
    ],
    ...own,
    weight: 0.5,
  },
  {
    intent: 'changeGroup',
    fixed: { field: 'description' },
    says: ['description G V'],
    examples: [
      'describe Marketing as Everything about campaigns',
      'change the description of Marketing to News',
      'description of Marketing: News',
    ],
    ...own,
    weight: 0.5,
  },
  {
    intent: 'changeGroup',
    fixed: { field: 'listed', value: 'no' },
    says: ['hide G', 'G not list', 'not G list'],
    examples: ['hide Marketing', 'take Marketing off the list', 'Marketing should not appear in the list'],
    ...own,
  },
  {
    intent: 'changeGroup',
    fixed: { field: 'listed', value: 'yes' },
    says: ['list G'],
    examples: ['unhide Marketing', 'make Marketing visible', 'Marketing should be in the list again'],
    ...own,
    opposite: { value: 'no' },
  },
  {
    intent: 'changeGroup',
    fixed: { field: 'joinRule', value: 'open' },
    says: ['open G', 'open join G', 'join open to G'],
    examples: ['make Marketing open', 'anybody may join Marketing', 'open Marketing to everybody'],
    ...own,
    opposite: { value: 'ownersOnly' },
  },
  {
    intent: 'changeGroup',
    fixed: { field: 'joinRule', value: 'ownerApproval' },
    says: ['ownerApproval G', 'ownerApproval join G', 'join ownerApproval to G'],
    examples: [
      'make Marketing need approval',
      'joining Marketing needs my approval',
      'set the join rule of Marketing to owner approval',
    ],
    ...own,
    weight: 0.3,
  },
  {
    intent: 'changeGroup',
    fixed: { field: 'joinRule', value: 'ownersOnly' },
    says: ['ownersOnly G', 'ownersOnly join G', 'ownersOnly add to G', 'ownersOnly request G'],
    examples: ['close Marketing', 'make Marketing private', 'only owners add people to Marketing'],
    ...own,
    weight: 0.3,
  },
  {
    intent: 'changeGroup',
    fixed: { field: 'justification', value: 'required' },
    says: ['reasonWord required G', 'required reasonWord join G', 'reasonWord G need'],
    examples: [
      'Marketing needs a reason',
      'make a reason required for Marketing',
      'whoever joins Marketing must give a reason',
    ],
    ...own,
    weight: 0.5,
  },
  {
    intent: 'changeGroup',
    fixed: { field: 'justification', value: 'optional' },
    says: ['reasonWord optional G', 'optional reasonWord join G'],
    examples: [
      'make the reason optional for Marketing',
      'a reason is optional in Marketing',
      'reason optional for Marketing',
    ],
    ...own,
    weight: 0.6,
  },
  {
    intent: 'changeGroup',
    fixed: { field: 'justification', value: 'off' },
    says: ['reasonWord off G', 'off reasonWord join G'],
    examples: [
      'don’t ask for a reason in Marketing',
      'switch the reason off for Marketing',
      'no reason needed for Marketing',
    ],
    ...own,
    weight: 0.6,
  },
  {
    intent: 'changeGroup',
    fixed: { field: 'longestMembership' },
    says: ['limit G C', 'limit member G C', 'member G limit C'],
    examples: ['limit Marketing to 90 days', 'longest membership of Marketing 90 days', 'cap Marketing at 90 days'],
    ...own,
    weight: 1,
  },
  {
    intent: 'changeGroup',
    fixed: { field: 'longestMembership', value: 'none' },
    says: ['noLimit G', 'noLimit limit G', 'noLimit member G'],
    examples: ['no limit for Marketing', 'remove the limit of Marketing', 'membership of Marketing is unlimited'],
    ...own,
    weight: 0.5,
  },
  {
    intent: 'changeGroup',
    fixed: { field: 'asked' },
    says: ['asked G P+', 'asked request G P+', 'request G to P+'],
    examples: [
      'ask Bo Berg about Marketing',
      'requests for Marketing go to Bo Berg',
      'set who is asked of Marketing to Bo Berg',
    ],
    ...own,
    weight: 0.5,
  },
];
