import { occasionOf } from './changeRecord.js';
import type { Delivery, Failure } from './delivery.js';
import type { EffectStore, HandlerDeps } from './handler.js';
import { signal, tryAgain } from '../commands/change.js';
import type { TenantStore } from '../commands/ports.js';
import { given } from '../domain/given.js';
import type { ConversationAddress, Person } from '../domain/organisation/person.js';
import { rememberSeen } from '../domain/organisation/remember.js';
import { toNameKey } from '../domain/names.js';
import type { PersonId } from '../domain/terms.js';

/** Where to write to somebody, and what is known of them. */
export type Reached = { readonly ok: true; readonly address: ConversationAddress; readonly person?: Person } | Failure;

/**
 * The personal chat of somebody. Who has none yet, or whose chat is `gone`, gets a new one, opened near their own
 * former chat or that of the first of the `neighbours` that has one.
 */
export async function reachPerson(
  deps: HandlerDeps,
  delivery: Delivery,
  store: EffectStore,
  who: { readonly personId: PersonId; readonly neighbours: readonly PersonId[]; readonly isGone?: boolean },
): Promise<Reached> {
  const { personId, neighbours, isGone = false } = who;
  const person = await store.read('people').get(personId);
  // To write to them would open their chat again, and keep where it is.
  if (person?.forgottenAt !== undefined) return { ok: false, failure: 'unreachable', detail: 'they were forgotten' };
  if (person?.address && !isGone) return { ok: true, address: person.address, person };
  const near = person?.address ?? (await findNeighbour(store, neighbours));
  if (!near) return { ok: false, failure: 'unreachable', detail: 'nobody near them has a conversation yet' };
  const opened = await delivery.open(store.tenantId, personId, near);
  if (!opened.ok)
    return opened.failure === 'conversationGone' || opened.failure === 'messageGone'
      ? { ...opened, failure: 'unreachable' }
      : opened;
  await rememberAddress(deps, store, personId, opened.address);
  return { ok: true, address: opened.address, ...given({ person }) };
}

async function findNeighbour(
  store: TenantStore,
  neighbours: readonly PersonId[],
): Promise<ConversationAddress | undefined> {
  const people = await store.read('people').getMany([...new Set(neighbours)]);
  return people.find((one) => one.address)?.address;
}

async function rememberAddress(
  deps: HandlerDeps,
  store: EffectStore,
  personId: PersonId,
  address: ConversationAddress,
): Promise<void> {
  const result = await tryAgain(async () => {
    const known = await store.read('people').get(personId);
    const occasion = occasionOf(deps, store.origin);
    const change = rememberSeen(known, { id: personId, address }, { tenantId: store.tenantId, toNameKey, occasion });
    if (!change) return 'remembered';
    const written = known
      ? await store.replace(change.proof, 'people', change.person)
      : await store.insert(change.proof, 'people', change.person);
    if (written !== 'written') return 'conflict';
    signal({ store, work: deps.work, processId: deps.processId }, 'people', change.person);
    return 'remembered';
  });
  // Nothing is lost: the next message opens the same conversation again.
  if (result === 'conflict') deps.log.warn({ personId }, 'a new conversation could not be remembered');
}
