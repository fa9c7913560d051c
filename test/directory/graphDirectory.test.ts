import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { DirectoryResult } from '../../src/commands/ports/directory.js';
import type { FakeGroup } from '../../src/demo/fakeGraph/state.js';
import { openGraphWorld, type GraphWorld } from '../support/graphWorld.js';
import { describeDirectory } from './directoryContract.js';

describeDirectory('graphDirectory', openGraphWorld);
describeDirectory('graphDirectory with just the permissions that it asks for', () =>
  openGraphWorld({
    fake: { auth: 'claims' },
    roles: () => ['GroupMember.ReadWrite.All', 'User.Read.All', 'Group.ReadWrite.All'],
  }),
);

const failureOf = (result: DirectoryResult) =>
  result.ok
    ? 'none'
    : result.failure === 'refused'
      ? result.reason
      : result.failure === 'held'
        ? result.hold
        : result.failure;

describe('graphDirectory', () => {
  let world: GraphWorld;
  beforeEach(async () => {
    world = await openGraphWorld();
  });
  afterEach(() => world.close());

  const add = (person = world.personId, group = world.group) => world.directory.addMember('contoso', group, person);
  const remove = (group = world.group) => world.directory.removeMember('contoso', group, world.personId);
  const isMember = () => world.inside.isMember(world.group.directoryId, world.personId);
  const calls = () => world.graph.requests.map(({ method, path }) => `${method} ${path.replace('/v1.0/', '')}`);

  it('always ends a removal with /$ref, so that no person is ever deleted', async () => {
    await add();
    await remove();
    await world.directory.addOwner('contoso', world.group, world.personId);
    await world.directory.removeOwner('contoso', world.group, world.personId);
    const deletions = world.graph.requests.filter(({ method }) => method === 'DELETE').map(({ path }) => path);
    assert.equal(deletions.length, 2);
    assert.ok(deletions.every((path) => path.endsWith(`/${world.personId}/$ref`)));
  });

  it('F70: looks at the kind right before each write', async () => {
    await add();
    await remove();
    const group = `groups/${world.group.directoryId}`;
    assert.deepEqual(calls(), [
      `GET ${group}`,
      `POST ${group}/members/$ref`,
      `GET ${group}`,
      `DELETE ${group}/members/${world.personId}/$ref`,
    ]);
  });

  const kinds: Record<string, Partial<FakeGroup>> = {
    roleAssignable: { isAssignableToRole: true, groupTypes: ['Unified'], mailEnabled: true },
    restricted: { isManagementRestricted: true },
    dynamic: {
      groupTypes: ['Unified', 'DynamicMembership'],
      mailEnabled: true,
      membershipRuleProcessingState: 'Paused',
    },
    onPremSynced: { onPremisesSyncEnabled: true },
    mailEnabledSecurity: { mailEnabled: true },
    distributionList: { mailEnabled: true, securityEnabled: false },
    unknownKind: { securityEnabled: false },
  };
  for (const [kind, given] of Object.entries(kinds))
    it(`S9, S10, F39, F74: writes nothing to a group that has become ${kind}`, async () => {
      const { id } = world.graph.state.addGroup(given);
      assert.equal(failureOf(await add(world.personId, { directoryId: id })), kind);
      assert.equal(
        failureOf(await world.directory.changeGroup('contoso', { directoryId: id }, { name: 'x', description: '' })),
        kind,
      );
      assert.ok(calls().every((call) => call.startsWith('GET')));
    });

  it('manages a group that is no longer synchronised', async () => {
    const { id } = world.graph.state.addGroup({ onPremisesSyncEnabled: false });
    assert.equal(failureOf(await add(world.personId, { directoryId: id })), 'none');
  });

  it('takes no id that is none of the directory’s', async () => {
    for (const id of ['', '..', 'a/b', 'a?b', 'ann', 'REQ-1', '%2e%2e', `${world.personId}/x`]) {
      assert.equal(failureOf(await add(id)), 'personGone');
      assert.equal(failureOf(await add(world.personId, { directoryId: id })), 'groupGone');
      assert.equal(failureOf(await remove({ directoryId: id })), 'groupGone');
      assert.equal(failureOf(await world.directory.deleteGroup('contoso', { directoryId: id })), 'groupGone');
    }
    assert.equal(world.graph.requests.length, 0);
  });

  it('F93: knows one organisation alone', async () => {
    assert.equal(failureOf(await world.directory.addMember('fabrikam', world.group, world.personId)), 'other');
    assert.equal(world.graph.requests.length, 0);
  });

  it('asks whether somebody is a member when the refusal is worded in another way', async () => {
    world.graph.state.tie('members', world.group.directoryId, world.personId);
    const odd = { method: 'POST', status: 400, code: 'Request_BadRequest', message: 'Schon vorhanden.' };
    world.graph.weather(odd);
    assert.deepEqual(await add(), { ok: true });
    world.graph.state.cut('members', world.group.directoryId, world.personId);
    world.graph.weather(odd);
    assert.equal(failureOf(await add()), 'other');
  });

  it('somebody who is in through a group in the group is not taken for a member', async () => {
    const inner = world.graph.state.addGroup({});
    world.graph.state.tie('members', inner.id, world.personId);
    world.graph.state.tie('members', world.group.directoryId, inner.id);
    world.graph.weather({ method: 'POST', status: 400, code: 'Request_BadRequest', message: 'Something else.' });
    assert.equal(failureOf(await add()), 'other');
  });

  it('a person who is not known everywhere yet is tried again', async () => {
    assert.equal(failureOf(await add('0a6f2f2e-0000-4000-8000-00000000000f')), 'transient');
  });

  it('a group that is deleted holds the work until it is restored or gone', async () => {
    await add();
    world.graph.state.deleteGroup(world.group.directoryId);
    assert.equal(failureOf(await add()), 'groupDeleted');
    assert.equal(failureOf(await remove()), 'groupDeleted');
    world.graph.state.restoreGroup(world.group.directoryId);
    assert.equal(failureOf(await remove()), 'none');
    assert.ok(!isMember());
    world.graph.state.purgeGroup(world.group.directoryId);
    assert.equal(failureOf(await add()), 'groupGone');
    // Nobody is in a group that is gone.
    assert.equal(failureOf(await remove()), 'none');
  });

  it('a group that was made a moment ago may not be known yet', async () => {
    world.graph.lagMs = 30_000;
    const made = await world.directory.createGroup('contoso', {
      id: 'g-1',
      name: 'New',
      description: '',
      groupType: 'security',
      ownerIds: [world.ownerId],
    });
    assert.ok(made.ok);
    const group = { directoryId: made.directoryId, madeAt: world.time.now };
    assert.equal(failureOf(await add(world.personId, group)), 'transient');
    world.time.now += 31_000;
    assert.equal(failureOf(await add(world.personId, group)), 'none');
  });

  it('makes one group although the answer was lost', async () => {
    const wish = { id: 'g-2', name: 'Lost', description: 'x', groupType: 'm365', ownerIds: [world.ownerId] } as const;
    world.graph.weather({ method: 'PATCH', status: 504, happens: true });
    assert.equal(failureOf((await world.directory.createGroup('contoso', wish)) as DirectoryResult), 'transient');
    assert.ok((await world.directory.createGroup('contoso', wish)).ok);
    const made = [...world.graph.state.groups.values()].filter(({ displayName }) => displayName === 'Lost');
    assert.equal(made.length, 1);
    assert.deepEqual([made[0]?.visibility, made[0]?.mailNickname], ['Private', 'lost-g2']);
  });

  it('says Entra’s refusals of a new group as what they are', async () => {
    const make = async (name: string) =>
      failureOf(
        await world.directory.createGroup('contoso', {
          id: name,
          name,
          description: '',
          groupType: 'm365',
          ownerIds: [],
        }),
      );
    world.graph.rules.prefix = 'GRP ';
    assert.equal(await make('Sales'), 'namingPolicy');
    world.graph.rules.blockedWords.push('ceo');
    assert.equal(await make('GRP CEO'), 'namingPolicy');
    world.graph.state.addGroup({ mailNickname: 'grp-taken-grptaken', mailEnabled: true, groupTypes: ['Unified'] });
    assert.equal(await make('GRP taken'), 'nicknameTaken');
    world.graph.rules.quota = 0;
    assert.equal(await make('GRP full'), 'quota');
  });

  it('says Entra’s refusals of owners as what they are', async () => {
    const { group, ownerId, directory } = world;
    assert.equal(failureOf(await directory.removeOwner('contoso', group, ownerId)), 'lastOwner');
    for (let count = 1; count < 100; count += 1)
      world.graph.state.tie('owners', group.directoryId, world.graph.state.addUser({}).id);
    assert.equal(failureOf(await directory.addOwner('contoso', group, world.personId)), 'tooManyOwners');
  });

  it('tries again after trouble on the way, whatever became of the call', async () => {
    for (const status of [500, 408, 409, 401]) {
      world.graph.weather({ method: 'POST', status, message: '<html>' });
      assert.equal(failureOf(await add()), 'transient', String(status));
      assert.equal(failureOf(await add()), 'none');
      await remove();
    }
    await world.close();
    world = await openGraphWorld({ client: { timeoutMs: 300 } });
    world.graph.weather({ method: 'POST', hangs: true, happens: true });
    assert.equal(failureOf(await add()), 'transient');
    assert.ok(isMember());
    assert.deepEqual(await add(), { ok: true });
  });

  it('counts no attempt while its token is not taken, for however long that lasts', async () => {
    world.graph.weather({ method: 'POST', status: 401, message: 'InvalidAuthenticationToken' });
    const refused = await add();
    assert.ok(!refused.ok && refused.failure === 'transient' && refused.isWait === true && refused.retryAfterMs);
  });

  it('only says what would be written while writing is off', async () => {
    await world.close();
    const told: object[] = [];
    world = await openGraphWorld({ directory: { writes: false, report: (fields) => told.push(fields) } });
    assert.equal(failureOf(await add()), 'writesOff');
    assert.equal(failureOf(await remove()), 'writesOff');
    assert.deepEqual(told[0], {
      verb: 'add',
      relation: 'members',
      group: world.group.directoryId,
      personId: world.personId,
    });
    assert.equal(world.graph.requests.length, 0);
  });
});

describe('graphDirectory and its permissions', () => {
  let world: GraphWorld;
  let roles: string[];
  beforeEach(async () => {
    roles = ['GroupMember.ReadWrite.All', 'User.Read.All'];
    world = await openGraphWorld({ fake: { auth: 'claims' }, roles: () => roles });
    await world.client.refreshCapabilities();
  });
  afterEach(() => world.close());

  it('does members with the least of them, and holds what needs more, without knocking', async () => {
    const { directory, group, personId } = world;
    assert.deepEqual(await directory.addMember('contoso', group, personId), { ok: true });
    const before = world.graph.requests.length;
    const held = await directory.addOwner('contoso', group, personId);
    assert.ok(!held.ok && held.failure === 'held');
    assert.deepEqual([held.hold, held.capability], ['permission', 'groups']);
    assert.equal(world.graph.requests.length, before);
    assert.deepEqual([directory.can('members'), directory.can('groups')], [true, false]);
  });

  it('goes on by itself once the permission is there', async () => {
    const { directory, group, personId } = world;
    await directory.addOwner('contoso', group, personId);
    roles.push('Group.ReadWrite.All');
    assert.deepEqual(await directory.addOwner('contoso', group, personId), { ok: true });
    assert.ok(directory.can('groups'));
  });

  it('holds the work when a permission is taken away, although the token still names it', async () => {
    const { directory, group, personId } = world;
    world.graph.weather({ method: 'POST', status: 403, code: 'Authorization_RequestDenied' });
    const held = await directory.addMember('contoso', group, personId);
    assert.ok(!held.ok && held.failure === 'held' && held.capability === 'members');
  });
});
