import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../src/commands/ports.js';
import { authorize } from '../../src/domain/authorized.js';
import { toNameKey } from '../../src/domain/names.js';
import { leaseMs, type Occasion } from '../../src/domain/revise.js';
import { openRequest } from '../../src/domain/requests/requestChanges.js';
import { aGroup, aPerson, aTenant } from '../support/documents.js';
import { conversationOf, FakeTeams } from '../support/fakeTeams.js';
import { send, type Racer } from './client.js';
import { Fleet } from './fleet.js';
import type { Ground } from './runRaces.js';

/** What came of a burst. */
export interface BurstReport {
  /** Cards that had gone out when the last result was told. */
  readonly cardsMeanwhile: number;
  /** From the owner's click to the requester's result, each in milliseconds, the longest last. */
  readonly waitsMs: readonly number[];
  readonly wrong: readonly string[];
}

/** So many owners get the cards, each for groups of their own. */
const owners = 200;

/** So many requests are decided meanwhile, one after the other. */
const decisions = 8;

/** How long the channel takes for a call, in milliseconds. */
const callMs = 50;

/** Nobody waits longer than this for a result, in milliseconds; three seconds are meant, for the access to be set up. */
const patienceMs = 60_000;

/** So many records are saved side by side. */
const savedAtOnce = 256;

const proof = authorize('burst');

interface Town {
  readonly tenantId: string;
  readonly decider: Racer;
  readonly askers: readonly (Racer & { readonly requestId: string })[];
}

/** So many cards for owners are due at once in one organisation; results of decisions are to come all the same. */
export async function runBurst(ground: Ground, cards: number): Promise<BurstReport> {
  const teams = await FakeTeams.start();
  teams.delay = () => pause(callMs);
  const fleet = new Fleet(ground.env);
  try {
    const store = await ground.open();
    const town = await settle(store, teams.serviceUrl, cards, owners);
    await store.close();
    await fleet.launch(ground.processes);
    await teams.until('the burst', () => teams.calls.length > owners, patienceMs);
    const waitsMs: number[] = [];
    const wrong: string[] = [];
    for (const [at, asker] of town.askers.entries()) {
      const waitMs = await decide(fleet.portOf(at), teams, town, asker);
      if (waitMs === undefined) wrong.push(`${asker.requestId} was approved, and whoever asked heard nothing`);
      else waitsMs.push(waitMs);
    }
    const cardsMeanwhile = teams.calls.length;
    if (cardsMeanwhile >= cards) wrong.push(`all of ${cards} cards had gone out before the last result`);
    await fleet.dock();
    return { cardsMeanwhile, waitsMs: waitsMs.sort((a, b) => a - b), wrong };
  } finally {
    await fleet.dock();
    await teams.close();
  }
}

async function decide(
  port: number,
  teams: FakeTeams,
  { tenantId, decider }: Town,
  asker: Town['askers'][number],
): Promise<number | undefined> {
  const begin = performance.now();
  await send(port, teams, tenantId, decider, { verb: 'approveRequest', data: { requestId: asker.requestId } });
  const isTold = (): boolean => teams.messagesIn(conversationOf(asker.id)).length > 0;
  await teams.until('the result', isTold, patienceMs).catch(() => undefined);
  return isTold() ? performance.now() - begin : undefined;
}

/** An organisation in which a process died that had just taken so many requests, for groups of so many owners. */
export async function settle(store: Store, serviceUrl: string, cards: number, owners: number): Promise<Town> {
  const tenantId = randomUUID();
  const tenant = store.forTenant(tenantId);
  const person = (name: string): Racer => ({ id: randomUUID(), name });
  const keepPerson = ({ id, name }: Racer): Promise<unknown> => {
    const address = { serviceUrl, conversationId: conversationOf(id), botId: '28:bot', userId: `29:${id}` };
    const known = { channelUserId: address.userId, locale: 'en-GB', timeZone: 'Europe/Berlin', address };
    return tenant.insert(proof, 'people', aPerson({ tenantId, id, name, nameKey: toNameKey(name), ...known }));
  };
  const groupOf = ({ id: ownerId, name }: Racer) =>
    aGroup({
      ...{ tenantId, id: `group-${ownerId}`, name: `Group of ${name}`, nameKey: toNameKey(`Group of ${name}`) },
      ...{ ownerIds: [ownerId], justification: 'off' },
    });
  await tenant.insert(proof, 'tenants', aTenant({ tenantId }));
  const decider = person('Dora Decides');
  const asked = Array.from({ length: owners }, (_, at) => person(`Owner ${at}`));
  for (const one of [decider, ...asked]) {
    await keepPerson(one);
    await tenant.insert(proof, 'groups', groupOf(one));
  }
  const open = (id: string, owner: Racer, requesterId: string, occasion: Occasion): Promise<unknown> =>
    tenant.insert(
      proof,
      'requests',
      openRequest({ id, group: groupOf(owner), requesterId, expiryMs: 86_400_000 }, occasion),
    );
  const ago = { now: store.now() - 2 * leaseMs, processId: 'gone', newId: () => randomUUID() };
  for (let first = 0; first < cards; first += savedAtOnce) {
    const numbers = Array.from({ length: Math.min(savedAtOnce, cards - first) }, (_, at) => first + at);
    await Promise.all(numbers.map((at) => open(idOf(at), asked[at % owners] as Racer, randomUUID(), ago)));
  }
  const askers: (Racer & { readonly requestId: string })[] = [];
  for (let at = 0; at < decisions; at += 1) {
    const asker = { ...person(`Asker ${at}`), requestId: idOf(cards + at) };
    await keepPerson(asker);
    // Their owner's card is of the burst, too.
    await open(asker.requestId, decider, asker.id, ago);
    askers.push(asker);
  }
  return { tenantId, decider, askers };
}

function idOf(at: number): string {
  return `REQ-${String(at).padStart(8, '0')}`;
}
