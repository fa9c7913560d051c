import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { cellsOf, nameOf, saidIn, type Cell } from './cells.js';
import { changesOf } from './changes.js';
import { Door } from './door.js';
import { line } from './judge.js';
import { scenesOf, type Scene } from './situations.js';
import { Stage } from './stage.js';
import { Window, type Reply } from './window.js';
import type { Deed } from './contract.js';

/** Every cell with `AUTHORITY=door`; else one of so many, never the same verb and person twice in a row. */
const step = process.env['AUTHORITY'] === 'door' ? 1 : process.env['AUTHORITY'] === 'all' ? 101 : 1009;

/** What follows from a deed by itself, before the answer is read. */
const follows: Readonly<Partial<Record<Deed, readonly Deed[]>>> = {
  approve: ['add'],
  join: ['add'],
  delete: ['remove'],
};

/** How a place was lost is seen by what is still to be done, and at the door that may be done already. */
const losses: readonly Deed[] = ['leave', 'remove', 'takeOwner', 'changeManagers'];

describe('authority: at the real door it is as the table of who may do what has it (F16, Q10)', () => {
  let stage: Stage;
  let scenes: Scene[];

  before(async function () {
    this.timeout(120_000);
    stage = await Stage.open();
    scenes = [...(await scenesOf(stage)), ...(await changesOf(stage))];
  });

  after(() => stage.world.close());

  it('whoever clicks or types over HTTP reads and does what the rules alone give them', async function () {
    this.timeout(step === 1 ? 3_600_000 : 240_000);
    const door = new Door(stage);
    const wrong: string[] = [];
    let [count, tried] = [0, 0];
    for (const scene of scenes)
      for (const cell of cellsOf(stage)) {
        count += 1;
        if (count % step !== 0) continue;
        tried += 1;
        const problem = await compare(door, scene, cell).catch((error: unknown) => `fails: ${String(error)}`);
        if (problem) wrong.push(`${scene.name}: ${cell.part} ${nameOf(cell)}: ${problem}`);
      }
    assert.deepEqual(wrong.slice(0, Number(process.env['AUTHORITY_LINES'] ?? 20)), [], `${wrong.length} of ${tried}`);
    assert.ok(tried > 300, String(tried));
  });

  async function compare(door: Door, scene: Scene, cell: Cell): Promise<string | undefined> {
    const { laterMs = 0, moment } = scene;
    const said = saidIn(scene, cell);
    const window = new Window(moment, stage.world.tenantId, stage.now + laterMs);
    const { id } = stage.people[cell.part];
    const meant = typeof said === 'string' ? await window.hears(id, said) : await window.clicks(id, said);
    const real = await door.tries(cell.part, said, moment, laterMs);
    const deedsOf = ({ done }: Pick<Reply, 'done'>): string[] =>
      done.map(({ deed, at }) => `${nameOfDeed(deed)} ${placeOf(at, stage)}`);
    const [wanted, got] = [deedsOf(meant), deedsOf(real)];
    const allowed = new Set([
      ...wanted,
      ...meant.done.flatMap(({ deed, at }) =>
        (follows[deed] ?? []).map((one) => `${nameOfDeed(one)} ${placeOf(at, stage)}`),
      ),
    ]);
    const isSame = wanted.every((deed) => got.includes(deed)) && got.every((deed) => allowed.has(deed));
    if (!isSame) return `did ${got.join(', ') || 'nothing'} in place of ${wanted.join(', ') || 'nothing'}`;
    // How the instance is that answers, is its own affair.
    if (cell.verb === 'showBotStatus') return undefined;
    return readAs(real) === readAs(meant) ? undefined : `reads ${readAs(real)} in place of ${readAs(meant)}`;
  }
});

function nameOfDeed(deed: Deed): string {
  return losses.includes(deed) ? 'lose a place' : deed;
}

/** What is made anew has another id each time. */
function placeOf(at: string, stage: Stage): string {
  return [stage.harbor, stage.orphan, stage.claimed, 'tenant'].includes(at) ? at : 'something new';
}

/** A text without the numbers and ids that are made anew each time. */
function readAs({ text }: Pick<Reply, 'text'>): string {
  return line(text)
    .replaceAll(/REQ-[0-9A-Z]{8}/g, 'REQ')
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll('\u2019', "'");
}
