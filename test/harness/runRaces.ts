import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../src/commands/ports.js';
import { FakeTeams } from '../support/fakeTeams.js';
import { send, type Answer } from './client.js';
import { Fleet } from './fleet.js';
import { findWrong, longestStay } from './invariants.js';
import { chanceOf, type Chance } from './random.js';
import { raceKinds, type Race, type Start, type Track } from './races.js';
import { layTrack, readRecords } from './records.js';

/** Where races are run: how many processes, on which store, and how the harness itself opens it. */
export interface Ground {
  readonly processes: number;
  readonly env: Readonly<Record<string, string>>;
  /** Another process's view of the store; of the embedded one it is opened while no product runs. */
  open(): Promise<Store>;
}

/** What came of the races. */
export interface RaceReport {
  readonly races: number;
  readonly moves: number;
  readonly seconds: number;
  /** How long somebody was a member of a group that was gone, at the most, in milliseconds. */
  readonly longestStayMs: number;
  /** Races in which somebody was told to wait: what is left is looked at, the answers are not. */
  readonly lateRaces: number;
  readonly wrong: readonly string[];
}

/** So many races are under way at once. */
const lanesAtOnce = 4;

/** The moves of a race begin within so many milliseconds. */
const spreadMs = 12;

/** How long the outbox may take until nothing is left, in milliseconds. */
const patienceMs = 180_000;

interface Run {
  readonly kind: string;
  readonly race: Race;
  readonly track: Track;
  readonly answers: Answer[];
}

/** Runs so many races, as the seed wills, and looks at everything that is left once nothing is due any more. */
export async function runRaces(ground: Ground, races: number, seed: number): Promise<RaceReport> {
  const chance = chanceOf(seed);
  const teams = await FakeTeams.start();
  const fleet = new Fleet(ground.env);
  const begin = Date.now();
  try {
    const runs = await lay(ground, teams, chance, races);
    await fleet.launch(ground.processes);
    const left = [...runs];
    const worker = async (): Promise<void> => {
      for (let run = left.shift(); run; run = left.shift()) await runRace(fleet, teams, chance, run);
    };
    await Promise.all(Array.from({ length: lanesAtOnce }, worker));
    const seconds = (Date.now() - begin) / 1000;
    await quiet(teams);
    await fleet.dock();
    const looked = await look(ground, teams, runs, fleet.errors);
    return { races, moves: runs.reduce((sum, { answers }) => sum + answers.length, 0), seconds, ...looked };
  } finally {
    await fleet.dock();
    await teams.close();
  }
}

async function lay(ground: Ground, teams: FakeTeams, chance: Chance, races: number): Promise<Run[]> {
  const store = await ground.open();
  const kinds = Object.keys(raceKinds);
  const runs: Run[] = [];
  for (let index = 0; index < races; index += 1) {
    const kind = kinds[index % kinds.length] as string;
    const make = raceKinds[kind] as (typeof raceKinds)[string];
    // The rule is asked for before there is a track to run on.
    const { joinRule = 'ownerApproval' } = make(nowhere, chance);
    const track = await layTrack(store, teams.serviceUrl, joinRule, `REQ-${String(index).padStart(8, '0')}`);
    runs.push({ kind, track, race: make(track, chance), answers: [] });
  }
  await store.close();
  return runs;
}

const nobody = new Proxy({}, { get: () => ({ id: '', name: '' }) }) as Track['people'];
const nowhere: Track = { tenantId: '', groupId: '', otherId: '', resourceId: '', requestId: '', people: nobody };

async function runRace(fleet: Fleet, teams: FakeTeams, chance: Chance, { race, track, answers }: Run): Promise<void> {
  const start = async ({ lane, move }: Start): Promise<Answer> => {
    const [port, delay] = [fleet.portOf(chance.below(fleet.size)), chance.below(spreadMs)];
    await pause(delay);
    return send(port, teams, track.tenantId, track.people[lane], move);
  };
  answers.push(...(await Promise.all(chance.shuffle(race.starts).map(start))));
  // Who was told to wait is not done yet: nothing can be said of what comes after.
  if (!isLate(answers)) for (const one of race.after ?? []) answers.push(await start(one));
}

/** Whether somebody was told that it takes longer, and hears the rest in their chat. */
function isLate(answers: readonly Answer[]): boolean {
  return answers.some(({ text }) => text.startsWith('This takes longer than usual'));
}

/** Waits until the channel has heard nothing for a while. */
async function quiet(teams: FakeTeams): Promise<void> {
  const end = Date.now() + patienceMs;
  for (let before = -1; before !== teams.calls.length && Date.now() < end;) {
    before = teams.calls.length;
    await pause(3_000);
  }
}

async function look(
  ground: Ground,
  teams: FakeTeams,
  runs: readonly Run[],
  errors: readonly string[],
): Promise<Pick<RaceReport, 'wrong' | 'longestStayMs' | 'lateRaces'>> {
  const store = await ground.open();
  const wrong: string[] = [...new Set(errors)].slice(0, 5).map((error) => `log: ${error.slice(0, 400)}`);
  let longestStayMs = 0;
  let lateRaces = 0;
  try {
    const due = await store.findDueWork(store.now(), 10);
    wrong.push(...due.map(({ collection, id }) => `something is left to do in ${collection} ${id}`));
    for (const { kind, race, track, answers } of runs) {
      const records = await readRecords(store, track);
      longestStayMs = Math.max(longestStayMs, longestStay(records, Date.now()));
      const failed = answers.filter(({ status, text }) => status !== 200 || /^\d{3}: |went wrong/.test(text));
      const late = isLate(answers);
      lateRaces += late ? 1 : 0;
      const judged = late ? undefined : race.judge?.(answers.slice(0, race.starts.length));
      const found = await findWrong(store, teams, track, records);
      const told = failed.map(({ status, text }) => `answered ${status} ${text}`);
      const left = late ? undefined : race.judgeRecords?.(records);
      wrong.push(
        ...[...told, ...(judged ? [judged] : []), ...(left ? [left] : []), ...found].map((what) => `${kind}: ${what}`),
      );
    }
  } finally {
    await store.close();
  }
  return { wrong, longestStayMs, lateRaces };
}
