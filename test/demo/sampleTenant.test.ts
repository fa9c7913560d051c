import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, it } from 'mocha';
import { FakeGraph } from '../../src/demo/fakeGraph/fakeGraph.js';
import { plantEntra } from '../../src/demo/sampleEntra.js';
import { samplePeople, sampleTenantId } from '../../src/demo/samplePeople.js';
import { plantSample, sampleTenant } from '../../src/demo/sampleTenant.js';
import { readKind } from '../../src/directory/graph/groupKind.js';
import { openSqliteStore } from '../../src/store/sqlite/openSqliteStore.js';
import type { UnsupportedKind, JoinRule } from '../../src/domain/terms.js';

let count = 0;
const now = Date.UTC(2026, 10, 23, 9);
const occasion = { now, processId: 'test', newId: () => `id-${(count += 1)}` };
const sample = sampleTenant((slug) => `http://localhost/${slug}`, occasion);

describe('the sample organisation', () => {
  it('has a dozen groups of every kind and every rule, and one that nobody owns', () => {
    assert.ok(sample.groups.length >= 12);
    const rules: readonly JoinRule[] = ['open', 'ownerApproval', 'ownersOnly'];
    const kinds: readonly UnsupportedKind[] = [
      'mailEnabledSecurity',
      'distributionList',
      'dynamic',
      'onPremSynced',
      'roleAssignable',
    ];
    for (const rule of rules)
      assert.ok(
        sample.groups.some((group) => group.joinRule === rule && !group.unsupportedKind),
        rule,
      );
    for (const kind of kinds)
      assert.ok(
        sample.groups.some((group) => group.unsupportedKind === kind),
        kind,
      );
    assert.ok(sample.groups.some((group) => group.ownerIds.length === 0));
  });

  it('uses ids that are valid, lower-case UUIDs and taken once', () => {
    const ids = [
      sampleTenantId,
      ...sample.people.map(({ id }) => id),
      ...sample.groups.map(({ id }) => id),
      ...sample.resources.map(({ id }) => id),
    ];
    for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
    assert.equal(new Set(ids).size, ids.length);
  });

  it('refers to nobody and nothing that is not there', () => {
    const people = new Set(sample.people.map(({ id }) => id));
    const groups = new Set(sample.groups.map(({ id }) => id));
    const persons = [
      ...sample.tenants.flatMap((tenant) => tenant.adminIds),
      ...sample.groups.flatMap((group) => group.ownerIds),
      ...sample.resources.flatMap((resource) => resource.ownerIds),
      ...sample.memberships.map(({ personId }) => personId),
      ...sample.requests.flatMap((request) => [
        request.requesterId,
        ...request.approvers.map(({ personId }) => personId),
      ]),
    ];
    for (const person of persons) assert.ok(people.has(person), person);
    for (const group of [
      ...sample.resources.flatMap((resource) => resource.groupIds),
      ...sample.memberships.map(({ groupId }) => groupId),
      ...sample.requests.map(({ groupId }) => groupId),
    ])
      assert.ok(groups.has(group), group);
  });

  it('has a Playground’s worth of people: six', () => {
    assert.equal(samplePeople.length, 6);
  });

  it('keeps the waiting requests for the moment when their owners turn up', () => {
    const pending = sample.requests.filter(({ status }) => status === 'pending');
    assert.ok(pending.length >= 2);
    for (const request of pending) {
      assert.ok(request.approvers.every(({ delivery }) => delivery === 'unreachable'));
      assert.deepEqual(request.effects.map(({ kind }) => kind).sort(), ['expireRequest', 'recordEvent']);
      assert.ok(request.expiresAt > now);
    }
  });

  it('tells nobody of what was decided long ago', () => {
    const decided = sample.requests.filter(({ status }) => status === 'denied');
    assert.ok(decided.length > 0);
    for (const request of decided)
      assert.deepEqual([...new Set(request.effects.map(({ kind }) => kind))], ['recordEvent']);
  });

  it('can be planted into an empty store, once', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'concierge-sample-'));
    const store = await openSqliteStore({ path: path.join(folder, 'sample.db') });
    try {
      await plantSample(store, sample, occasion);
      const marketing = await store
        .forTenant(sampleTenantId)
        .read('groups')
        .find({ where: { nameKey: 'marketing' } });
      assert.equal(marketing.length, 1);
      await assert.rejects(plantSample(store, sample, occasion), /could not be planted: duplicate/);
    } finally {
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('is the same in the simulated directory: people, kinds, owners and members, and some groups more', () => {
    const { state } = new FakeGraph();
    plantEntra({ state }, sample);
    assert.deepEqual(
      [...state.users.values()].map(({ id, displayName, mail }) => [id, displayName, mail]),
      sample.people.map(({ id, name, email }) => [id, name, email]),
    );
    const inside = (relation: 'members' | 'owners', id: string) => state.tiedAt(relation, id, state.now()).sort();
    for (const group of sample.groups) {
      const there = state.groups.get(group.directoryId ?? '');
      assert.deepEqual([there?.displayName, there?.description], [group.name, group.description]);
      const kind = there && readKind(there);
      assert.equal(kind?.isManageable ? undefined : kind?.why, group.unsupportedKind, group.name);
      assert.equal(kind?.groupType, group.groupType, group.name);
      assert.deepEqual(inside('owners', group.id), [...group.ownerIds].sort());
      const members = sample.memberships.filter(({ groupId }) => groupId === group.id);
      assert.deepEqual(inside('members', group.id), members.map(({ personId }) => personId).sort());
    }
    assert.ok(state.groups.size > sample.groups.length, 'an administrator has nothing to enrol');
  });
});
