import { approveBody, joinBody, questionBody, typedApprovalBody } from './activities.js';
import { memoryOf, start, stop, type Child } from './child.js';
import type { FakeConnector } from './fakeConnector.js';
import { measure, type Round } from './load.js';
import { peopleIn, type Plan } from './plan.js';
import { median } from './processes.js';

const subjects = ['bare server', 'echo bot', 'join', 'approve, click', 'approve, typed', 'question'] as const;
type Subject = (typeof subjects)[number];
type Results = Record<Subject, Round[]>;

/** The three programs, and who asks next. */
interface Contest {
  readonly connector: FakeConnector;
  readonly bare: Child;
  readonly echo: Child;
  readonly concierge: Child;
  person: number;
}

/** The first two own the group. */
const firstPerson = 2;

/** A click is answered with 200 in any case; a right answer is the card that says what was decided. */
const isDecided = (answer: string): boolean =>
  answer.includes('"application/vnd.microsoft.card.adaptive"') && answer.includes('Approved');
const isEmpty = (answer: string): boolean => answer === '';

/** Measures the product on one store against the echo bot and the bare server, in rounds that take turns. */
export async function runContest(
  name: string,
  env: Record<string, string>,
  connector: FakeConnector,
  plan: Plan,
): Promise<void> {
  const contest: Contest = {
    connector,
    bare: await start('bareServer.js', {}),
    echo: await start('echoBot.js', {}),
    concierge: await start('conciergeBot.js', {
      ...env,
      BENCH_SERVICE_URL: connector.serviceUrl,
      BENCH_PEOPLE: String(firstPerson + peopleIn(plan)),
    }),
    person: firstPerson,
  };
  console.log(
    `\n${name}: turns a second (median of ${plan.rounds} rounds), p50 and p95 in ms, ratio to the echo bot in the same round\n`,
  );
  console.log('connections  subject          turns/s     p50     p95   ratio  failures');
  for (const { connections, count } of plan.turns) {
    const results = Object.fromEntries(subjects.map((subject) => [subject, [] as Round[]])) as Results;
    for (let round = 0; round <= plan.rounds; round += 1) {
      const measured = await runRound(contest, connections, count);
      // The first round warms all of them up.
      if (round > 0) for (const subject of subjects) results[subject].push(measured[subject]);
    }
    for (const subject of subjects) print(connections, subject, results);
  }
  const { bare, echo, concierge } = contest;
  await new Promise((resolve) => setTimeout(resolve, plan.restMs));
  for (const [who, child] of [
    ['echo bot', echo],
    ['Group Concierge', concierge],
  ] as const) {
    const { nowMb, peakMb } = memoryOf(child);
    console.log(`memory of ${who}: ${nowMb.toFixed(0)} MB after the load, ${peakMb.toFixed(0)} MB at its peak`);
  }
  await Promise.all([bare, echo, concierge].map(stop));
}

async function runRound(contest: Contest, connections: number, count: number): Promise<Record<Subject, Round>> {
  const { connector, bare, echo, concierge } = contest;
  const { serviceUrl } = connector;
  const people = Array.from({ length: count }, () => contest.person++);
  const joins = people.map((number) => joinBody(serviceUrl, number));
  const load = ({ port }: Child, bodies: readonly string[], isRight: (answer: string) => boolean): Promise<Round> =>
    measure({ port, connections, bodies, isRight });
  // What the product's outbox still has to do must not slow the yardsticks down.
  concierge.process.kill('SIGSTOP');
  const bareRound = await load(bare, joins, isEmpty);
  const echoRound = await load(echo, joins, isEmpty);
  concierge.process.kill('SIGCONT');
  connector.takeRequestIds();
  const join = await load(concierge, joins, isEmpty);
  const ids = connector.takeRequestIds();
  if (ids.length !== count) throw new Error(`${count} joins made ${ids.length} requests`);
  const half = Math.ceil(count / 2);
  const clicks = ids.slice(0, half).map((id) => approveBody(serviceUrl, id));
  const typed = ids.slice(half).map((id) => typedApprovalBody(serviceUrl, id));
  return {
    'bare server': bareRound,
    'echo bot': echoRound,
    join,
    'approve, click': await load(concierge, clicks, isDecided),
    'approve, typed': await load(concierge, typed, isEmpty),
    question: await load(
      concierge,
      people.slice(0, half).map((number) => questionBody(serviceUrl, number)),
      isEmpty,
    ),
  };
}

function print(connections: number, subject: Subject, results: Results): void {
  const own = results[subject];
  const ratio = median(
    own.map((round, index) => round.turnsPerSecond / (results['echo bot'][index]?.turnsPerSecond ?? NaN)),
  );
  const failures = own.reduce((sum, round) => sum + round.failures, 0);
  const cell = (value: number, digits: number, width: number): string => value.toFixed(digits).padStart(width);
  const middle = (of: (round: Round) => number): number => median(own.map(of));
  console.log(
    [
      `${String(connections).padStart(11)}  ${subject.padEnd(15)}`,
      cell(
        middle((round) => round.turnsPerSecond),
        0,
        9,
      ),
      cell(
        middle((round) => round.p50Ms),
        2,
        8,
      ),
      cell(
        middle((round) => round.p95Ms),
        2,
        8,
      ),
      cell(ratio, 2, 8),
      String(failures).padStart(10),
    ].join(''),
  );
}
