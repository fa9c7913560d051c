import type { CollectionName, Documents, TenantStore, WorkSignal, WriteResult } from './ports.js';
import type { Authorized } from '../domain/authorized.js';
import { given } from '../domain/given.js';
import { idOf } from '../domain/keys.js';
import type { Answer } from './turn.js';
import type { Outcome } from '../domain/outcome.js';

/** How often a record that others change at the same moment is tried again. */
const mostTries = 10;

/**
 * The one loop over a lost race. An attempt reads, decides and commits, and answers `conflict` where somebody was
 * faster; then everything is asked again. After `tries` lost races in a row the answer is `conflict`.
 */
export async function tryAgain<T>(
  attempt: () => Promise<T | 'conflict'>,
  tries: number = mostTries,
): Promise<T | 'conflict'> {
  for (let left = tries; left > 1; left -= 1) {
    const result = await attempt();
    if (result !== 'conflict') return result;
  }
  return attempt();
}

/** The same, for a change that has to be made: throws when others were faster ten times in a row. `what`: for the log. */
export async function untilWritten<T>(what: string, attempt: () => Promise<T | 'conflict'>): Promise<T> {
  const result = await tryAgain(attempt);
  if (result === 'conflict') throw new Error(`${what} was changed by others ${mostTries} times in a row`);
  return result;
}

/** What a change is saved with. */
export interface ChangeDeps {
  readonly store: TenantStore;
  readonly work: WorkSignal;
  /** The process that leases the effects of its own commits. */
  readonly processId: string;
}

/** Saves a new record or the next version of one, and wakes the dispatcher for the effects that this process leased. */
export async function save<C extends CollectionName>(
  { store, work, processId }: ChangeDeps,
  proof: Authorized,
  collection: C,
  document: Documents[C],
  claims: readonly string[] = [],
): Promise<WriteResult> {
  const result =
    document.version === 1
      ? await store.insert(proof, collection, document, claims)
      : await store.replace(proof, collection, document, claims);
  if (result === 'written') signal({ store, work, processId }, collection, document);
  return result;
}

/** Tells the dispatcher of what was just saved with a record: what this process leased is due, all else comes later. */
export function signal<C extends CollectionName>(
  { store, work, processId }: ChangeDeps,
  collection: C,
  document: Documents[C],
): void {
  const isAwaited = document.awaitedAt === undefined ? undefined : true;
  if (document.lease?.holder === processId)
    work.due({ collection, tenantId: store.tenantId, id: idOf(document), ...given({ isAwaited }) });
  else if (document.nextEffectAt !== undefined) work.expect(document.nextEffectAt);
}

/** Saves what a rule makes of a record, again where somebody was faster; says whether there was anything to change. */
export async function changeIf<C extends CollectionName>(
  deps: ChangeDeps,
  { collection, id }: { readonly collection: C; readonly id: string },
  decide: (current: Documents[C]) => Pick<Step<C>, 'proof' | 'document'> | undefined,
): Promise<boolean> {
  const result = await tryAgain(async () => {
    const current = await deps.store.read(collection).get(id);
    const granted = current && decide(current);
    if (!granted) return 'nothing';
    return (await save(deps, granted.proof, collection, granted.document)) === 'written' ? 'written' : 'conflict';
  });
  return result === 'written';
}

/** A write that a rule allowed, and what is answered once it is saved. */
export interface Step<C extends CollectionName> {
  readonly proof: Authorized;
  readonly document: Documents[C];
  readonly outcome: Outcome;
  /** What the record is to be the only one of (`domain/claims.ts`); where another has it, everything is asked again. */
  readonly claims?: readonly string[];
}

/** Decides about a record as it stands and saves what was decided; when somebody was faster, everything is asked again. */
export async function change<C extends CollectionName>(
  deps: ChangeDeps,
  at: { readonly collection: C; readonly id: string },
  decide: (current: Documents[C] | undefined) => Promise<Outcome | Step<C>>,
): Promise<Outcome>;
export async function change<C extends CollectionName>(
  deps: ChangeDeps,
  at: { readonly collection: C; readonly id: string },
  decide: (current: Documents[C] | undefined) => Promise<Answer | Step<C>>,
): Promise<Answer>;
export async function change<C extends CollectionName>(
  deps: ChangeDeps,
  at: { readonly collection: C; readonly id: string },
  decide: (current: Documents[C] | undefined) => Promise<Answer | Step<C>>,
): Promise<Answer> {
  return untilWritten(`${at.collection} ${at.id}`, async (): Promise<Answer | 'conflict'> => {
    const decided = await decide(await deps.store.read(at.collection).get(at.id));
    if (!('proof' in decided)) return decided;
    const result = await save(deps, decided.proof, at.collection, decided.document, decided.claims);
    return result === 'written' ? decided.outcome : 'conflict';
  });
}
