import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Directory, DirectoryGroup } from '../../src/commands/ports/directory.js';

/** A directory with a group that has an owner, and a person who is in no group. */
export interface DirectoryUnderTest {
  readonly directory: Directory;
  readonly tenantId: string;
  readonly group: DirectoryGroup;
  readonly ownerId: string;
  readonly personId: string;
  /** What the directory itself holds; absent where it keeps nothing of its own. */
  readonly inside?: {
    isMember(groupId: string, personId: string): boolean;
    isOwner(groupId: string, personId: string): boolean;
    /** The name of a group that is there. */
    nameOf(groupId: string): string | undefined;
  };
  close(): Promise<void>;
}

/** What every directory promises. */
export function describeDirectory(name: string, open: () => Promise<DirectoryUnderTest>): void {
  describe(`${name} keeps the directory's contract`, () => {
    let under: DirectoryUnderTest;
    beforeEach(async () => {
      under = await open();
    });
    afterEach(() => under.close());

    const add = () => under.directory.addMember(under.tenantId, under.group, under.personId);
    const remove = () => under.directory.removeMember(under.tenantId, under.group, under.personId);
    const addOwner = () => under.directory.addOwner(under.tenantId, under.group, under.personId);
    const removeOwner = () => under.directory.removeOwner(under.tenantId, under.group, under.personId);
    const wish = (groupType: 'security' | 'm365' = 'm365') => ({
      id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
      name: 'Launch: Größe & more',
      description: '',
      groupType,
      ownerIds: [under.ownerId],
    });
    const isIn = (what: 'isMember' | 'isOwner', or: boolean) =>
      under.inside?.[what](under.group.directoryId, under.personId) ?? or;

    it('F71: adds a member, and is content when they are one already', async () => {
      assert.deepEqual(await add(), { ok: true });
      assert.deepEqual(await add(), { ok: true });
      assert.ok(isIn('isMember', true));
    });

    it('F71: removes a member, and is content when they are none', async () => {
      await add();
      assert.deepEqual(await remove(), { ok: true });
      assert.deepEqual(await remove(), { ok: true });
      assert.ok(!isIn('isMember', false));
    });

    it('F71: two at once are as good as one', async () => {
      assert.deepEqual(await Promise.all([add(), add()]), [{ ok: true }, { ok: true }]);
      assert.deepEqual(await Promise.all([remove(), remove()]), [{ ok: true }, { ok: true }]);
    });

    it('adds and removes an owner, and is content when it is so already', async () => {
      assert.deepEqual(await addOwner(), { ok: true });
      assert.deepEqual(await addOwner(), { ok: true });
      assert.ok(isIn('isOwner', true));
      assert.ok(!isIn('isMember', false));
      assert.deepEqual(await removeOwner(), { ok: true });
      assert.deepEqual(await removeOwner(), { ok: true });
      assert.ok(!isIn('isOwner', false));
    });

    it('makes a group once, however often it is asked for', async () => {
      for (const groupType of ['m365', 'security'] as const) {
        const first = await under.directory.createGroup(under.tenantId, { ...wish(groupType), id: `${groupType}-1` });
        const second = await under.directory.createGroup(under.tenantId, { ...wish(groupType), id: `${groupType}-1` });
        assert.ok(first.ok);
        assert.deepEqual(second, first);
        assert.equal(under.inside?.nameOf(first.directoryId) ?? wish().name, wish().name);
        assert.ok(under.inside?.isOwner(first.directoryId, under.ownerId) ?? true);
      }
    });

    it('says whether a group could be made, and makes none by that', async () => {
      assert.deepEqual(await under.directory.canCreate(under.tenantId, { ...wish(), id: 'asked' }), { ok: true });
      const made = await under.directory.createGroup(under.tenantId, { ...wish(), id: 'asked', name: 'Made later' });
      assert.ok(made.ok);
      assert.equal(under.inside?.nameOf(made.directoryId) ?? 'Made later', 'Made later');
    });

    it('describes a group without a word about its name', async () => {
      const before = under.inside?.nameOf(under.group.directoryId);
      const change = { description: 'Described' };
      assert.deepEqual(await under.directory.changeGroup(under.tenantId, under.group, change), { ok: true });
      assert.equal(under.inside?.nameOf(under.group.directoryId), before);
    });

    it('renames a group, and deletes it as often as it is asked to', async () => {
      const change = { name: 'Another name', description: '' };
      assert.deepEqual(await under.directory.changeGroup(under.tenantId, under.group, change), { ok: true });
      assert.equal(under.inside?.nameOf(under.group.directoryId) ?? 'Another name', 'Another name');
      assert.deepEqual(await under.directory.deleteGroup(under.tenantId, under.group), { ok: true });
      assert.deepEqual(await under.directory.deleteGroup(under.tenantId, under.group), { ok: true });
      assert.equal(under.inside?.nameOf(under.group.directoryId), undefined);
    });
  });
}
