import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Group } from '../../../src/domain/groups/group.js';
import {
  beginInDirectory,
  nextAlignStep,
  recordAlignRefusal,
  recordAligned,
  recordAlike,
  settleWish,
} from '../../../src/domain/groups/groupInDirectory.js';
import { compareTasks } from '../../../src/domain/groups/groupReadIn.js';
import { planFollow } from '../../../src/domain/requests/requestTimers.js';
import type { Occasion } from '../../../src/domain/revise.js';
import { aGroup, aRequest, monday } from '../../support/documents.js';

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

  it('is made with what was settled before the first try, and what changed since is a step of its own', () => {
    const fresh = aGroup({ name: 'Old', ownerIds: ['olga'], directory: beginInDirectory(monday) });
    const settled = settleWish.apply(fresh, occasion);
    assert.deepEqual(
      settled.effects.map(({ kind }) => kind),
      ['alignGroup'],
    );
    const changed: Group = { ...settled, name: 'New', ownerIds: ['olga', 'omar'], effects: [] };
    const step = nextAlignStep(changed);
    const { description } = fresh;
    assert.deepEqual(step, { do: 'create', name: 'Old', description, ownerIds: ['olga'] });
    const made = recordAligned(step ?? assert.fail(), 'there').apply(changed, occasion);
    assert.deepEqual(nextAlignStep(made), { do: 'change', field: 'name', value: 'New' });
    const renamed = recordAligned({ do: 'change', field: 'name', value: 'New' }).apply(made, occasion);
    assert.deepEqual(nextAlignStep(renamed), { do: 'addOwner', personId: 'omar' });
  });

  it('is told as refused where that which was tried is, and not what is next by then', () => {
    const directory = { state: 'ready', since: monday, name: 'Old', description: '', ownerIds: ['olga'] } as const;
    const group = aGroup({ name: 'New', description: '', ownerIds: ['olga'], deletedAt: monday, directory });
    const after = recordAlignRefusal({ do: 'change', field: 'name', value: 'New' }, 'noAnswer').apply(group, occasion);
    assert.deepEqual(
      after.effects.map(({ kind }) => kind),
      ['alignGroup', 'tell'],
    );
    assert.deepEqual(nextAlignStep(after), { do: 'delete' });
  });

  it('is followed once more after a look at a request that may be under way, and not oftener', () => {
    const look = (...dueAt: number[]) => {
      const effects = dueAt.map((at) => ({ id: 'old', kind: 'followRequest', dueAt: at, attempts: 0 }) as const);
      return planFollow.apply(aRequest({ effects }), occasion).effects.slice(dueAt.length);
    };
    assert.deepEqual(
      look().map(({ dueAt }) => dueAt),
      [monday],
    );
    assert.deepEqual(
      look(monday - 5).map(({ dueAt }) => dueAt),
      [monday + 2_000],
    );
    assert.deepEqual(look(monday - 5, monday + 2_000), []);
  });
});
