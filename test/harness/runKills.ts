import { setTimeout as pause } from 'node:timers/promises';
import { FakeTeams, conversationOf } from '../support/fakeTeams.js';
import { readCard } from '../support/renderedCard.js';
import { findBlemishes, openChats, type Blemishes } from './chats.js';
import { send, type Answer, type Move } from './client.js';
import { Fleet } from './fleet.js';
import { findWrong, type Chats } from './invariants.js';
import { chanceOf, type Chance } from './random.js';
import { layTrack, readRecords, type Records } from './records.js';
import type { Lane, Track } from './races.js';
import type { Ground } from './runRaces.js';
import { makeWeather, type Weather } from './weather.js';

/** What came of the kills. */
export interface KillReport extends Blemishes {
  readonly kills: number;
  readonly actions: number;
  /** Actions that were not answered, and were done once more by whoever did them. */
  readonly unanswered: number;
  readonly seconds: number;
  readonly wrong: readonly string[];
}

/** A kill comes so long after the last action, at the most, in milliseconds; evenly spread. */
const latestMs = 1_500;

/** This much of what the channel answers is bad. */
const badShare = 0.3;

/** Leases, repetitions and waits that the channel asked for are over after so long, in milliseconds. */
const everythingOverMs = 180_000;

/** So many organisations are at work at a time; each is left behind after a while. */
const tracksAtOnce = 2;
const killsPerTrack = 3;

/** What would be asked before it is done. */
const sure = { confirmed: true, justification: 'Not this quarter' };

/** Somebody decided, and read that they had. */
interface Acknowledged {
  readonly requestId: string;
  readonly verb: string;
  readonly text: string;
}

/** Something bad that happens in the middle of what people do; `goOn` lets them do more meanwhile. */
export type Harm = (fleet: Fleet, chance: Chance, goOn: () => Promise<void>) => Promise<void>;

/** One to all of the processes die, and others take their places. */
const killSome: Harm = async (fleet, chance) => {
  const all = Array.from({ length: fleet.size }, (_, index) => index);
  await fleet.kill(chance.shuffle(all).slice(0, 1 + chance.below(fleet.size)));
};

interface Stage {
  readonly fleet: Fleet;
  readonly teams: FakeTeams;
  readonly chance: Chance;
  readonly tracks: readonly Track[];
  readonly acknowledged: Acknowledged[];
  actions: number;
  unanswered: number;
}

/** Does harm so often at moments that the seed gives, and compares what people were told with what is left. */
export async function runKills(ground: Ground, kills: number, seed: number, harm = killSome): Promise<KillReport> {
  const chance = chanceOf(seed);
  const teams = await FakeTeams.start();
  const fleet = new Fleet(ground.env);
  const begin = Date.now();
  try {
    const tracks = await layTracks(ground, teams, Math.ceil(kills / killsPerTrack) + tracksAtOnce - 1);
    const stage: Stage = { fleet, teams, chance, tracks, acknowledged: [], actions: 0, unanswered: 0 };
    await fleet.launch(ground.processes);
    const weather = makeWeather(teams, chance, badShare);
    for (let done = 0; done < kills; done += 1) await harmOnce(stage, Math.floor(done / killsPerTrack), harm);
    weather.end();
    await fleet.dock();
    await fleet.launch(ground.processes, everythingOverMs);
    if (ground.processes > 1) await finish(ground);
    const chats = await readEverybody(stage);
    await fleet.dock();
    const seconds = (Date.now() - begin) / 1000;
    const { actions, unanswered } = stage;
    return { kills, actions, unanswered, seconds, ...(await compare(ground, stage, chats, weather)) };
  } finally {
    await fleet.dock();
    await teams.close();
  }
}

async function layTracks(ground: Ground, teams: FakeTeams, count: number): Promise<Track[]> {
  const store = await ground.open();
  const tracks: Track[] = [];
  for (let index = 0; index < count; index += 1)
    tracks.push(await layTrack(store, teams.serviceUrl, 'ownerApproval', `REQ-${String(index).padStart(8, '0')}`));
  await store.close();
  return tracks;
}

/** Some people do something, harm comes in the middle of it, and who had no answer does it once more. */
async function harmOnce(stage: Stage, first: number, harm: Harm): Promise<void> {
  const { chance } = stage;
  const open = stage.tracks.slice(first, first + tracksAtOnce);
  const underWay: ReturnType<typeof act>[] = [];
  const goOn = async (): Promise<void> => {
    const track = chance.pick(open);
    underWay.push(act(stage, track, ...chooseDeed(stage, track)));
    await pause(chance.below(120));
  };
  for (let left = 3 + chance.below(8); left > 0; left -= 1) await goOn();
  await pause(chance.below(latestMs));
  await harm(stage.fleet, chance, goOn);
  for (const again of await Promise.all(underWay)) await again?.();
}

/** Whoever asks types; whoever decides, or thinks better of it, clicks what their chat offers. */
function chooseDeed({ teams, chance }: Stage, { people, groupId }: Track): [Lane, Move] {
  const offers = (['owner', 'secondOwner', 'manager', 'secondAsker', 'thirdAsker'] as const).flatMap((lane) =>
    teams.messagesIn(conversationOf(people[lane].id)).flatMap(({ card }) =>
      readCard(card ?? {})
        .allButtons()
        .filter(({ verb }) => verb === 'approveRequest' || verb === 'denyRequest' || verb === 'withdrawRequest')
        .map(({ verb = '', data }): [Lane, Move] => [lane, { verb, data: { ...data, ...sure } }]),
    ),
  );
  const { id: personId } = people[chance.pick(['member', 'secondAsker', 'thirdAsker'] as const)];
  const deeds: [Lane, Move][] = [
    ['secondAsker', { text: 'join Harbor' }],
    ['thirdAsker', { text: 'join Harbor' }],
    ['otherOwner', { text: 'join Harbor' }],
    ['owner', { verb: 'removeMember', data: { groupId, personId, confirmed: true } }],
    ['secondOwner', { verb: 'addMembers', data: { groupId, personId, confirmed: true } }],
  ];
  return chance.pick(offers.length > 0 && chance.next() < 0.6 ? offers : deeds);
}

/** Does it; gives back how to do it again where no answer came. */
async function act(stage: Stage, track: Track, lane: Lane, move: Move): Promise<(() => Promise<unknown>) | undefined> {
  const { fleet, teams, chance } = stage;
  stage.actions += 1;
  const attempt = (): Promise<Answer | undefined> =>
    send(fleet.portOf(chance.below(fleet.size)), teams, track.tenantId, track.people[lane], move).catch(
      () => undefined,
    );
  const keep = (answer: Answer | undefined): boolean => {
    if (answer?.status !== 200) return false;
    const requestId = 'verb' in move ? move.data['requestId'] : undefined;
    if ('verb' in move && typeof requestId === 'string')
      stage.acknowledged.push({ requestId, verb: move.verb, text: answer.text });
    return true;
  };
  if (keep(await attempt())) return undefined;
  stage.unanswered += 1;
  return async () => keep(await attempt());
}

/** Everybody turns up once everything is over, and reads what is there. */
async function readEverybody({ fleet, teams, tracks }: Stage): Promise<Chats> {
  await quiet(teams);
  const port = fleet.portOf(0);
  for (const track of tracks)
    for (const who of Object.values(track.people)) await send(port, teams, track.tenantId, who, { text: 'help' });
  await quiet(teams);
  return openChats(port, teams, tracks);
}

/** Several processes go by the database's clock, which nobody moves: what they leased is waited for. */
async function finish(ground: Ground): Promise<void> {
  const store = await ground.open();
  const end = Date.now() + everythingOverMs;
  while (Date.now() < end && (await store.findDueWork(store.now() + everythingOverMs, 1)).length > 0) await pause(500);
  await store.close();
}

async function quiet(teams: FakeTeams): Promise<void> {
  for (let before = -1; before !== teams.calls.length;) {
    before = teams.calls.length;
    await pause(2_500);
  }
}

async function compare(
  ground: Ground,
  { teams, tracks, acknowledged }: Stage,
  chats: Chats,
  weather: Weather,
): Promise<Blemishes & Pick<KillReport, 'wrong'>> {
  const store = await ground.open();
  const wrong: string[] = [];
  const found = { toldTwice: [] as string[], askedTwice: [] as string[], stale: [] as string[] };
  try {
    const due = await store.findDueWork(store.now() + everythingOverMs, 10);
    wrong.push(...due.map(({ collection, id }) => `something is left to do in ${collection} ${id}`));
    for (const track of tracks) {
      const records = await readRecords(store, track);
      wrong.push(...(await findWrong(store, chats, track, records)));
      wrong.push(...findBroken(records, acknowledged, chats, track));
      const here = findBlemishes(teams, records, sparedBy(teams, track, weather));
      for (const kind of ['toldTwice', 'askedTwice', 'stale'] as const) found[kind].push(...here[kind]);
    }
  } finally {
    await store.close();
  }
  return { wrong, ...found };
}

/** What somebody was told and is not so. */
function findBroken(
  { requests }: Records,
  acknowledged: readonly Acknowledged[],
  chats: Chats,
  { people }: Track,
): string[] {
  const known = new Map(requests.map((request) => [request.id, request]));
  const broken = acknowledged.flatMap(({ requestId, verb, text }) => {
    const status = known.get(requestId)?.status;
    const isDone = !/takes longer|can’t reach my records/.test(text);
    return status === 'pending' && isDone
      ? [`${requestId} waits, and somebody was answered ${verb} with ${text.slice(0, 80)}`]
      : [];
  });
  const read = Object.values(people).flatMap(({ id }) => chats.messagesIn(conversationOf(id)));
  const accidents = [...acknowledged, ...read].filter(({ text }) => text?.startsWith('Something went wrong'));
  if (accidents.length > 0) broken.push(`${accidents.length} read that something went wrong`);
  const named = read.flatMap(({ card }) => JSON.stringify(card ?? {}).match(/REQ-[A-Z0-9]{8}/g) ?? []);
  const lost = [...new Set(named)].filter((id) => !known.has(id));
  return [...broken, ...lost.map((id) => `${id} stands in a chat, and is not stored`)];
}

/** The messages that the channel took and denied: no sender can tell them from lost ones. */
function sparedBy(teams: FakeTeams, { people }: Track, { denied }: Weather): Set<string> {
  const bodies = new Set(
    denied.map(({ conversationId, body }) => conversationId + ((body['summary'] as string | undefined) ?? '')),
  );
  return new Set(
    Object.values(people).flatMap(({ id }) =>
      teams
        .messagesIn(conversationOf(id))
        .filter(({ conversationId, summary }) => bodies.has(conversationId + (summary ?? '')))
        .map((message) => message.id),
    ),
  );
}
