import type { PersonSlug } from './samplePeople.js';
import type { Stage } from './stagePage.js';

/** Somebody who has a client in the demo. */
export interface Seat {
  readonly slug: PersonSlug;
  readonly role: string;
  /** Shown on the page; the others have a window of their own only. */
  readonly isFramed: boolean;
}

/** Who sits where: a requester, an owner and an administrator side by side, and the second owner in a window of his own. */
export const seats: readonly Seat[] = [
  { slug: 'ann', role: 'requester', isFramed: true },
  { slug: 'olga', role: 'owner of Marketing', isFramed: true },
  { slug: 'ada', role: 'administrator', isFramed: true },
  { slug: 'omar', role: 'second owner of Marketing', isFramed: false },
];

/** Four things to try. */
export const tries: Stage['tries'] = [
  {
    title: 'Ask, decide, done',
    steps: [
      'As Ann, type `join Marketing` and say why. Olga gets a card: press “Approve”, and watch Ann’s window and Microsoft Entra.',
    ],
  },
  {
    title: 'Two owners, one answer',
    steps: [
      'As Ann, type `join Product Beta Testers for 30 days`. Olga and Ada are both asked; the first decision stands.',
    ],
  },
  {
    title: 'By other hands',
    steps: [
      'In Microsoft Entra, press × beside a member of Marketing. Ada and Olga are asked what is to become of it.',
    ],
  },
  {
    title: 'Ask in your own words',
    steps: [
      '`I need access to Salesforce`, `join data fro good`, `my requests`, `leave Book Club`, `help`; as Olga, `manage Marketing`, `request Sales EMEA for Ann Lindqvist`; as Ada, `settings`, `who has Brand Assets`, `enrol Photo Walks`.',
    ],
  },
];
