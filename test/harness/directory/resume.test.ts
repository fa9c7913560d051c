import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, it } from 'mocha';
import { chanceOf } from '../random.js';
import { addGroup, buildTown, type Town } from './town.js';
import { launchOutside } from './vesselOutside.js';

/** So many pages are read before the process is killed. */
const pagesBefore = 8;

/** The pages that were asked for, in order; the first one of a reading has no place in it yet. */
function pagesOf({ graph }: Town, from = 0): string[] {
  return graph.requests
    .slice(from)
    .filter(({ path }) => path === '/v1.0/groups/delta')
    .map(({ query }) => query);
}

describe('reading everything in (F95): a process that is killed', function () {
  this.timeout(60_000);

  it('goes on where it was, and begins nothing anew', async () => {
    const chance = chanceOf(3);
    const town = await buildTown(chance);
    Object.assign(town.graph.delta, { pageSize: 4, replays: 0, emptyPages: false });
    for (let at = 0; at < 60; at += 1) addGroup(town, chance, `More ${at}`);
    const vessel = await launchOutside(town, () => 0);
    try {
      const reading = vessel.reads();
      while (pagesOf(town).length < pagesBefore) await pause(1);
      vessel.dooms();
      await reading;
      const before = pagesOf(town);
      const asked = town.graph.requests.length;
      assert.ok(await vessel.revives());
      // The lease of the process that died has to end first.
      town.clock.skip(3 * 60_000);
      await vessel.reads();
      const after = pagesOf(town, asked);
      const again = after.filter((page) => before.includes(page));
      assert.ok(again.length <= 1, `${again.length} pages were read again`);
      assert.ok([...before, ...after].filter((page) => !page.includes('token=')).length === 1, 'begun anew');
      assert.ok(town.graph.requests.slice(asked).every(({ path, query }) => !isFirstOfPeople(path, query)));
      const store = (await vessel.docks()).forTenant(town.tenantId);
      assert.equal(await store.read('groups').count({}), town.groupIds.length);
      assert.ok(before.length < after.length, 'it was killed too late to show anything');
    } finally {
      await vessel.close();
      await Promise.all([town.graph.stop(), town.teams.close()]);
    }
  });
});

function isFirstOfPeople(path: string, query: string): boolean {
  return path === '/v1.0/users/delta' && !query.includes('token=');
}
