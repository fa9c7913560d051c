import type { CollectionName, Documents } from '../commands/ports.js';
import type { AuditEntry } from '../domain/history/audit.js';
import type { Claim } from './names/claims.js';
import type { StoredName } from './names/entries.js';
import type { SharedRecord } from './shared/record.js';

/** Everything that is stored: the collections of documents, and the history. */
export interface Shelves extends Documents {
  readonly audit: AuditEntry;
  readonly names: StoredName;
  readonly claims: Claim;
  readonly shared: SharedRecord;
}

/** The name of a collection, or of the history. */
export type ShelfName = keyof Shelves;

/** What a field that may be asked for holds; `many` marks an array, which matches when any of its elements does. */
export interface Field {
  readonly type: 'string' | 'number' | 'boolean';
  readonly many?: true;
}

/** An index, and what it is there for. */
export interface Index<F extends string = string> {
  /** In this order, behind the tenant. An array field stands alone. */
  readonly on: readonly F[];
  /** The question that is asked through it, or the rule that it enforces. */
  readonly serves: string;
  /**
   * No two records, of any tenant, share a value; records without the field are no matter. Only for a single field:
   * MongoDB's sparse indexes over several fields keep every record that has one of them.
   */
  readonly unique?: true;
}

/** The searchable side of one collection: a search for any other field is a mistake in our own code. */
export interface Shelf<F extends string = string> {
  readonly fields: { readonly [field in F]?: Field };
  readonly indexes: readonly Index<F>[];
}

type ShelfOf<D> = Shelf<keyof D & string>;

const text = { type: 'string' } as const;
const texts = { type: 'string', many: true } as const;
const number = { type: 'number' } as const;
const flag = { type: 'boolean' } as const;

const due = { nextEffectAt: number, awaitedAt: number } as const;

const tenants: ShelfOf<Documents['tenants']> = {
  fields: due,
  indexes: [{ on: [], serves: 'The organisation of a turn (S11); it is read by its key, this is for lists.' }],
};

const people: ShelfOf<Documents['people']> = {
  fields: { ...due, nameKey: text, email: text, channelUserId: text, delegateIds: texts },
  indexes: [
    { on: ['nameKey'], serves: 'Who is meant by a name that somebody typed, in whole or its beginning.' },
    { on: ['email'], serves: 'Who is meant by an address.' },
    { on: ['channelUserId'], serves: 'Who is meant by a mention.' },
    { on: ['delegateIds'], serves: 'For whom a person stands in (F45).' },
  ],
};

const groups: ShelfOf<Documents['groups']> = {
  fields: {
    ...due,
    nameKey: text,
    isListed: flag,
    ownerIds: texts,
    managerIds: texts,
    directoryId: text,
    knownAs: text,
  },
  indexes: [
    {
      on: ['nameKey'],
      serves:
        'Which group is meant by a name, exactly or by its beginning (F2); all groups in the order of their names.',
    },
    { on: ['isListed', 'nameKey'], serves: 'What everybody may see, page by page in the order of the names (S28).' },
    { on: ['ownerIds'], serves: 'Which groups a person owns: for the inbox and for "my groups" (F86).' },
    { on: ['managerIds'], serves: 'Which groups a person manages the members of, for the same (F41).' },
    { on: ['directoryId'], serves: 'Which record a group of the directory is; all that are there, in order (F95).' },
    { on: ['knownAs', 'nameKey'], serves: 'Which groups were read in and can be enrolled, by kind (F63).' },
  ],
};

const resources: ShelfOf<Documents['resources']> = {
  fields: { ...due, nameKey: text, groupIds: texts, ownerIds: texts },
  indexes: [
    { on: ['nameKey'], serves: '"I need access to Salesforce": which resource is meant by a name (S30).' },
    { on: ['groupIds'], serves: 'What a group unlocks (S43–S48).' },
    { on: ['ownerIds'], serves: 'Which resources a person owns, and may attach to groups (S43).' },
  ],
};

const memberships: ShelfOf<Documents['memberships']> = {
  fields: { ...due, personId: text, groupId: text, status: text },
  indexes: [
    { on: ['personId', 'status'], serves: 'Where a person is a member (F86).' },
    { on: ['groupId', 'status'], serves: 'Who is in a group.' },
  ],
};

const requests: ShelfOf<Documents['requests']> = {
  fields: { ...due, requesterId: text, groupId: text, status: text, createdAt: number, openKey: text },
  indexes: [
    { on: ['requesterId', 'createdAt'], serves: '"my requests", the newest first (F13).' },
    {
      on: ['groupId', 'status', 'createdAt'],
      serves: 'What waits for the owners of some groups, the oldest first (F84).',
    },
    {
      on: ['status', 'createdAt'],
      serves: 'How many requests wait in the whole organisation, before a setting is changed (F62).',
    },
    {
      on: ['openKey'],
      unique: true,
      serves: 'At most one open request per person and group (F12); the key is there only while the request is open.',
    },
  ],
};

const audit: ShelfOf<AuditEntry> = {
  fields: { sequence: number, eventKey: text, groupId: text, requestId: text },
  indexes: [
    { on: ['groupId', 'sequence'], serves: '"history Marketing": what happened to a group, the newest first (F65).' },
    { on: ['requestId', 'sequence'], serves: '"history REQ-…": what happened to a request.' },
    {
      on: ['sequence'],
      serves: 'The end of the chain and its links in order (F66); that each place is taken once is held by the key.',
    },
    { on: ['eventKey'], unique: true, serves: 'An event that the outbox repeats is kept once (F65).' },
  ],
};

const names: ShelfOf<StoredName> = {
  fields: { of: text, id: text, nameKey: text, isListed: flag, runnerIds: texts, marks: texts, sweepAt: number },
  indexes: [
    { on: ['of', 'nameKey'], serves: 'What has a name, exactly or by its beginning; all names in their order.' },
    { on: ['of', 'isListed', 'nameKey'], serves: 'The same among the groups that everybody may see (S28).' },
    { on: ['of', 'id'], serves: 'The names of records that are known by their ids.' },
    { on: ['runnerIds'], serves: 'The names of the groups that a person runs, listed or not.' },
    {
      on: ['marks'],
      serves: 'What comes near a name that was not typed exactly (F83), and what a list is searched by.',
    },
  ],
};

/** A claim is read by its key alone. */
const claims: ShelfOf<Claim> = { fields: { sweepAt: number }, indexes: [] };

/** What is shared is read by its key alone. */
const shared: ShelfOf<SharedRecord> = { fields: { sweepAt: number }, indexes: [] };

/** What can be searched, and what is unique, in each collection; both adapters build their indexes from this. */
export const shelves: { readonly [N in ShelfName]: Shelf } = {
  tenants,
  people,
  groups,
  resources,
  memberships,
  requests,
  audit,
  names,
  claims,
  shared,
};

/** The names of everything that is stored. */
export const shelfNames = Object.keys(shelves) as readonly ShelfName[];

/**
 * The collections whose records carry work. Each also has an index on `nextEffectAt` alone, which holds only the
 * records that have it: the dispatcher's question "what is due?", the only one that is asked across tenants beside
 * what is to be swept; and one on `awaitedAt`, for the same question where more is due than can be looked at.
 */
export const workShelves = [
  'tenants',
  'people',
  'groups',
  'resources',
  'memberships',
  'requests',
] as const satisfies readonly CollectionName[];

/** The shelves that the store keeps for itself. Each has an index on `sweepAt` alone, for what is to be swept. */
export const ownShelves = ['names', 'claims', 'shared'] as const;

/** The name of a shelf that the store keeps for itself. */
export type OwnShelf = (typeof ownShelves)[number];

/** The fields by which work is found: all of it, and what somebody waits for. */
export type WorkField = 'nextEffectAt' | 'awaitedAt';

/** The fields by which records of a shelf are found across tenants; the history has none. */
export function timeFieldsOf(shelf: ShelfName): readonly (WorkField | 'sweepAt')[] {
  if ((ownShelves as readonly ShelfName[]).includes(shelf)) return ['sweepAt'];
  return shelf === 'audit' ? [] : ['nextEffectAt', 'awaitedAt'];
}

/** Whether the records of a shelf carry work. */
export function isWorkShelf(shelf: ShelfName): shelf is CollectionName {
  return (workShelves as readonly ShelfName[]).includes(shelf);
}
