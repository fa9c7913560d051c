import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Group } from '../../../src/domain/groups/group.js';
import { recordAlike } from '../../../src/domain/groups/groupInDirectory.js';
import { compareTasks } from '../../../src/domain/groups/groupReadIn.js';
import type { Occasion } from '../../../src/domain/revise.js';
import { aGroup, monday } from '../../support/documents.js';

const occasion: Occasion = { now: monday, processId: 'here', newId: () => 'new' };
const effect = (kind: 'compareMembers' | 'alignGroup', dueAt: number) => ({ id: 'old', kind, dueAt, attempts: 0 });

// Work that is under way has seen what was before: what is wished for meanwhile must not be taken for planned.
describe('what is planned for a group of the directory', () => {
  it('is compared once more after a comparison that may be under way, and not oftener', () => {
    const after = (...dueAt: number[]) =>
      compareTasks({ effects: dueAt.map((at) => effect('compareMembers', at)) }, occasion);
    assert.deepEqual(after(), [{ kind: 'compareMembers' }]);
    assert.deepEqual(after(monday - 5), [{ kind: 'compareMembers', dueAt: monday + 2_000 }]);
    assert.deepEqual(after(monday - 5, monday + 2_000), []);
    assert.deepEqual(after(monday + 900_000), [{ kind: 'compareMembers' }]);
  });

  it('is brought nearer again where somebody wished for more while there was nothing to do', () => {
    const directory = {
      state: 'ready',
      since: monday,
      name: 'Marketing',
      description: 'Campaigns and events',
    } as const;
    const alike: Group = aGroup({ directoryId: 'there', directory: { ...directory, ownerIds: ['olga'] } });
    assert.equal(recordAlike.apply(alike, occasion), alike);
    const more = recordAlike.apply({ ...alike, name: 'Brand' }, occasion);
    assert.deepEqual(
      more.effects.map(({ kind }) => kind),
      ['alignGroup'],
    );
  });
});
