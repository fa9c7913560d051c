import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { cellsOf, givenBy, nameOf, saidIn, type Cell } from './cells.js';
import { changesOf } from './changes.js';
import { findLeaks, findMissing, findUndue, isSecret, line, type Try } from './judge.js';
import { hiddenName, scenesOf, type Scene } from './situations.js';
import { Stage } from './stage.js';
import { Window, type Reply } from './window.js';

/** Every cell with `AUTHORITY=all`; else one of so many, another one for each verb, so that all rows and columns are met. */
const step = process.env['AUTHORITY'] === 'all' ? 1 : 113;

/** No group was ever called so. */
const nobodysName = 'Peregrine Hall';

describe('authority: who may do and see what, by the contract (Q10, Q18, Q19, S9, S10, S37–S40, S49–S54, S59–S62, S84)', () => {
  let stage: Stage;
  let scenes: Scene[];

  before(async function () {
    this.timeout(60_000);
    stage = await Stage.open();
    scenes = [...(await scenesOf(stage)), ...(await changesOf(stage))];
  });

  after(() => stage.world.close());

  it('every role tries every verb in every state, and gets what the contract gives and nothing else', async function () {
    this.timeout(step === 1 ? 3_600_000 : 60_000);
    const wrong: string[] = [];
    let count = 0;
    for (const scene of scenes)
      for (const cell of cellsOf(stage)) {
        count += 1;
        if (count % step !== 0) continue;
        const problems = await tryCell(scene, cell).catch((error: unknown) => [`fails: ${String(error)}`]);
        wrong.push(...problems.map((problem) => `${scene.name}: ${cell.part} ${nameOf(cell)}: ${problem}`));
      }
    assert.deepEqual(wrong.slice(0, Number(process.env['AUTHORITY_LINES'] ?? 20)), [], `${wrong.length} of ${count}`);
    assert.ok(count > 75_000, String(count));
  });

  async function tryCell(scene: Scene, cell: Cell): Promise<string[]> {
    const { part, way } = cell;
    const given = givenBy(cell).replaceAll('{group}', scene.groupName);
    const tried: Try = { stage, scene, part, given };
    const reply = await does(scene, cell);
    return [
      ...findUndue(reply.done, tried),
      ...findMissing(reply, way, tried),
      ...findLeaks(reply, tried),
      ...(isSecret(tried) && way.typed?.includes('{group}') ? await findDifference(scene, cell, reply) : []),
    ];
  }

  /** Whoever may not know of a group reads of it what they read of one that does not exist (Q10, S28). */
  async function findDifference(scene: Scene, cell: Cell, { text }: Reply): Promise<string[]> {
    const other = await does(scene, cell, nobodysName);
    const [a, b] = [text.replaceAll(hiddenName, '…'), other.text.replaceAll(nobodysName, '…')];
    return a === b ? [] : [`reads ${line(a)} in place of ${line(b)}`];
  }

  async function does(scene: Scene, cell: Cell, groupName = scene.groupName): Promise<Reply> {
    const window = new Window(scene.moment, stage.world.tenantId, stage.now + (scene.laterMs ?? 0));
    const { id } = stage.people[cell.part];
    const said = saidIn({ groupName }, cell);
    return typeof said === 'string' ? window.hears(id, said) : window.clicks(id, said);
  }
});
