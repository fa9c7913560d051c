import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { FakeGraph } from '../../src/demo/fakeGraph/fakeGraph.js';
import { fakeToken } from '../../src/demo/fakeGraph/permissions.js';
import type { FakeGroup } from '../../src/demo/fakeGraph/state.js';

interface Body {
  readonly id?: string;
  readonly value?: readonly (Record<string, unknown> & { readonly id: string })[];
  readonly error?: { readonly code: string; readonly message: string; readonly details?: readonly { code: string }[] };
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink'?: string;
  readonly '@odata.count'?: number;
  readonly responses?: readonly { readonly id: string; readonly status: number }[];
}

describe('FakeGraph answers as the documentation of Microsoft Graph says', () => {
  let now: number;
  let graph: FakeGraph;
  let origin: string;
  let group: FakeGroup;
  let ann: string;

  const open = async (auth: 'open' | 'claims' = 'open') => {
    now = Date.UTC(2026, 2, 2, 9);
    graph = new FakeGraph({ now: () => now, auth });
    origin = await graph.start();
    group = graph.state.addGroup({ displayName: 'Marketing' });
    ann = graph.state.addUser({ displayName: 'Ann Archer', jobTitle: 'Lead' }).id;
  };
  beforeEach(() => open());
  afterEach(() => graph.stop());

  const call = async (method: string, url: string, body?: object, headers: Record<string, string> = {}) => {
    const response = await fetch(url.startsWith('http') ? url : `${origin}/v1.0${url}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text ? JSON.parse(text) : {}) as Body };
  };
  const refer = (id: string) => ({ '@odata.id': `${origin}/v1.0/directoryObjects/${id}` });
  const add = (id = ann, to = group.id, what = 'members') => call('POST', `/groups/${to}/${what}/$ref`, refer(id));
  const cut = (id = ann, from = group.id, what = 'members') => call('DELETE', `/groups/${from}/${what}/${id}/$ref`);
  const eventual = { consistencylevel: 'eventual' };

  describe('members and owners', () => {
    it('are added once, and the second time is a 400 with words', async () => {
      assert.equal((await add()).status, 204);
      const again = await add();
      assert.deepEqual([again.status, again.body.error?.code], [400, 'Request_BadRequest']);
      assert.match(again.body.error?.message ?? '', /already exist.*'members'/);
      await add(ann, group.id, 'owners');
      assert.match((await add(ann, group.id, 'owners')).body.error?.message ?? '', /already exist.*'owners'/);
    });

    it('are removed once, and the second time is a 404', async () => {
      await add();
      assert.equal((await cut()).status, 204);
      assert.deepEqual([(await cut()).status, (await cut()).body.error?.code], [404, 'Request_ResourceNotFound']);
    });

    it('keep the last owner, and never have more than 100', async () => {
      await add(ann, group.id, 'owners');
      assert.match((await cut(ann, group.id, 'owners')).body.error?.message ?? '', /at least one owner/);
      for (let count = 1; count < 100; count += 1) graph.state.tie('owners', group.id, graph.state.addUser({}).id);
      const more = await add(graph.state.addUser({}).id, group.id, 'owners');
      assert.equal(more.status, 400);
    });

    it('without /$ref, the person is deleted', async () => {
      await add();
      assert.equal((await call('DELETE', `/groups/${group.id}/members/${ann}`)).status, 204);
      assert.equal((await call('GET', `/users/${ann}`)).status, 404);
    });

    it('who are unknown are a 404, and a malformed body is the same 400 as an old member', async () => {
      assert.equal((await add('0a6f2f2e-0000-4000-8000-00000000000f')).status, 404);
      const odd = await call('POST', `/groups/${group.id}/members/$ref`, { '@odata.id': 'nonsense' });
      assert.deepEqual([odd.status, odd.body.error?.code], [400, 'Request_BadRequest']);
    });

    it('of groups in groups are in transitiveMembers and checkMemberGroups, and not in members', async () => {
      const inner = graph.state.addGroup({ displayName: 'Inner' });
      graph.state.tie('members', inner.id, ann);
      assert.equal((await add(inner.id)).status, 204);
      const ids = async (what: string) =>
        (await call('GET', `/groups/${group.id}/${what}`)).body.value?.map(({ id }) => id);
      assert.deepEqual(await ids('members'), [inner.id]);
      assert.deepEqual(await ids('members/microsoft.graph.user'), []);
      assert.deepEqual(new Set(await ids('transitiveMembers')), new Set([inner.id, ann]));
      const check = await call('POST', `/directoryObjects/${ann}/checkMemberGroups`, { groupIds: [group.id] });
      assert.deepEqual(check.body.value, [group.id]);
      const unified = graph.state.addGroup({ groupTypes: ['Unified'], mailEnabled: true, securityEnabled: false });
      assert.equal((await add(inner.id, unified.id)).status, 400);
    });

    it('are listed in pages, and a filter wants ConsistencyLevel', async () => {
      for (let count = 0; count < 5; count += 1) graph.state.tie('members', group.id, graph.state.addUser({}).id);
      const first = await call('GET', `/groups/${group.id}/members?$top=3&$select=id`);
      assert.equal(first.body.value?.length, 3);
      assert.deepEqual(Object.keys(first.body.value[0] ?? {}), ['@odata.type', 'id']);
      const second = await call('GET', first.body['@odata.nextLink'] ?? '');
      assert.deepEqual([second.body.value?.length, second.body['@odata.nextLink']], [2, undefined]);
      graph.state.tie('members', group.id, ann);
      const filtered = `/groups/${group.id}/members?$filter=id eq '${ann}'&$count=true`;
      assert.equal((await call('GET', filtered)).body.error?.code, 'Request_UnsupportedQuery');
      assert.deepEqual(
        (await call('GET', filtered, undefined, eventual)).body.value?.map(({ id }) => id),
        [ann],
      );
    });
  });

  describe('kinds that are read-only', () => {
    const kinds: Record<string, [Partial<FakeGroup>, number]> = {
      distributionList: [{ mailEnabled: true, securityEnabled: false }, 400],
      mailEnabledSecurity: [{ mailEnabled: true, securityEnabled: true }, 400],
      onPremSynced: [{ onPremisesSyncEnabled: true }, 400],
      dynamic: [{ groupTypes: ['DynamicMembership'], membershipRule: 'user.department -eq "x"' }, 403],
      roleAssignable: [{ isAssignableToRole: true }, 403],
      restricted: [{ isManagementRestricted: true }, 403],
    };
    for (const [kind, [given, status]] of Object.entries(kinds))
      it(`refuse a member: ${kind}`, async () => {
        const { id } = graph.state.addGroup(given);
        assert.equal((await add(ann, id)).status, status);
        assert.ok(!graph.state.isTied('members', id, ann));
      });

    it('are no longer read-only once synchronised groups are mastered in the cloud', async () => {
      const { id } = graph.state.addGroup({ onPremisesSyncEnabled: false });
      assert.equal((await add(ann, id)).status, 204);
    });
  });

  describe('groups', () => {
    const wish = {
      displayName: 'Launch',
      mailNickname: 'launch',
      mailEnabled: true,
      securityEnabled: false,
      groupTypes: ['Unified'],
    };

    it('are created with their owners, renamed, deleted, found among the deleted and restored', async () => {
      const made = await call('POST', '/groups', { ...wish, 'owners@odata.bind': [refer(ann)['@odata.id']] });
      const id = made.body.id ?? '';
      assert.equal(made.status, 201);
      assert.ok(graph.state.isTied('owners', id, ann));
      assert.equal((await call('PATCH', `/groups/${id}`, { displayName: 'Start' })).status, 204);
      assert.equal((await call('DELETE', `/groups/${id}`)).status, 204);
      assert.equal((await call('GET', `/groups/${id}`)).status, 404);
      assert.equal((await add(ann, id)).status, 404);
      assert.equal((await call('GET', `/directory/deletedItems/${id}`)).status, 200);
      assert.equal((await call('POST', `/directory/deletedItems/${id}/restore`)).status, 200);
      assert.equal((await call('GET', `/groups/${id}?$select=displayName`)).status, 200);
      await call('DELETE', `/groups/${id}`);
      now += 31 * 86_400_000;
      assert.equal((await call('GET', `/directory/deletedItems/${id}`)).status, 404);
    });

    it('of security are gone at once', async () => {
      await call('DELETE', `/groups/${group.id}`);
      assert.equal((await call('GET', `/directory/deletedItems/${group.id}`)).status, 404);
    });

    it('are refused by naming policy, nickname, quota and what is missing', async () => {
      await call('POST', '/groups', wish);
      assert.match((await call('POST', '/groups', wish)).body.error?.message ?? '', /mailNickname already exists/);
      graph.rules.prefix = 'GRP ';
      const named = await call('POST', '/groups', { ...wish, mailNickname: 'other' });
      assert.equal(named.body.error?.details?.[0]?.code, 'MissingPrefixSuffix');
      graph.rules.blockedWords.push('CEO');
      const blocked = await call('POST', '/groups', { ...wish, displayName: 'GRP CEO', mailNickname: 'other' });
      assert.equal(blocked.body.error?.details?.[0]?.code, 'ContainsBlockedWord');
      graph.rules.quota = 0;
      const full = await call('POST', '/groups', { ...wish, displayName: 'GRP x', mailNickname: 'x' });
      assert.deepEqual([full.status, full.body.error?.code], [403, 'Directory_QuotaExceeded']);
      assert.equal((await call('POST', '/groups', { displayName: 'x' })).status, 400);
      const list = { ...wish, groupTypes: [], mailNickname: 'y' };
      assert.equal((await call('POST', '/groups', list)).status, 400);
    });

    it('are made once by their unique name, however often they are asked for', async () => {
      const prefer = { prefer: 'create-if-missing' };
      const url = "/groups(uniqueName='ours-1')";
      assert.equal((await call('PATCH', url, wish)).status, 404);
      const made = await call('PATCH', url, wish, prefer);
      assert.equal(made.status, 201);
      assert.equal((await call('PATCH', url, { ...wish, displayName: 'Other' }, prefer)).status, 204);
      assert.equal((await call('GET', `${url}?$select=id`)).body.id, made.body.id);
      assert.equal(graph.state.groups.get(made.body.id ?? '')?.displayName, 'Other');
    });

    it('may share a name', async () => {
      const twin = { displayName: 'Marketing', mailNickname: 'm2', mailEnabled: false, securityEnabled: true };
      assert.equal((await call('POST', '/groups', twin)).status, 201);
      const both = await call('GET', "/groups?$filter=displayName eq 'Marketing'&$select=id");
      assert.equal(both.body.value?.length, 2);
    });
  });

  describe('delta', () => {
    const select = '$select=displayName,members,owners';
    /** All of a round, and the link to the next. */
    const round = async (link: string) => {
      const rows: (Record<string, unknown> & { readonly id: string })[] = [];
      let pages = 0;
      for (let next = link; ;) {
        const { status, body } = await call('GET', next);
        assert.equal(status, 200);
        rows.push(...(body.value ?? []));
        pages += 1;
        if (body['@odata.deltaLink']) return { rows, pages, link: body['@odata.deltaLink'] };
        next = body['@odata.nextLink'] ?? '';
      }
    };
    const membersIn = (rows: readonly Record<string, unknown>[]) =>
      rows.flatMap((row) => (row['members@delta'] as { id: string; '@removed'?: object }[] | undefined) ?? []);

    it('gives everything at first, in pages, a group’s members in pieces, perhaps an empty page', async () => {
      for (let count = 0; count < 45; count += 1) graph.state.tie('members', group.id, graph.state.addUser({}).id);
      Object.assign(graph.delta, { pageSize: 2, emptyPages: true });
      const { rows, pages } = await round(`/groups/delta?${select}`);
      assert.equal(membersIn(rows).length, 45);
      assert.ok(rows.filter(({ id }) => id === group.id).length > 2);
      assert.ok(pages > 2);
    });

    it('then gives what changed, and nothing when nothing did', async () => {
      const { link } = await round(`/groups/delta?${select}`);
      const quiet = await round(link);
      assert.deepEqual([quiet.rows, quiet.pages], [[], 1]);
      await add();
      const added = await round(quiet.link);
      assert.deepEqual(membersIn(added.rows), [{ '@odata.type': '#microsoft.graph.user', id: ann }]);
      await cut();
      const removed = await round(added.link);
      assert.deepEqual(membersIn(removed.rows)[0]?.['@removed'], { reason: 'deleted' });
    });

    it('replays, filters by 50 ids at most, and begins with "latest"', async () => {
      graph.delta.replays = 5;
      const { link } = await round(`/groups/delta?${select}&$deltatoken=latest`);
      await add();
      const first = await round(link);
      const second = await round(first.link);
      assert.deepEqual(membersIn(second.rows), membersIn(first.rows));
      const ids = Array.from({ length: 51 }, (_, index) => `id eq '${index}'`).join(' or ');
      assert.equal((await call('GET', `/groups/delta?$filter=${ids}`)).status, 400);
      const one = await round(`/groups/delta?${select}&$filter=id eq '${group.id}'`);
      assert.ok(one.rows.every(({ id }) => id === group.id));
      assert.equal((await call('GET', '/groups/delta?$expand=members')).status, 400);
    });

    it('tells soft deletion from the final one', async () => {
      const team = graph.state.addGroup({ groupTypes: ['Unified'], mailEnabled: true, displayName: 'Team' });
      const { link } = await round(`/groups/delta?${select}`);
      graph.state.deleteGroup(team.id);
      graph.state.deleteGroup(group.id);
      const { rows, link: after } = await round(link);
      assert.deepEqual(
        new Map(rows.map((row) => [row.id, row['@removed']])),
        new Map([
          [team.id, { reason: 'changed' }],
          [group.id, { reason: 'deleted' }],
        ]),
      );
      graph.state.restoreGroup(team.id);
      assert.equal((await round(after)).rows[0]?.['displayName'], 'Team');
    });

    it('forgets a link after seven days, or at once: 410 with where to begin again', async () => {
      const { link } = await round(`/groups/delta?${select}`);
      now += 8 * 86_400_000;
      const gone = await call('GET', link);
      assert.deepEqual([gone.status, gone.body.error?.code], [410, 'syncStateNotFound']);
      const fresh = await round(gone.headers.get('location') ?? '');
      graph.forgetLinks();
      assert.equal((await call('GET', fresh.link)).status, 410);
    });

    it('of users tells who is disabled and who is gone', async () => {
      const { link } = await round('/users/delta?$select=displayName,accountEnabled');
      graph.state.patchUser(ann, { accountEnabled: false });
      const { rows, link: next } = await round(link);
      assert.deepEqual(rows, [{ id: ann, displayName: 'Ann Archer', accountEnabled: false }]);
      graph.state.deleteUser(ann);
      assert.deepEqual((await round(next)).rows, [{ id: ann, '@removed': { reason: 'changed' } }]);
    });
  });

  describe('users', () => {
    it('bring their manager along in a delta, as a bare id, when it is asked for and when it changes', async () => {
      const boss = graph.state.addUser({ displayName: 'Olga Berg' });
      const select = '/users/delta?$select=displayName,manager';
      const first = await call('GET', select);
      assert.deepEqual(
        first.body.value?.flatMap((row) => row['manager@delta'] ?? []),
        [],
      );
      graph.state.patchUser(ann, { managerId: boss.id });
      const next = await call('GET', first.body['@odata.deltaLink'] ?? '');
      const [row] = next.body.value ?? [];
      assert.deepEqual(
        [row?.id, row?.['manager@delta']],
        [ann, [{ '@odata.type': '#microsoft.graph.user', id: boss.id }]],
      );
      const plain = await call('GET', '/users/delta?$select=displayName');
      assert.deepEqual(
        plain.body.value?.flatMap((one) => one['manager@delta'] ?? []),
        [],
      );
    });

    it('are found by $search only with ConsistencyLevel, with their manager when asked', async () => {
      const boss = graph.state.addUser({ displayName: 'Olga Berg' });
      graph.state.patchUser(ann, { managerId: boss.id });
      const search = `/users?$search="displayName:arc"&$count=true&$select=id,jobTitle`;
      assert.equal((await call('GET', search)).status, 400);
      const found = await call('GET', search, undefined, eventual);
      assert.deepEqual(found.body.value, [{ id: ann, jobTitle: 'Lead' }]);
      assert.equal((await call('GET', `/users/${ann}/manager`)).body.id, boss.id);
      assert.equal((await call('GET', `/users/${boss.id}/manager`)).status, 404);
      const expanded = await call('GET', '/users?$expand=manager($select=id)');
      assert.deepEqual(expanded.body.value?.[0]?.['manager'], { id: boss.id, displayName: 'Olga Berg' });
    });
  });

  describe('around them', () => {
    it('reads show a new group and a new member only after a while', async () => {
      graph.lagMs = 5_000;
      now += 10_000;
      const made = graph.state.addGroup({ displayName: 'New' });
      assert.equal((await add(ann, made.id)).status, 404);
      assert.equal((await add()).status, 204);
      const members = async () => (await call('GET', `/groups/${group.id}/members`)).body.value?.length;
      assert.equal(await members(), 0);
      // The write itself knows.
      assert.equal((await add()).status, 400);
      now += 6_000;
      assert.equal(await members(), 1);
      assert.equal((await add(ann, made.id)).status, 204);
    });

    it('$batch answers each for itself, in another order, and takes 20', async () => {
      const part = (id: string, url: string) => ({ id, method: 'GET', url });
      const { body } = await call('POST', '/$batch', {
        requests: [part('1', `/groups/${group.id}`), part('2', '/groups/none')],
      });
      assert.deepEqual(
        body.responses?.map(({ id, status }) => [id, status]),
        [
          ['2', 404],
          ['1', 200],
        ],
      );
      const many = Array.from({ length: 21 }, (_, index) => part(String(index), '/groups'));
      assert.equal((await call('POST', '/$batch', { requests: many })).status, 400);
    });

    it('a limit is told from 80 % on, then 429 with how long to wait and whose limit it is', async () => {
      graph.limit({ requests: 5, perMs: 10_000 });
      const shares: (string | null)[] = [];
      for (let count = 0; count < 5; count += 1)
        shares.push((await call('GET', '/groups')).headers.get('x-ms-throttle-limit-percentage'));
      assert.deepEqual(shares, [null, null, null, '0.80', '1.00']);
      const over = await call('GET', '/groups');
      assert.deepEqual([over.status, over.headers.get('retry-after')], [429, '10']);
      assert.ok(over.headers.get('x-ms-throttle-scope'));
      now += 10_001;
      assert.equal((await call('GET', '/groups')).status, 200);
    });

    it('weather befalls the calls that it names, once or several times, and may hide what happened', async () => {
      graph.weather({ method: 'POST', path: 'members', status: 504, happens: true }, { path: 'owners', times: 2 });
      assert.equal((await add()).status, 504);
      assert.ok(graph.state.isTied('members', group.id, ann));
      assert.equal((await add(ann, group.id, 'owners')).status, 503);
      assert.equal((await add(ann, group.id, 'owners')).status, 503);
      assert.equal((await add(ann, group.id, 'owners')).status, 204);
      graph.weather({ cutsOff: true });
      await assert.rejects(call('GET', '/groups'));
    });

    it('each answer says its id and the caller’s', async () => {
      const { headers, body } = await call('GET', '/groups/none', undefined, { 'client-request-id': 'mine' });
      assert.equal(headers.get('client-request-id'), 'mine');
      assert.ok(headers.get('request-id'));
      assert.equal((body.error as { innerError?: Record<string, string> }).innerError?.['client-request-id'], 'mine');
    });
  });

  describe('permissions', () => {
    const as = (...roles: string[]) => ({ authorization: `Bearer ${fakeToken(roles)}` });
    beforeEach(async () => {
      await graph.stop();
      await open('claims');
    });

    it('a call without a token is a 401', async () => {
      assert.equal((await call('GET', '/groups')).status, 401);
    });

    it('each call wants its own', async () => {
      const tries: [string, string, object | undefined, string][] = [
        ['POST', `/groups/${group.id}/members/$ref`, refer(ann), 'GroupMember.ReadWrite.All'],
        ['POST', `/groups/${group.id}/owners/$ref`, refer(ann), 'Group.ReadWrite.All'],
        ['PATCH', `/groups/${group.id}`, { displayName: 'x' }, 'Group.ReadWrite.All'],
        ['GET', '/users/delta', undefined, 'User.Read.All'],
        ['GET', '/subscribedSkus', undefined, 'LicenseAssignment.Read.All'],
      ];
      for (const [method, url, body, role] of tries) {
        const without = await call(method, url, body, as('Something.Else'));
        assert.deepEqual([without.status, without.body.error?.code], [403, 'Authorization_RequestDenied'], url);
        assert.ok((await call(method, url, body, as(role))).status < 300, url);
      }
    });

    it('a DELETE without /$ref does harm only with User.ReadWrite.All', async () => {
      graph.state.tie('members', group.id, ann);
      const url = `/groups/${group.id}/members/${ann}`;
      assert.equal((await call('DELETE', url, undefined, as('Group.ReadWrite.All'))).status, 403);
      assert.equal((await call('DELETE', url, undefined, as('User.ReadWrite.All'))).status, 204);
      assert.ok(!graph.state.users.has(ann));
    });
  });
});
