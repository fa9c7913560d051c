import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import fc from 'fast-check';
import { readBadRequest, readRetryAfter } from '../../src/directory/graph/answers.js';
import { grantCommand, rolesOf } from '../../src/directory/graph/capabilities.js';
import { checkDeletion, isGuid, toSegment } from '../../src/directory/graph/ids.js';
import { Pace } from '../../src/directory/graph/pace.js';
import { tiePath } from '../../src/directory/graph/ties.js';
import { openGraphWorld, type GraphWorld } from '../support/graphWorld.js';

describe('what may be deleted through Microsoft Graph', () => {
  it('is a tie that ends with /$ref, or a whole group, and nothing else', () => {
    const segment = fc.oneof(
      fc.uuid(),
      fc.constantFrom('groups', 'users', 'members', 'owners', '$ref', 'directoryObjects', 'directory', ''),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 6 }), (segments) => {
        const path = segments.join('/');
        const [root, groupId = '', relation, personId = '', ref] = path.split('/');
        const isSafe =
          root === 'groups' &&
          isGuid(groupId) &&
          (path === `groups/${groupId}` ||
            ((relation === 'members' || relation === 'owners') &&
              isGuid(personId) &&
              ref === '$ref' &&
              path.endsWith(`/${personId}/$ref`)));
        if (isSafe) checkDeletion(path);
        else assert.throws(() => checkDeletion(path));
      }),
      { numRuns: 2_000 },
    );
    const [group, person] = ['7c9e6679-7425-40de-944b-e07fc1f90ae7', '0a6f2f2e-0000-4000-8000-000000000002'];
    checkDeletion(`groups/${group}/members/${person}/$ref`);
    checkDeletion(`groups/${group}/owners/${person}/$ref`);
    checkDeletion(`groups/${group}`);
    for (const path of [
      `groups/${group}/members/${person}`,
      `groups/${group}/members/${person}/`,
      `groups/${group}/members/${person}/$ref/x`,
      `groups/${group}/members/$ref`,
      `users/${person}`,
      `directoryObjects/${person}`,
      `groups/${group}?x=/members/${person}/$ref`,
      'groups/',
    ])
      assert.throws(() => checkDeletion(path), path);
  });

  it('is built from GUIDs alone', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (directoryId, personId) => {
        checkDeletion(tiePath({ relation: 'members', group: { directoryId }, personId }));
      }),
    );
    for (const id of ['', '..', 'a/b', 'ann', '%2e']) assert.throws(() => toSegment(id));
  });
});

describe('GraphClient', () => {
  let world: GraphWorld;
  beforeEach(async () => {
    world = await openGraphWorld({ roles: () => ['User.Read.All'] });
  });
  afterEach(() => world.close());

  const read = () => world.client.call({ method: 'GET', path: 'groups?$top=1', operation: 'list', haste: 'person' });
  const endOf = async () => {
    const answer = await read();
    return answer.end === 'answered' ? answer.status : answer.end;
  };

  it('says who it is, each call’s own id, and for whom it is', async () => {
    await read();
    const [request] = world.graph.requests;
    assert.match(request?.headers['authorization'] ?? '', /^Bearer /);
    assert.equal(request?.headers['client-request-id'], 'call-1');
    assert.equal(request.headers['x-ms-throttle-priority'], 'high');
  });

  it('closes the gate in an outage: a thousand calls knock a few times, and one harmless question opens it', async () => {
    world.graph.weather({ status: 503, times: Infinity });
    for (let count = 0; count < 1_000; count += 1) await read();
    assert.equal(world.graph.requests.length, 3);
    assert.equal(await endOf(), 'notAsked');
    world.time.now += 2_001;
    assert.equal(await endOf(), 'notAsked');
    assert.equal(world.graph.requests.length, 4);
    world.graph.sky.clear();
    world.time.now += 60_001;
    await Promise.all(Array.from({ length: 20 }, async () => assert.equal(await endOf(), 200)));
    const probes = world.graph.requests.filter(({ query }) => query.includes('$select=id'));
    assert.equal(probes.length, 2);
  });

  it('one call that always fails does not close it for the others', async () => {
    world.graph.weather({ path: 'owners', status: 500, times: Infinity });
    for (let count = 0; count < 10; count += 1) {
      const path = `groups/${world.group.directoryId}/owners`;
      await world.client.call({ method: 'GET', path, operation: 'owners', haste: 'person' });
      assert.equal(await endOf(), 200);
    }
  });

  it('waits when it is told to, in seconds or until a date', async () => {
    world.graph.weather({ status: 429, code: 'TooManyRequests', headers: { 'retry-after': '7' } });
    assert.equal(await endOf(), 429);
    assert.deepEqual(await read(), { end: 'notAsked', waitMs: 7_000 });
    world.time.now += 7_000;
    assert.equal(await endOf(), 200);
    assert.equal(readRetryAfter('Thu, 01 Jan 1970 00:00:09 GMT', 1_000), 8_000);
    assert.equal(readRetryAfter('soon', 0), undefined);
    assert.equal(readRetryAfter(null, 0), undefined);
  });

  it('takes its token nowhere else', async () => {
    const elsewhere = {
      method: 'GET',
      path: 'https://evil.example/v1.0/groups',
      operation: 'x',
      haste: 'bulk',
    } as const;
    await assert.rejects(world.client.call(elsewhere));
    await assert.rejects(world.client.call({ ...elsewhere, path: `${world.baseUrl}.evil.example/v1.0/groups` }));
    const redirect = { status: 302, headers: { location: 'http://127.0.0.1:9/' } };
    world.graph.weather(redirect);
    assert.equal(await endOf(), 'notAnswered');
  });

  it('never lets a DELETE out that would delete a person', async () => {
    const path = `groups/${world.group.directoryId}/members/${world.personId}`;
    await assert.rejects(world.client.call({ method: 'DELETE', path, operation: 'x', haste: 'person' }));
    assert.ok(world.graph.requests.every(({ method }) => method !== 'DELETE'));
  });

  it('says nothing of the token or of a person in what operators read', async () => {
    await world.close();
    const told: object[] = [];
    const getToken = async () => Promise.reject(new Error('secret-in-message'));
    world = await openGraphWorld({ client: { getToken, report: (fields) => told.push(fields) } });
    assert.equal(await endOf(), 'notAnswered');
    assert.ok(!JSON.stringify(told).includes('secret'));
    await world.close();
    told.length = 0;
    world = await openGraphWorld({ client: { report: (fields) => told.push(fields) } });
    world.graph.weather({
      status: 403,
      code: 'Authorization_RequestDenied',
      message: `User ${world.personId} may not`,
    });
    await read();
    assert.equal(told.length, 1);
    assert.ok(!JSON.stringify(told).includes(world.personId));
    assert.ok(JSON.stringify(told).includes('"status":403'));
  });
});

describe('Pace', () => {
  it('writes at most 15 a second, and leaves room for people who wait', () => {
    const time = { now: 0 };
    const pace = new Pace({ now: () => time.now });
    let bulk = 0;
    while (pace.take('bulk') === 0) bulk += 1;
    assert.equal(bulk, 20);
    assert.equal(pace.take('person'), 0);
    let written = bulk + 1;
    for (; time.now < 60_000; time.now += 50) while (pace.take('bulk') === 0) written += 1;
    assert.ok(written <= 30 + 15 * 60, String(written));
    assert.ok(written >= 15 * 60 - 20, String(written));
    assert.equal(pace.take('person'), 0);
  });

  it('spreads those who are turned away', () => {
    const pace = new Pace({ now: () => 0 });
    while (pace.take('person') === 0);
    const waits = Array.from({ length: 30 }, () => pace.take('person'));
    assert.equal(new Set(waits).size, 30);
    assert.ok((waits.at(-1) ?? 0) - (waits[0] ?? 0) >= 1_800);
  });

  it('slows bulk work when Graph says that its limit is nearly used up', () => {
    const pace = new Pace({ now: () => 0 });
    pace.told(0.9);
    let bulk = 0;
    while (pace.take('bulk') === 0) bulk += 1;
    assert.equal(bulk, 10);
  });
});

describe('what Graph says', () => {
  it('is read by its words, for the code is the same', () => {
    const say = (message: string, details: string[] = []) =>
      readBadRequest({ code: 'Request_BadRequest', message, details });
    assert.equal(
      say("One or more added object references already exist for the following modified properties: 'owners'."),
      'alreadyThere',
    );
    assert.equal(say('The source resource object or one of the objects being referenced do not exist.'), 'notYet');
    assert.equal(say('The group must have at least one owner, hence this owner cannot be removed.'), 'lastOwner');
    assert.equal(
      say('Unable to update the specified properties for on-premises mastered Directory Sync objects.'),
      'onPremSynced',
    );
    assert.equal(say('Cannot Update a mail-enabled security groups and or distribution list.'), 'mailEnabledSecurity');
    assert.equal(say('anything', ['ContainsBlockedWord']), 'namingPolicy');
    assert.equal(say('Malformed.'), 'unclear');
  });

  it('and what a token allows is read, not trusted', () => {
    const token = (claims: object) => `x.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.y`;
    assert.deepEqual(rolesOf(token({ roles: ['A', 'B'] })), new Set(['A', 'B']));
    assert.deepEqual(rolesOf(token({})), new Set());
    assert.equal(rolesOf('opaque'), undefined);
    assert.match(
      grantCommand('User.Read.All', 'app-1', 'https://graph.microsoft.com'),
      /appRoleAssignments.*appRoleId/,
    );
  });
});
