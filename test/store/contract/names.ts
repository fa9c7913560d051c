import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { NameEntry, NamePage, NamePageWish, NameScope, TenantStore } from '../../../src/commands/ports.js';
import { authorize } from '../../../src/domain/authorized.js';
import { toNameKey } from '../../../src/domain/names.js';
import { aGroup, aPerson, aResource } from '../../support/documents.js';
import type { Bench } from '../storeContract.js';

const proof = authorize('test');

const everything: NameScope = { of: ['groups', 'resources', 'people'], hidden: 'all' };
const asAnn: NameScope = { of: ['groups'], hidden: { runBy: 'ann', ids: [] } };

function namesOf(entries: readonly NameEntry[]): string[] {
  return entries.map(({ name }) => name);
}

function idsOf(entries: readonly NameEntry[]): string[] {
  return entries.map(({ id }) => id);
}

async function addGroup(tenant: TenantStore, name: string, given: Parameters<typeof aGroup>[0] = {}): Promise<void> {
  const id = given.id ?? toNameKey(name).replace(/[^\p{L}\p{N}]/gu, '-');
  const group = aGroup({ id, name, nameKey: toNameKey(name), tenantId: tenant.tenantId, ...given });
  assert.equal(await tenant.insert(proof, 'groups', group), 'written');
}

/** What stands behind a page. */
function edgeBehind(page: NamePage | undefined): Partial<NamePageWish> {
  const last = page?.entries.at(-1);
  return last ? { after: last } : {};
}

async function change(tenant: TenantStore, id: string, given: Parameters<typeof aGroup>[0]): Promise<void> {
  const group = await tenant.read('groups').get(id);
  assert.ok(group);
  const next = { ...group, ...given, version: group.version + 1 };
  assert.equal(await tenant.replace(proof, 'groups', { ...next, nameKey: toNameKey(next.name) }), 'written');
}

/** Names: kept by the store with the record that has them, found at once, and only by those who may see them. */
export function describeNames({ freshTenant }: Bench): void {
  describe('names', () => {
    it('are found exactly, of every kind, however they were typed', async () => {
      const tenant = freshTenant();
      const { tenantId } = tenant;
      await addGroup(tenant, 'Straße');
      await tenant.insert(proof, 'resources', aResource({ tenantId, name: 'Salesforce' }));
      await tenant.insert(proof, 'people', aPerson({ tenantId, name: 'Ann Archer' }));
      const keys = ['STRASSE', 'salesforce', '\u2066ann\u00a0archer\u2069', 'nobody'].map(toNameKey);
      const found = await tenant.names.exact(keys, everything.of);
      assert.deepEqual(namesOf(found).sort(), ['Ann Archer', 'Salesforce', 'Straße']);
      assert.deepEqual(namesOf(await tenant.names.exact(keys, ['people'])), ['Ann Archer']);
      assert.deepEqual(await tenant.names.exact([], everything.of), []);
      assert.deepEqual(await tenant.names.exact(keys, []), []);
    });

    it('F83: come near by their beginning, by words, and a slip or two away; best first', async () => {
      const tenant = freshTenant();
      for (const name of ['Marketing', 'Marketing Operations', 'Sales and Marketing', 'Market Research', 'Book Club'])
        await addGroup(tenant, name);
      const near = async (...texts: string[]) => namesOf(await tenant.names.near(texts, asAnn, 10));
      assert.deepEqual(await near('market'), ['Market Research', 'Marketing', 'Marketing Operations']);
      assert.deepEqual(await near('marketing sales'), ['Marketing', 'Sales and Marketing']);
      assert.deepEqual(await near('the marketing team'), ['Marketing']);
      assert.deepEqual(await near('Marketting'), ['Marketing']);
      assert.deepEqual(await near('makreting oprations'), ['Marketing Operations']);
      assert.deepEqual(await near('club'), ['Book Club']);
      assert.deepEqual(await near('zzz', 'bok club'), ['Book Club']);
      assert.deepEqual(await near('zzz'), []);
      assert.deepEqual(await near('', '  '), []);
      assert.equal((await tenant.names.near(['market'], asAnn, 2)).length, 2);
    });

    it('come near as they are typed on a keyboard without their letters, whole or a word of them', async () => {
      const tenant = freshTenant();
      const { tenantId } = tenant;
      for (const name of ['Café Crew', 'C++ & Rust', 'Salesforce Users']) await addGroup(tenant, name);
      await tenant.insert(proof, 'resources', aResource({ tenantId, id: 'sf', name: 'Salesforce' }));
      for (const [id, name] of [
        ['jose', 'José Núñez'],
        ['jorg', 'Jörg Weiß'],
      ] as const)
        await tenant.insert(proof, 'people', aPerson({ tenantId, id, name }));
      const near = async (...texts: string[]) => namesOf(await tenant.names.near(texts, everything, 10));
      assert.deepEqual(await near('cafe crew'), ['Café Crew']);
      assert.deepEqual(await near('cafe'), ['Café Crew']);
      assert.deepEqual(await near('c++ and rust'), ['C++ & Rust']);
      assert.deepEqual(await near('jose nunez'), ['José Núñez']);
      assert.deepEqual(
        [await near('joerg'), await near('jorg weiss'), await near('Jörg')],
        Array(3).fill(['Jörg Weiß']),
      );
      assert.deepEqual(
        await near('salesforce'),
        ['Salesforce Users', 'Salesforce'],
        'one hides no other of another kind',
      );
      assert.deepEqual(await near('cafe', 'jose', 'joerg'), ['Café Crew', 'José Núñez', 'Jörg Weiß']);
    });

    it('follow their record: renamed, hidden, handed over, deleted; each at once', async () => {
      const tenant = freshTenant();
      await addGroup(tenant, 'Alpha Team', { id: 'a', ownerIds: ['olga'] });
      const exact = async (name: string) => (await tenant.names.exact([toNameKey(name)], ['groups'])).length;
      const near = async (scope: NameScope) => namesOf(await tenant.names.near(['alhpa team', 'gamma'], scope, 10));
      await change(tenant, 'a', { name: 'Gamma Team' });
      assert.deepEqual([await exact('Alpha Team'), await exact('Gamma Team')], [0, 1]);
      assert.deepEqual(await near(asAnn), ['Gamma Team']);
      await change(tenant, 'a', { isListed: false });
      assert.deepEqual(await near(asAnn), [], 'who has nothing to do with it does not come near it');
      assert.deepEqual(await near(everything), ['Gamma Team']);
      assert.deepEqual(await near({ of: ['groups'], hidden: { runBy: 'olga', ids: [] } }), ['Gamma Team']);
      assert.deepEqual(await near({ of: ['groups'], hidden: { runBy: 'ann', ids: ['a'] } }), ['Gamma Team']);
      await change(tenant, 'a', { ownerIds: [], managerIds: ['ann'] });
      assert.deepEqual(await near(asAnn), ['Gamma Team']);
      assert.deepEqual(await near({ of: ['groups'], hidden: { runBy: 'olga', ids: [] } }), []);
      await change(tenant, 'a', { deletedAt: 5 });
      assert.deepEqual([await exact('Gamma Team'), (await near(everything)).length], [0, 0]);
    });

    it('are not moved by a write that was turned away', async () => {
      const tenant = freshTenant();
      await addGroup(tenant, 'Alpha', { id: 'a' });
      const group = aGroup({ id: 'a', tenantId: tenant.tenantId, name: 'Beta', nameKey: 'beta', version: 7 });
      assert.equal(await tenant.replace(proof, 'groups', group), 'conflict');
      assert.equal(await tenant.insert(proof, 'groups', { ...group, version: 1 }), 'duplicate');
      assert.deepEqual(namesOf(await tenant.names.exact(['alpha', 'beta'], ['groups'])), ['Alpha']);
    });

    it('are what the winner wrote, when many rename at once', async () => {
      const tenant = freshTenant();
      await addGroup(tenant, 'Alpha', { id: 'a' });
      const group = await tenant.read('groups').get('a');
      assert.ok(group);
      for (let version = 2; version < 6; version += 1) {
        const rivals = Array.from({ length: 8 }, (_, at) => `Rival ${version} ${at}`);
        await Promise.all(
          rivals.map((name) => tenant.replace(proof, 'groups', { ...group, name, nameKey: toNameKey(name), version })),
        );
        const stored = await tenant.read('groups').get('a');
        const found = await tenant.names.exact(rivals.map(toNameKey), ['groups']);
        assert.deepEqual(namesOf(found), [stored?.name]);
      }
    });

    it('S28: are listed in the order of the names, page by page, by number and from the last one on', async () => {
      const tenant = freshTenant();
      for (let at = 0; at < 12; at += 1)
        await addGroup(tenant, `Team ${String.fromCharCode(76 - at)}`, { isListed: at % 4 !== 0 });
      await addGroup(tenant, 'Team B', { id: 'second-b' });
      const page = (skip: number, after?: NameEntry) =>
        tenant.names.page(asAnn, { words: '', skip, limit: 4, ...(after ? { after } : {}) });
      const first = await page(0);
      assert.deepEqual(namesOf(first.entries), ['Team A', 'Team B', 'Team B', 'Team C']);
      assert.equal(first.total, 10);
      const second = await page(0, first.entries.at(-1));
      assert.deepEqual(namesOf(second.entries), ['Team E', 'Team F', 'Team G', 'Team I']);
      assert.deepEqual((await page(4)).entries, second.entries);
      const middle = await page(0, first.entries[1]);
      assert.deepEqual(
        namesOf(middle.entries),
        ['Team B', 'Team C', 'Team E', 'Team F'],
        'of two equal names, the second',
      );
      const all = await tenant.names.page({ of: ['groups'], hidden: 'all' }, { words: '', skip: 8, limit: 10 });
      assert.equal(all.total, 13);
      assert.equal(all.entries.length, 5);
      const own = await tenant.names.page(
        { of: ['groups'], hidden: { runBy: 'olga', ids: [] } },
        { words: '', skip: 0, limit: 20 },
      );
      assert.equal(own.entries.length, 13, 'a list holds the groups that a person runs although they are not listed');
    });

    it('S28: are paged forth and back from a place, through any number of equal names, and lose none that was there', async () => {
      const tenant = freshTenant();
      for (let at = 0; at < 14; at += 1) await addGroup(tenant, 'Same', { id: `same-${String(at).padStart(2, '0')}` });
      await addGroup(tenant, 'Zebra');
      const page = (edge: Partial<NamePageWish> = {}) =>
        tenant.names.page(asAnn, { words: '', skip: 0, limit: 5, ...edge });
      const pages = [await page()];
      while (pages.at(-1)?.hasMore) pages.push(await page(edgeBehind(pages.at(-1))));
      const all = pages.flatMap(({ entries }) => idsOf(entries));
      assert.deepEqual([all.length, new Set(all).size, pages.length], [15, 15, 3]);
      const [second] = pages[1]?.entries ?? [];
      assert.ok(second);
      await addGroup(tenant, 'Aardvark', { id: 'aardvark' });
      const back = await page({ before: second });
      assert.deepEqual(idsOf(back.entries), all.slice(0, 5), 'what came meanwhile moves nobody to another page');
      assert.equal(back.hasMore, true);
      const first = await page({ before: back.entries[0] as NameEntry });
      assert.deepEqual([idsOf(first.entries), first.hasMore], [['aardvark'], false]);
    });

    it('are found by how they look, as they are now, listed or run by whoever asks', async () => {
      const tenant = freshTenant();
      await addGroup(tenant, 'Marketing', { id: 'listed' });
      await addGroup(tenant, 'Finance', { id: 'secret', isListed: false, ownerIds: ['olga'], managerIds: ['mona'] });
      await tenant.insert(proof, 'resources', aResource({ tenantId: tenant.tenantId, name: 'Finance' }));
      const like = async (name: string, hidden: Parameters<TenantStore['names']['lookalikes']>[1]) =>
        idsOf(await tenant.names.lookalikes(name, hidden));
      const [marketing, finance] = ['M\u0430rketing', 'Fin\u0430nce'];
      assert.deepEqual(await like(marketing, { runBy: 'ann' }), ['listed']);
      assert.deepEqual(await like('marketing', { runBy: 'ann' }), [], 'the same name is another matter');
      assert.deepEqual(await like(finance, { runBy: 'ann' }), []);
      for (const hidden of ['all', { runBy: 'olga' }, { runBy: 'mona' }] as const)
        assert.deepEqual(await like(finance, hidden), ['secret']);
      await change(tenant, 'listed', { name: 'Brand' });
      assert.deepEqual(await like(marketing, 'all'), []);
      assert.deepEqual(await like('8rand', 'all'), []);
      assert.deepEqual(await like('Br\u0430nd', 'all'), ['listed']);
      await change(tenant, 'listed', { deletedAt: 1 });
      assert.deepEqual(await like('Br\u0430nd', 'all'), []);
      assert.deepEqual(idsOf(await freshTenant().names.lookalikes(finance, 'all')), []);
    });

    it('F44: are known for groups that nobody owns, listed or not, and no longer once somebody does', async () => {
      const tenant = freshTenant();
      const nobody = { ownerIds: [], managerIds: [] };
      await addGroup(tenant, 'Beta', { id: 'beta', ...nobody });
      await addGroup(tenant, 'Alpha', { id: 'alpha', ...nobody, isListed: false });
      await addGroup(tenant, 'Owned', { id: 'owned' });
      await addGroup(tenant, 'Mail', { id: 'mail', ...nobody, unsupportedKind: 'distributionList' });
      const first = await tenant.names.ownerless({ skip: 0, limit: 1 });
      assert.deepEqual([namesOf(first.entries), first.total, first.hasMore], [['Alpha'], 2, true]);
      const [after] = first.entries;
      const second = await tenant.names.ownerless({ skip: 0, limit: 1, ...(after ? { after } : {}) });
      assert.deepEqual([namesOf(second.entries), second.hasMore], [['Beta'], false]);
      const beta = await tenant.read('groups').get('beta');
      assert.ok(beta);
      await tenant.replace(proof, 'groups', { ...beta, ownerIds: ['olga'], version: beta.version + 1 });
      assert.deepEqual(namesOf((await tenant.names.ownerless({ skip: 0, limit: 10 })).entries), ['Alpha']);
    });

    it('are searched by the beginnings of words, in the name and in what it is about', async () => {
      const tenant = freshTenant();
      await addGroup(tenant, 'Sales', { description: 'Falcons and other deals' });
      await addGroup(tenant, 'Falcon Project', { description: 'Saloons' });
      await addGroup(tenant, 'Hidden Falcon', { description: '', isListed: false });
      const search = async (words: string, scope = asAnn) =>
        namesOf((await tenant.names.page(scope, { words, skip: 0, limit: 10 })).entries);
      assert.deepEqual(await search('falcon'), ['Falcon Project', 'Sales']);
      assert.deepEqual(await search('SAL falc'), ['Falcon Project', 'Sales']);
      assert.deepEqual(await search('deals'), ['Sales']);
      assert.deepEqual(await search('falcon', everything), ['Falcon Project', 'Hidden Falcon', 'Sales']);
      assert.deepEqual(await search('nothing'), []);
    });

    it('S11: are nothing to another organisation', async () => {
      const [contoso, fabrikam] = [freshTenant(), freshTenant()];
      await addGroup(contoso, 'Marketing');
      assert.deepEqual(await fabrikam.names.exact(['marketing'], everything.of), []);
      assert.deepEqual(await fabrikam.names.near(['marketting', 'market'], everything, 10), []);
      assert.equal((await fabrikam.names.page(everything, { words: '', skip: 0, limit: 10 })).total, 0);
      assert.equal((await fabrikam.names.page(everything, { words: 'mark', skip: 0, limit: 10 })).total, 0);
      assert.deepEqual(await fabrikam.names.ofRecords('groups', ['marketing']), []);
      assert.deepEqual(namesOf(await contoso.names.ofRecords('groups', ['marketing', 'other'])), ['Marketing']);
    });
  });
}
