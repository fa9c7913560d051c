import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { hear } from '../../../src/commands/hear.js';
import type { Turn } from '../../../src/commands/turn.js';
import { openSqliteStore } from '../../../src/store/sqlite/openSqliteStore.js';
import { Desk } from '../../support/desk.js';
import { counting } from '../../understanding/counting.js';
import { messagesOf } from '../../understanding/offices.js';
import { personId, tenantId } from '../activities.js';
import { fillStore } from '../scale/fill.js';
import { groupName, ownerOf, personName, strangerTo } from '../scale/organisation.js';

/*
 * What understanding a message costs: processor time with and without the look-up of names, and round trips, on the
 * embedded store with as many names as are asked for (a group and a person each; 20 000 unless told). The sentences are
 * those of the corpora, with names of this organisation in them.
 */

const groups = Number(process.argv[2] ?? 10_000);
const folder = mkdtempSync(path.join(tmpdir(), 'concierge-words-'));
const store = await openSqliteStore({ path: path.join(folder, 'words.db') });
await fillStore(store, groups, 'http://127.0.0.1', (done) => {
  if (done % 10_000 === 0) console.log(`${done} groups and people are there`);
});

/** A message with the names of the corpora's organisation exchanged for some of this one. */
function here(text: string, at: number): string {
  const group = groupName((at * 7919) % groups);
  const person = personName((at * 104_729) % groups);
  return text
    .replace(/\b(?:marketing|sales|finance|payroll|night shift|late shift|legal hold|book club)\b/i, group)
    .replace(/\b(?:bo berg|lea hoffmann|tom may|chen wei|zed zebra|priya raman|lea|chen|zed|tom)\b/i, person);
}

const messages = [1, 2, 3, 4, 5, 6, 7, 8, 9]
  .flatMap((set) => messagesOf(`office${set}.txt`))
  .map(({ text }, at) => here(text, at));
const desk = new Desk(false);
const tenant = store.forTenant(tenantId);
const microseconds = (): number => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

interface Cost {
  readonly whole: number;
  readonly beside: number;
  readonly names: number;
  readonly all: number;
}

async function costOf(text: string, at: number): Promise<Cost> {
  const id = personId(at % 2 === 0 ? strangerTo(at, groups) : ownerOf(at % groups));
  const actor = await tenant.read('people').get(id);
  if (!actor) throw new Error(`nobody is called ${id}`);
  const counted = counting(tenant, microseconds);
  const turn: Turn = {
    ...desk.deps,
    tenantId,
    actor,
    now: desk.now,
    via: 'command',
    store: counted.store,
    conversationId: id,
  };
  const begun = microseconds();
  await hear(text, turn);
  const whole = microseconds() - begun;
  return { whole, beside: whole - counted.spent, names: counted.names, all: counted.all };
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

for (const [index, text] of messages.entries()) await costOf(text, index);
const costs: Cost[] = [];
for (const [index, text] of messages.entries()) costs.push(await costOf(text, index));
console.log(`\n${messages.length} messages, ${groups * 2} names, each message a second time`);
for (const [what, of] of [
  ['processor time beside the store, ms', (cost: Cost) => cost.beside / 1000],
  ['processor time with the store, ms', (cost: Cost) => cost.whole / 1000],
  ['round trips for names', (cost: Cost) => cost.names],
  ['round trips in all', (cost: Cost) => cost.all],
] as const) {
  const sorted = costs.map(of).sort((a, b) => a - b);
  const shown = [0.5, 0.9, 0.99, 1].map((share) => at(sorted, share).toFixed(1));
  console.log(`${what}: median ${shown[0]}, 90 % ${shown[1]}, 99 % ${shown[2]}, most ${shown[3]}`);
}
await store.close();
rmSync(folder, { recursive: true, force: true });
