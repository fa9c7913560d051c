import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'mocha';
import type { Directory } from '../../src/commands/ports.js';

/** A directory with a group and a person in it. */
export interface DirectoryUnderTest {
  readonly directory: Directory;
  readonly groupId: string;
  readonly personId: string;
  /** Whether the person is a member now; absent where the directory keeps no members of its own. */
  isMember?(): boolean;
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

    const add = () => under.directory.addMember('contoso', under.groupId, under.personId);
    const remove = () => under.directory.removeMember('contoso', under.groupId, under.personId);

    it('F71: adds a member, and is content when they are one already', async () => {
      assert.deepEqual(await add(), { ok: true });
      assert.deepEqual(await add(), { ok: true });
      assert.ok(under.isMember?.() ?? true);
    });

    it('F71: removes a member, and is content when they are none', async () => {
      await add();
      assert.deepEqual(await remove(), { ok: true });
      assert.deepEqual(await remove(), { ok: true });
      assert.ok(!(under.isMember?.() ?? false));
    });

    it('F71: two at once are as good as one', async () => {
      assert.deepEqual(await Promise.all([add(), add()]), [{ ok: true }, { ok: true }]);
      assert.deepEqual(await Promise.all([remove(), remove()]), [{ ok: true }, { ok: true }]);
    });
  });
}
