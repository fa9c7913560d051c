import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { cellsOf, nameOf, saidIn, type Cell } from './cells.js';
import { changesOf } from './changes.js';
import { claiming, claims, claimsIn, findFalseClaims, noClaims } from './claims.js';
import { line } from './judge.js';
import { scenesOf, withRecord, type Scene } from './situations.js';
import { parts, Stage, type Part } from './stage.js';
import { Window, type Click, type Reply } from './window.js';
import { en } from '../../src/messages/en/en.js';
import type { MessageKey } from '../../src/messages/catalogues.js';

/** Every cell with `AUTHORITY=all`; else one of so many of the usual scenes. */
const step = process.env['AUTHORITY'] === 'all' ? 1 : 311;

describe('authority: who is said to be told or asked is told or asked (F19, F76, F81)', () => {
  let stage: Stage;
  let lonely: Scene[];
  let usual: Scene[];
  const met = new Set<MessageKey>();

  before(async function () {
    this.timeout(60_000);
    stage = await Stage.open();
    usual = [...(await scenesOf(stage)), ...(await changesOf(stage))];
    lonely = lonelyScenes(usual[0] as Scene);
  });

  after(() => stage.world.close());

  it('every sentence that says so is known to be such a claim, or looked at and none', () => {
    const known = new Set<string>([...Object.keys(claims), ...noClaims]);
    const texts = Object.entries(en) as [MessageKey, string][];
    const open = texts.filter(([key, text]) => claiming.test(text) && !known.has(key)).map(([key]) => key);
    assert.deepEqual(open, []);
    assert.deepEqual(
      [...known].filter((key) => !claiming.test(en[key as keyof typeof en] ?? '')),
      [],
      'each that is listed still says so',
    );
  });

  it('nobody is said to hear of it where there is nobody else', async function () {
    this.timeout(240_000);
    const eventful = usual.filter(({ name }) => name === 'listed, as usual' || name === 'the request is approved');
    await tryAll([...lonely, ...eventful], 1, telling);
    const unmet = (Object.keys(claims) as MessageKey[]).filter((key) => !met.has(key) && !elsewhere.has(key));
    assert.deepEqual(unmet, [], 'every claim was made by somebody');
  });

  it('nor anywhere else', async function () {
    this.timeout(step === 1 ? 3_600_000 : 120_000);
    await tryAll(usual, step, parts);
  });

  async function tryAll(scenes: readonly Scene[], every: number, by: readonly Part[]): Promise<void> {
    const wrong: string[] = [];
    let count = 0;
    for (const scene of scenes)
      for (const cell of cellsOf(stage).flatMap(alsoUnsure)) {
        if (!by.includes(cell.part)) continue;
        count += 1;
        if (count % every !== 0) continue;
        const problems = await tryCell(scene, cell);
        wrong.push(...problems.map((problem) => `${scene.name}: ${cell.part} ${nameOf(cell)}: ${problem}`));
      }
    assert.deepEqual(wrong.slice(0, 20), [], `${wrong.length} of ${count}`);
  }

  async function tryCell(scene: Scene, cell: Cell): Promise<string[]> {
    const window = new Window(scene.moment, stage.world.tenantId, stage.now + (scene.laterMs ?? 0));
    const { id } = stage.people[cell.part];
    const reply = await does(window, id, saidIn(scene, cell));
    for (const key of [...claimsIn(reply.text, 'now'), ...claimsIn(reply.text, 'then')]) met.add(key);
    const problems = findFalseClaims(reply, 'now');
    const sure = reply.buttons.find(({ data }) => data['confirmed'] === true);
    const later = sure && claimsIn(reply.text, 'then').length > 0 ? await window.clicks(id, sure) : undefined;
    if (later) problems.push(...findFalseClaims({ ...later, text: reply.text }, 'then'));
    return problems.map((problem) => `${problem}: ${line(reply.text)}`);
  }

  /** Moments in which there is nobody else: to ask, to decide, to administer. */
  function lonelyScenes(scene: Scene): Scene[] {
    const alone = (name: string, owner: Part | undefined, administrator: Part): Scene => {
      const ids = owner === undefined ? [] : [stage.people[owner].id];
      const group = { ownerIds: ids, managerIds: [] };
      const adminIds = [stage.people[administrator].id];
      const moment = withRecord(scene.moment, 'groups', stage.harbor, group);
      const rest = { adminIds, roleAdminIds: [], unconfirmedAdmins: [] };
      return { ...scene, name, moment: withRecord(moment, 'tenants', 'tenant', rest) };
    };
    return [
      alone('one owner', 'owner', 'administrator'),
      alone('no owner', undefined, 'member'),
      alone('one who owns all and administers', 'resourceOwner', 'resourceOwner'),
    ];
  }
});

/** Those who do what others hear of. */
const telling: readonly Part[] = [
  'requester',
  'stranger',
  'member',
  'owner',
  'resourceOwner',
  'administrator',
  'secondAdministrator',
];

/** Made where Microsoft Entra is connected: by `journeys/directory`. */
const elsewhere: ReadonlySet<MessageKey> = new Set<MessageKey>(['reading.enrol.afterwards']);

/** What is confirmed is asked about first, too. */
function alsoUnsure(cell: Cell): Cell[] {
  const { confirmed, ...data } = cell.way.data ?? {};
  return confirmed === undefined ? [cell] : [cell, { ...cell, way: { ...cell.way, data } }];
}

function does(window: Window, personId: string, said: Click | string): Promise<Reply> {
  return typeof said === 'string' ? window.hears(personId, said) : window.clicks(personId, said);
}
