import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { findLeaks, findMissing, findUndue, isSecret, line, type Try } from './judge.js';
import { hiddenName, scenesOf, type Scene } from './situations.js';
import { parts, Stage, type Part } from './stage.js';
import { verbsOf, type Way } from './verbs.js';
import { Window, type Reply } from './window.js';

/** Every cell with `AUTHORITY=all`; else one of so many, another one for each verb, so that all rows and columns are met. */
const step = process.env['AUTHORITY'] === 'all' ? 1 : 31;

/** No group was ever called so. */
const nobodysName = 'Peregrine Hall';

interface Cell {
  readonly part: Part;
  readonly verb: string;
  readonly way: Way;
}

describe('authority: who may do and see what, by the contract (Q10, Q18, Q19, S9, S10, S37–S40, S49–S54, S59–S62, S84)', () => {
  let stage: Stage;
  let scenes: Scene[];

  before(async function () {
    this.timeout(60_000);
    stage = await Stage.open();
    scenes = await scenesOf(stage);
  });

  after(() => stage.world.close());

  it('every role tries every verb in every state, and gets what the contract gives and nothing else', async function () {
    this.timeout(step === 1 ? 900_000 : 60_000);
    const wrong: string[] = [];
    let count = 0;
    for (const scene of scenes)
      for (const cell of cellsOf()) {
        count += 1;
        if (count % step !== 0) continue;
        const problems = await tryCell(scene, cell).catch((error: unknown) => [`fails: ${String(error)}`]);
        wrong.push(...problems.map((problem) => `${scene.name}: ${cell.part} ${nameOf(cell)}: ${problem}`));
      }
    assert.deepEqual(wrong.slice(0, Number(process.env['AUTHORITY_LINES'] ?? 20)), [], `${wrong.length} of ${count}`);
    assert.ok(count > 75_000, String(count));
  });

  function cellsOf(): Cell[] {
    return Object.entries(verbsOf(stage)).flatMap(([verb, ways]) =>
      ways.flatMap((way) => parts.map((part) => ({ part, verb, way }))),
    );
  }

  async function tryCell(scene: Scene, cell: Cell): Promise<string[]> {
    const { part, verb, way } = cell;
    const given = givenBy(cell).replaceAll('{group}', scene.groupName);
    const tried: Try = { stage, scene, part, given };
    const reply = await does(scene, cell, given);
    return [
      ...findUndue(reply.done, tried),
      ...findMissing(reply, way, verb, tried),
      ...findLeaks(reply, tried),
      ...(isSecret(tried) && way.typed?.includes('{group}') ? await findDifference(scene, cell, reply) : []),
    ];
  }

  /** Whoever may not know of a group reads of it what they read of one that does not exist (Q10, S28). */
  async function findDifference(scene: Scene, cell: Cell, { text }: Reply): Promise<string[]> {
    const other = await does(scene, cell, givenBy(cell).replaceAll('{group}', nobodysName));
    const [a, b] = [text.replaceAll(hiddenName, '…'), other.text.replaceAll(nobodysName, '…')];
    return a === b ? [] : [`reads ${line(a)} in place of ${line(b)}`];
  }

  async function does(scene: Scene, { part, verb, way }: Cell, given: string): Promise<Reply> {
    const window = new Window(scene.moment, stage.world.tenantId, stage.now);
    const { id } = stage.people[part];
    if (way.typed !== undefined) return window.hears(id, given);
    return window.clicks(id, { verb, data: JSON.parse(given) as Record<string, unknown> });
  }
});

function givenBy({ way }: Cell): string {
  return way.typed ?? JSON.stringify(way.data);
}

function nameOf(cell: Cell): string {
  return cell.way.typed ?? `${cell.verb} ${givenBy(cell)}`;
}
