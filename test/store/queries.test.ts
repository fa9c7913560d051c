import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { after, before, describe, it } from 'mocha';
import type { Query } from '../../src/commands/ports.js';
import { ownShelves, shelves, workShelves, type ShelfName } from '../../src/store/collections.js';
import { keptShelves } from '../../src/store/keptShelves.js';
import { toFilter, toSort } from '../../src/store/mongo/mongoQuery.js';
import { orderedBy } from '../../src/store/order.js';
import { toSearch } from '../../src/store/query.js';
import { openSqliteStore } from '../../src/store/sqlite/openSqliteStore.js';
import { pageSql } from '../../src/store/sqlite/openSqliteVault.js';
import { amendSql, dueSql, overdueSql, replaceSql } from '../../src/store/sqlite/sqliteEngine.js';
import { toCount, toSelect, type Sql } from '../../src/store/sqlite/sqliteQuery.js';
import { askedQueries } from '../support/askedQueries.js';
import { contoso } from '../support/documents.js';
import { hotQueries } from '../support/hotQueries.js';
import { projectPath } from '../support/project.js';
import { findFault } from '../support/mongoPlan.js';
import type { Search } from '../../src/store/search.js';

const newestFirst = { field: 'sequence', direction: 'desc' } as const;

/** What is asked of the history (`store/tenantStore.ts`). */
const historyQueries: readonly (readonly [ShelfName, Query])[] = [
  ['audit', { where: {}, sort: newestFirst, limit: 1 }],
  ['audit', { where: {}, sort: newestFirst, skip: 10, limit: 10 }],
  ['audit', { where: { groupId: 'marketing' }, sort: newestFirst, limit: 10 }],
  ['audit', { where: { requestId: 'REQ-00000001' }, sort: newestFirst, limit: 10 }],
  ['audit', { where: { sequence: { gte: 7 } }, sort: { field: 'sequence', direction: 'asc' }, limit: 500 }],
];

const byName = { field: 'nameKey', direction: 'asc' } as const;

/** What is asked of the names (`store/names/reads.ts`). */
const nameQueries: readonly (readonly [ShelfName, Query])[] = [
  ['names', { where: { of: 'groups', nameKey: 'marketing' }, limit: 50 }],
  ['names', { where: { of: { in: ['groups', 'people'] }, nameKey: { in: ['marketing', 'sales'] } }, limit: 50 }],
  ['names', { where: { of: 'groups', isListed: true, nameKey: { in: ['marketing', 'sales'] } }, limit: 50 }],
  ['names', { where: { of: 'groups', isListed: true, nameKey: { prefix: 'mark' } }, sort: byName, limit: 12 }],
  ['names', { where: { of: 'people', nameKey: { prefix: 'ann' } }, sort: byName, limit: 12 }],
  ['names', { where: { of: 'groups', id: { in: ['marketing', 'sales'] } } }],
  ['names', { where: { runnerIds: 'olga' }, limit: 500 }],
  ['names', { where: { of: 'groups', isListed: true }, sort: byName, skip: 10, limit: 10 }],
  ['names', { where: { of: 'resources', nameKey: { gte: 'm' } }, sort: byName, limit: 10 }],
];

const member = { groupId: 'marketing', status: 'active' };
const behindMarketing = { value: 'marketing', key: 'contoso/marketing' };
const behindAnn = { value: 'active', key: 'contoso/marketing/ann' };

/** Pages that begin behind a record, in both directions: groups, names, resources, and a group's members by their ids. */
const pageQueries: readonly (readonly [ShelfName, Query])[] = (['asc', 'desc'] as const).flatMap((direction) => {
  const rest = { sort: { field: 'nameKey', direction }, limit: 10, after: behindMarketing };
  return [
    ['groups', { where: { isListed: true }, ...rest }],
    ['names', { where: { of: 'groups', isListed: true }, ...rest }],
    ['names', { where: { of: 'groups' }, ...rest }],
    ['resources', { where: {}, ...rest }],
    ['memberships', { where: member, sort: { field: 'status', direction }, limit: 10, after: behindAnn }],
  ] as const;
});

let folder: string;
let db: Database.Database;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'group-concierge-'));
  const path = join(folder, 'store.db');
  await (await openSqliteStore({ path })).close();
  db = new Database(path);
});

/** What SQLite's own plan has against a statement: a table that is read whole, or a sort. */
function faultsOf({ text, values }: Sql): string[] {
  const rows = db
    .prepare(`EXPLAIN QUERY PLAN ${text}`)
    .raw()
    .all([...values]) as [number, number, number, string][];
  const steps = rows.map((row) => row[3]);
  // A list of values is itself read whole, and a page of keys is the table.
  const isBad = (step: string) => (/^SCAN/.test(step) && !step.includes('json_each')) || /TEMP B-TREE/.test(step);
  return steps.some(isBad) || !steps.some((step) => /^SEARCH/.test(step)) ? [`${text}: ${steps.join('; ')}`] : [];
}

/** The search as the store's door hands it to a database. */
function asAsked(shelf: ShelfName, query: Query): Search {
  const search = toSearch(shelf, query);
  return orderedBy(shelf, search) === 'index' ? search : { ...search, anyOrder: true };
}

function faultsOfAll(queries: Iterable<readonly [ShelfName, Query]>): string[] {
  return [...queries].flatMap(([shelf, query]) => {
    const search = asAsked(shelf, query);
    const fault = findFault(shelf, toFilter(contoso, search.terms, search), toSort(search) as object);
    return [
      ...faultsOf(toSelect(shelf, contoso, search)),
      ...faultsOf(toCount(shelf, contoso, search.terms)),
      ...(fault === undefined ? [] : [fault]),
    ];
  });
}

// Holds that an index serves each question, in SQLite by its own plans and in MongoDB by the rule for its indexes.
describe('the questions to the store', () => {
  it('of turns are answered through indexes, in the order that they have', () => {
    assert.deepEqual(faultsOfAll(hotQueries), []);
  });

  it('about the history and the names are, too, and pages that begin behind a record', () => {
    assert.deepEqual(faultsOfAll([...historyQueries, ...nameQueries, ...pageQueries]), []);
  });

  it('of the dispatcher and of operators are', () => {
    for (const shelf of workShelves) {
      for (const by of ['nextEffectAt', 'awaitedAt'] as const)
        assert.deepEqual(faultsOf({ text: dueSql(shelf, by), values: [1, 1] }), []);
      assert.deepEqual(faultsOf({ text: replaceSql(shelf), values: [1, '{}', 'contoso/key', 1] }), []);
    }
    for (const shelf of ownShelves) assert.deepEqual(faultsOf({ text: overdueSql(shelf), values: [1, 1] }), []);
    for (const shelf of keptShelves) assert.deepEqual(faultsOf({ text: pageSql(shelf), values: ['', 500] }), []);
    assert.deepEqual(faultsOf({ text: amendSql, values: ['{}', 'key', contoso] }), []);
  });

  it('are refused where no index leads to the answer or has the order of a part of it', () => {
    for (const [shelf, query, says] of [
      ['requests', { where: { createdAt: { gte: 1 } } }, /No index of requests leads to createdAt/],
      ['groups', { where: { ownerIds: 'olga' }, sort: byName, limit: 5 }, /No index of groups has this order/],
      ['people', { where: {}, skip: 5 }, /No index of people has this order/],
      ['groups', { where: {}, after: { value: 'a', key: 'contoso/a' } }, /only in the order of a field/],
      [
        'groups',
        { where: { nameKey: { prefix: 'm' } }, sort: byName, after: { value: 'a', key: 'contoso/a' } },
        /cannot both have a range/,
      ],
    ] as const)
      assert.throws(() => toSearch(shelf, query), says);
  });

  it('are found out by these checks where an index is missing', () => {
    const sorted = { terms: [], skip: 0, sort: { field: 'status', direction: 'asc' } } as const;
    assert.match(faultsOf(toSelect('memberships', contoso, sorted)).join(), /TEMP B-TREE/);
    assert.match(faultsOf({ text: 'SELECT body FROM "groups"', values: [] }).join(), /SCAN/);
    assert.match(findFault('requests', { tenantId: contoso }, { expiresAt: 1, _id: 1 }) ?? '', /no index/);
    assert.match(
      findFault('requests', { tenantId: contoso, requesterId: 'ann' }, { createdAt: -1, _id: 1 }) ?? '',
      /no/,
    );
    assert.match(findFault('groups', { tenantId: contoso, nameKey: { $regex: 'x' } }, {}) ?? '', /\$regex/);
    assert.match(findFault('groups', { nameKey: 'x' }, {}) ?? '', /no tenant/);
  });

  it('use nothing that Azure DocumentDB does not serve from an index, wherever they are written', () => {
    const folder = projectPath('src', 'store', 'mongo');
    const strangers = readdirSync(folder).flatMap((file) =>
      [
        ...readFileSync(join(folder, file), 'utf8').matchAll(/\$(?:where|lookup|regex|expr|text)\b|\.aggregate\(/gu),
      ].map(([found]) => `${file}: ${found}`),
    );
    assert.deepEqual(strangers, []);
  });

  it('that are unique begin with the tenant, and stand alone in their index', () => {
    const unique = Object.values(shelves).flatMap(({ indexes }) => indexes.filter((index) => index.unique));
    assert.deepEqual(
      unique.map(({ on }) => on),
      [['openKey'], ['eventKey']],
    );
  });
});

// At the very end, whatever ran before: every kind of question that this run has asked of a store.
after(async () => {
  const faults = faultsOfAll(askedQueries.values());
  db.close();
  await rm(folder, { recursive: true });
  assert.deepEqual(faults, []);
});
