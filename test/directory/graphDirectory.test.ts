import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import fc from 'fast-check';
import type { Directory, DirectoryResult } from '../../src/commands/ports.js';
import { createGraphDirectory, memberRefUrl, membersRefUrl } from '../../src/directory/graphDirectory.js';
import { retryAfter } from '../../src/directory/graphAnswer.js';
import { FakeGraph } from '../support/fakeGraph.js';
import { describeDirectory } from './directoryContract.js';

const groupId = '0a6f2f2e-0000-4000-8000-000000000001';
const personId = '0a6f2f2e-0000-4000-8000-000000000002';

async function openGraph() {
  const graph = new FakeGraph();
  graph.groups.set(groupId, new Set());
  graph.people.add(personId);
  const baseUrl = await graph.start();
  const scopes: string[] = [];
  const tokensFor = (tenantId: string) => ({
    getToken: async (scope: string) => (scopes.push(scope), `token of ${tenantId}`),
  });
  const directory = createGraphDirectory({
    tokensFor,
    clock: { now: () => 0 },
    newId: () => 'call-id',
    baseUrl,
    timeoutMs: 300,
  });
  return {
    graph,
    directory,
    baseUrl,
    scopes,
    groupId,
    personId,
    isMember: () => graph.groups.get(groupId)?.has(personId) === true,
    close: () => graph.stop(),
  };
}

describeDirectory('graphDirectory', openGraph);

describe('graphDirectory', () => {
  let world: Awaited<ReturnType<typeof openGraph>>;
  let directory: Directory;
  beforeEach(async () => {
    world = await openGraph();
    directory = world.directory;
  });
  afterEach(() => world.close());

  const add = (person = personId) => directory.addMember('contoso', groupId, person);
  const remove = (group = groupId) => directory.removeMember('contoso', group, personId);
  const failureOf = (result: DirectoryResult) => (result.ok ? 'none' : result.failure);

  it('always ends a removal with /$ref, so that no person is ever deleted', async () => {
    await remove();
    assert.equal(world.graph.requests[0]?.path, `/v1.0/groups/${groupId}/members/${personId}/$ref`);
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z0-9-]{1,40}$/),
        fc.stringMatching(/^[A-Za-z0-9-]{1,40}$/),
        (group, person) => {
          assert.ok(
            new URL(memberRefUrl('https://graph.example', group, person)).pathname.endsWith(
              `/groups/${group}/members/${person}/$ref`,
            ),
          );
          assert.ok(
            new URL(membersRefUrl('https://graph.example', group)).pathname.endsWith(`/groups/${group}/members/$ref`),
          );
        },
      ),
    );
  });

  it('takes no id that would make another address', async () => {
    for (const id of ['', '..', '.', 'a/b', 'a?b', 'a#b', 'a b', '%2e%2e', 'ä']) {
      assert.throws(() => memberRefUrl('https://graph.example', groupId, id));
      assert.throws(() => memberRefUrl('https://graph.example', id, personId));
      assert.equal(failureOf(await directory.removeMember('contoso', groupId, id)), 'refused');
      assert.equal(failureOf(await directory.addMember('contoso', id, personId)), 'refused');
    }
    assert.equal(world.graph.requests.length, 0);
  });

  it('identifies itself, by the organisation’s own token, and each call', async () => {
    await add();
    const [request] = world.graph.requests;
    assert.equal(request?.headers.authorization, 'Bearer token of contoso');
    assert.equal(request.headers['client-request-id'], 'call-id');
    assert.deepEqual(JSON.parse(request.body), { '@odata.id': `${world.baseUrl}/v1.0/directoryObjects/${personId}` });
    assert.deepEqual(world.scopes, [`${world.baseUrl}/.default`]);
  });

  it('asks whether somebody is a member when the refusal is worded in another way', async () => {
    world.graph.alreadyWords = 'Ein oder mehrere Verweise sind schon vorhanden.';
    await add();
    assert.deepEqual(await add(), { ok: true });
  });

  it('refuses what is refused for another reason', async () => {
    world.graph.script({
      status: 400,
      code: 'Request_BadRequest',
      message:
        'Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration.',
    });
    assert.equal(failureOf(await add()), 'refused');
    world.graph.script({
      status: 403,
      code: 'Authorization_RequestDenied',
      message: 'Insufficient privileges to complete the operation.',
    });
    assert.deepEqual(await add(), { ok: false, failure: 'refused', detail: '403 Authorization_RequestDenied' });
    world.graph.script({ status: 403, code: 'Authorization_RequestDenied' });
    assert.equal(failureOf(await remove()), 'refused');
  });

  it('a person or group that is not known everywhere yet is tried again', async () => {
    world.graph.script({
      status: 400,
      code: 'Request_BadRequest',
      message: 'The source resource object or one of the objects being referenced do not exist.',
    });
    assert.equal(failureOf(await add()), 'transient');
    assert.equal(failureOf(await add('0a6f2f2e-0000-4000-8000-00000000000f')), 'transient');
  });

  it('a group that does not exist is no success, neither for adding nor for removing', async () => {
    world.graph.groups.clear();
    assert.equal(failureOf(await add()), 'refused');
    assert.equal(failureOf(await remove()), 'refused');
  });

  it('does not call a removal done while it cannot see the group', async () => {
    world.graph.script({ method: 'GET', status: 503 });
    assert.equal(failureOf(await remove()), 'transient');
  });

  it('is told to wait, in seconds or until a date', async () => {
    world.graph.script({ status: 429, code: 'TooManyRequests', headers: { 'retry-after': '7' } });
    assert.deepEqual(await add(), {
      ok: false,
      failure: 'transient',
      detail: '429 TooManyRequests',
      retryAfterMs: 7_000,
    });
    assert.deepEqual(retryAfter('Thu, 01 Jan 1970 00:00:09 GMT', 1_000), { retryAfterMs: 8_000 });
    assert.deepEqual(retryAfter('soon', 0), {});
    assert.deepEqual(retryAfter(undefined, 0), {});
  });

  it('tries again after trouble on the way, whatever became of the call', async () => {
    for (const status of [500, 502, 503, 504, 408, 409, 401]) {
      world.graph.script({ status, message: '<html>' });
      assert.equal(failureOf(await add()), 'transient', String(status));
    }
    world.graph.script({ hangs: true, happens: true });
    assert.equal(failureOf(await add()), 'transient');
    assert.deepEqual(await add(), { ok: true });
    await world.graph.stop();
    assert.equal(failureOf(await add()), 'transient');
  });

  it('says nothing of the token or of a person in what operators read', async () => {
    world.graph.script({ status: 403, code: 'Authorization_RequestDenied', message: `User ${personId} may not` });
    const result = await add();
    assert.ok(!result.ok && !result.detail.includes(personId));
    const broken = createGraphDirectory({
      tokensFor: () => ({ getToken: async () => Promise.reject(new Error('secret-in-message')) }),
      clock: { now: () => 0 },
      newId: () => 'x',
      baseUrl: world.baseUrl,
    });
    const failed = await broken.addMember('contoso', groupId, personId);
    assert.ok(!failed.ok && failed.failure === 'transient' && !failed.detail.includes('secret'));
  });
});
