import type { Chance } from './random.js';
import type { FakeTeams, ScriptedAnswer, SeenCall } from '../support/fakeTeams.js';

const answers: readonly ScriptedAnswer[] = [
  { status: 429, retryAfter: '1' },
  { status: 412 },
  { status: 502 },
  { status: 503 },
  { status: 504, doIt: true },
];

/** Bad weather at the channel. */
export interface Weather {
  /** The calls that the channel carried out, and said that it had not. */
  readonly denied: readonly SeenCall[];
  end(): void;
}

/** Lets the channel answer badly so often, as the seed wills. */
export function makeWeather(teams: FakeTeams, chance: Chance, share: number): Weather {
  const denied: SeenCall[] = [];
  teams.script = (call) => {
    if (chance.next() >= share) return undefined;
    const answer = chance.pick(answers);
    if (answer.doIt === true && call.method === 'POST') denied.push(call);
    return answer;
  };
  return { denied, end: () => (teams.script = () => undefined) };
}
