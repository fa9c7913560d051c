import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { toNameKey } from '../../src/domain/names.js';
import type { Outcome } from '../../src/domain/outcome.js';
import type { Page, PageWish } from '../../src/domain/page.js';
import { aGroup, aMembership, aPerson, aResource } from '../support/documents.js';
import { Desk, expectOutcome } from '../support/desk.js';

/** What one page of a list shows. */
interface Shown {
  readonly names: readonly string[];
  readonly page: Page;
}

/** A list, and what makes and unmakes what it shows. */
interface Case {
  readonly what: string;
  readonly seed: (desk: Desk, name: string) => void;
  readonly show: (desk: Desk, wish: PageWish) => Promise<Shown>;
}

const idOf = (name: string): string => name.toLowerCase().replace(/ /gu, '-');

function tableOf(outcome: Outcome): Shown {
  const { table } = expectOutcome(outcome, 'tableShown');
  if (table.code === 'members') return { names: table.rows.map(({ person }) => person.name), page: table.page };
  if (table.code === 'resources' || table.code === 'ownerless')
    return { names: table.rows.map(({ name }) => name), page: table.page };
  throw new Error(`expected a list, got ${table.code}`);
}

const cases: readonly Case[] = [
  {
    what: 'groups',
    seed: ({ store }, name) => store.seed('groups', aGroup({ id: idOf(name), name, nameKey: toNameKey(name) })),
    async show(desk, wish) {
      const outcome = await desk.does('ann', { kind: 'browseGroups', words: '', ...wish });
      const { rows, page } = expectOutcome(outcome, 'groupsListed');
      return { names: rows.map(({ group }) => group.name), page };
    },
  },
  {
    what: 'groups with a word',
    seed: ({ store }, name) => store.seed('groups', aGroup({ id: idOf(name), name, nameKey: toNameKey(name) })),
    async show(desk, wish) {
      const outcome = await desk.does('ann', { kind: 'browseGroups', words: 'row', ...wish });
      const { rows, page } = expectOutcome(outcome, 'groupsListed');
      return { names: rows.map(({ group }) => group.name), page };
    },
  },
  {
    what: 'resources',
    seed: ({ store }, name) => store.seed('resources', aResource({ id: idOf(name), name, nameKey: toNameKey(name) })),
    show: async (desk, wish) => tableOf(await desk.does('ann', { kind: 'listResources', ...wish })),
  },
  {
    what: 'groups without an owner',
    seed: ({ store }, name) =>
      store.seed('groups', aGroup({ id: idOf(name), name, nameKey: toNameKey(name), ownerIds: [] })),
    show: async (desk, wish) => tableOf(await desk.does('ada', { kind: 'listOwnerless', ...wish })),
  },
  {
    what: 'members, behind those who run the group',
    seed({ store }, name) {
      store.seed('people', aPerson({ id: idOf(name), name }));
      store.seed('memberships', aMembership({ personId: idOf(name) }));
    },
    show: async (desk, wish) =>
      tableOf(await desk.does('olga', { kind: 'listMembers', target: { by: 'id', groupId: 'marketing' }, ...wish })),
  },
];

const nameOf = (number: number): string => `Row ${String(number).padStart(2, '0')}`;
const next = ({ page: { page, last } }: Shown): PageWish => ({ page: page + 1, ...(last ? { after: last } : {}) });
const previous = ({ page: { page, first } }: Shown): PageWish => ({
  page: page - 1,
  ...(first ? { before: first } : {}),
});

async function readAll(show: (wish: PageWish) => Promise<Shown>): Promise<Shown[]> {
  const pages = [await show({ page: 1 })];
  for (let at = pages[0]; at && at.page.page < at.page.pageCount; at = pages.at(-1)) pages.push(await show(next(at)));
  return pages;
}

// Holds that pages are read on from a row; that the stores do so through an index is held in test/store.
describe('a long list', () => {
  for (const { what, seed, show } of cases)
    it(`of ${what} is read on from its last row and back from its first, whatever comes meanwhile (F1)`, async () => {
      const desk = new Desk();
      for (let number = 10; number < 30; number += 1) seed(desk, nameOf(number));
      const pages = await readAll((wish) => show(desk, wish));
      const all = pages.flatMap(({ names }) => names);
      assert.equal(new Set(all).size, all.length, all.join());
      assert.ok(pages.length >= 3 && all.includes(nameOf(10)) && all.includes(nameOf(29)), all.join());
      assert.deepEqual(
        pages.map(({ page }) => page.page),
        pages.map((_, index) => index + 1),
      );
      const [first, second, third] = pages as [Shown, Shown, Shown];
      // By number, this one would push a row of the first page onto the second.
      seed(desk, nameOf(9));
      assert.deepEqual((await show(desk, next(first))).names, second.names);
      assert.deepEqual((await show(desk, previous(third))).names, second.names);
      let back = await show(desk, previous(third));
      while (back.page.page > 1) back = await show(desk, previous(back));
      assert.ok(back.names.includes(nameOf(9)), back.names.join());
    });

  for (const { what, seed, show } of cases)
    it(`of ${what} takes the number of a page, as it is typed and as older cards send it, and what makes no sense`, async () => {
      const desk = new Desk();
      for (let number = 10; number < 30; number += 1) seed(desk, nameOf(number));
      const [first, second] = await readAll((wish) => show(desk, wish));
      assert.deepEqual((await show(desk, { page: 2 })).names, second?.names);
      const last = await show(desk, { page: 999 });
      assert.equal(last.page.page, last.page.pageCount);
      assert.ok(last.names.length > 0);
      for (const after of ['', 'nonsense', '/'])
        assert.deepEqual((await show(desk, { page: 1, after })).names, first?.names, after);
      const behindAll = await show(desk, { page: 4, after: 'zzz/zzz' });
      assert.ok(behindAll.names.length > 0, 'behind the end stands the last page');
    });

  it('of members is read a page at a time (Q10)', async () => {
    const desk = new Desk();
    const list = cases.at(-1);
    for (let number = 10; number < 60; number += 1) list?.seed(desk, nameOf(number));
    const read: number[] = [];
    const reader = desk.store.forTenant.bind(desk.store);
    desk.store.forTenant = (tenantId) => {
      const store = reader(tenantId);
      return {
        ...store,
        read: (name) => {
          const inner = store.read(name);
          return {
            ...inner,
            find: async (query) => {
              const found = await inner.find(query);
              if (name === 'memberships') read.push(found.length);
              return found;
            },
          };
        },
      };
    };
    await list?.show(desk, { page: 1 });
    assert.ok(Math.max(...read) <= 12, read.join());
  });

  it('of groups without an owner reads no other groups (F44)', async () => {
    const desk = new Desk();
    desk.store.seed('groups', aGroup({ id: 'old', name: 'Old Project', nameKey: 'old project', ownerIds: [] }));
    desk.store.readLog.length = 0;
    const { table } = expectOutcome(await desk.does('ada', { kind: 'listOwnerless', page: 1 }), 'tableShown');
    assert.deepEqual(table.code === 'ownerless' && table.rows.map(({ name }) => name), ['Old Project']);
    assert.ok(!desk.store.readLog.includes('groups find'), desk.store.readLog.join());
  });
});
