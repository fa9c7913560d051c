import { chanceOf, type Chance } from '../random.js';
import { compareSides, type Comparison } from './compare.js';
import { chooseDeed, enrol, perform, type Deed } from './deeds.js';
import { changeByHand } from './hands.js';
import { buildTown, type Town } from './town.js';
import { launchInside, type Vessel } from './vessel.js';
import { changeWeather, clearUp } from './weather.js';

const minute = 60_000;

/** So many changes by other hands a run has. */
const handsInRun = 50;

/** So many runs go on side by side. */
const atOnce = 4;

/** So many groups are enrolled at first. */
const enrolledFirst = 4;

/** What came of one run. */
export interface RunReport extends Comparison {
  readonly seed: number;
  readonly crashes: number;
  readonly deeds: number;
  readonly requests: number;
}

/** What came of all. */
export interface DirectoryReport {
  readonly runs: number;
  readonly hands: number;
  readonly deeds: number;
  readonly crashes: number;
  readonly requests: number;
  readonly reported: number;
  readonly seconds: number;
  /** Runs that went wrong, with their seeds. */
  readonly wrong: readonly RunReport[];
}

/** Starts the product over a town; `writesLeft`: after how many writes a doomed process dies. */
export type Launch = (town: Town, writesLeft: () => number) => Promise<Vessel>;

/** So many runs, one seed after the other. */
export async function runDirectory(
  runs: number,
  seed: number,
  told: (report: RunReport) => void = () => undefined,
  launchFor: (at: number) => Launch = () => launchInside,
): Promise<DirectoryReport> {
  const begin = Date.now();
  const sum = { hands: 0, deeds: 0, crashes: 0, requests: 0, reported: 0 };
  const wrong: RunReport[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let at = next++; at < runs; at = next++) {
      const report = await runOnce(seed + at, launchFor(at));
      told(report);
      sum.hands += handsInRun;
      for (const of of ['deeds', 'crashes', 'requests', 'reported'] as const) sum[of] += report[of];
      if (report.wrong.length > 0) wrong.push(report);
    }
  };
  // While one waits for its own answers, another goes on.
  await Promise.all(Array.from({ length: atOnce }, work));
  return { runs, ...sum, seconds: (Date.now() - begin) / 1_000, wrong };
}

/** One run: other hands, the bot's people, bad weather and a crash; then it clears up, and both sides are compared. */
export async function runOnce(
  seed: number,
  launch: Launch = launchInside,
  tells: (line: string) => void = () => undefined,
): Promise<RunReport> {
  const chance = chanceOf(seed);
  const town = await buildTown(chance);
  const vessel = await launch(town, () => chance.below(60));
  const run = new Run(town, vessel, chance, tells);
  try {
    await run.begins();
    await run.goesOn();
    await run.ends();
    const comparison = await compareSides(await vessel.docks(), town);
    const wrong = [...comparison.wrong, ...vessel.errors.map((line) => `in the log: ${line.slice(0, 400)}`)];
    const { reported } = comparison;
    const requests = town.graph.requests.length;
    return { seed, wrong, reported, crashes: run.crashes, deeds: run.deeds, requests };
  } finally {
    await vessel.close();
    await Promise.all([town.graph.stop(), town.teams.close()]);
  }
}

class Run {
  deeds = 0;
  crashes = 0;

  constructor(
    private readonly town: Town,
    private readonly vessel: Vessel,
    private readonly chance: Chance,
    /** Hears what happens, in order; to read when it goes wrong. */
    private readonly tells: (line: string) => void,
  ) {}

  /** Everything is read in, and some groups are enrolled. */
  async begins(): Promise<void> {
    await this.vessel.reads();
    for (let left = enrolledFirst; left > 0; left -= 1) await this.acts(enrol(this.town, this.chance));
    await this.passes(20 * minute);
  }

  async goesOn(): Promise<void> {
    const { town, vessel, chance } = this;
    const doomedAt = chance.below(handsInRun);
    for (let at = 0; at < handsInRun; at += 1) {
      this.tells(changeByHand(town, chance));
      if (at === doomedAt) vessel.dooms();
      const roll = chance.next();
      if (roll < 0.3) await this.acts(chooseDeed(town, chance));
      else if (roll < 0.45) changeWeather(town, chance);
      else if (roll < 0.62) await this.reads();
      else if (roll < 0.72) await this.passes(chance.pick([1, 6, 16, 40]) * minute);
      else if (roll < 0.78) await Promise.all([this.reads(), this.acts(chooseDeed(town, chance))]);
      if (await vessel.revives()) this.died();
    }
  }

  /** It clears up; everything that was put off gets its time, and administrators look where they are asked to. */
  async ends(): Promise<void> {
    const { town, vessel } = this;
    clearUp(town);
    for (let round = 0; round < 26; round += 1) {
      await this.passes(16 * minute);
      if (await vessel.revives()) this.died();
      if (round % 8 === 1) await this.reads();
      if (round === 5) await this.releases();
    }
  }

  private async releases(): Promise<void> {
    const { admin, enrolled } = this.town;
    await this.acts({ who: admin, move: { verb: 'releaseBrake', data: {} } });
    for (const groupId of enrolled) await this.acts({ who: admin, move: { verb: 'releaseBrake', data: { groupId } } });
  }

  private async acts(deed: Deed): Promise<void> {
    this.deeds += 1;
    const said = await perform(this.town, this.vessel, deed);
    const { who, move } = deed;
    this.tells(`${who.name}: ${JSON.stringify(move)} -> ${said.replaceAll('\n', ' ').slice(0, 160)}`);
    if (this.chance.next() < 0.6) await this.vessel.settles();
  }

  private async reads(): Promise<void> {
    this.tells('read');
    await this.vessel.reads();
    if (this.chance.next() < 0.8) await this.vessel.settles();
  }

  private async passes(ms: number): Promise<void> {
    this.tells(`${ms / minute} minutes`);
    this.town.clock.skip(ms);
    await this.vessel.settles();
  }

  private died(): void {
    this.crashes += 1;
    this.tells('died, and was started again');
  }
}
