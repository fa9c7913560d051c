import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { CollectionName, Documents, NamedKind, WriteResult } from '../../commands/ports.js';
import { keyOf, idOf, tenantOf } from '../../domain/keys.js';
import { isWorkShelf } from '../collections.js';
import type { Engine } from '../engine.js';
import { isHeld, isYoung, makeClaim, makingMs, nameClaimsOf, settleClaim, type Claim } from '../names/claims.js';
import { entryOf, isNamed, type StoredName } from '../names/entries.js';
import { planNames, type NamePlan } from '../names/plan.js';
import { createKeptValues } from '../shared/values.js';
import type { SingleWrites } from './mongoEngine.js';

type AnyDocument = Documents[CollectionName];

/** How long to wait for the write that a claim was made for, and how often to look, in milliseconds. */
const patienceMs = 2_000;
const lookAgainMs = 40;

/** So often a claim that others move at the same moment is tried for. */
const mostTries = 10;

/**
 * Writes records with their names and claims although each write is one document: the claims first, then the entry of
 * the name, then the record, then what was given up. Whoever is interrupted leaves a claim or an entry behind that no
 * record bears out: it counts for nothing after a minute, readers of the record see through it, and a sweep clears it.
 */
export function orderWrites(db: SingleWrites): Engine {
  async function writeAround(
    collection: CollectionName,
    record: AnyDocument,
    plan: NamePlan | undefined,
    wanted: readonly string[],
    write: () => Promise<WriteResult>,
  ): Promise<WriteResult> {
    const claims = await claimAll(
      db,
      wanted.map((key) => makeClaim(key, collection, record, db.now())),
    );
    if (!claims) return 'duplicate';
    if (plan?.entry) await db.putName({ ...plan.entry, sweepAt: db.now() + makingMs });
    const result = await write();
    if (result === 'written') await settle(db, plan, claims);
    else {
      await Promise.all(claims.map((claim) => giveBack(db, claim)));
      if (isNamed(collection)) await mendName(db, collection, record.key);
    }
    return result;
  }

  const engine: Engine = {
    ...db,
    async insert(shelf, record, claims = []) {
      if (!isWorkShelf(shelf)) return db.insert(shelf, record);
      const document = record as AnyDocument;
      const plan = planNames(shelf, undefined, document);
      if (!plan && claims.length === 0) return db.insert(shelf, record);
      return writeAround(shelf, document, plan, claims, () => db.insert(shelf, record));
    },
    async replace(shelf, record, version, extra = []) {
      if (!isNamed(shelf)) return db.replace(shelf, record, version);
      const document = record as AnyDocument;
      const [before] = await db.get(shelf, [record.key]);
      if (before?.version !== version) return 'conflict';
      const plan = planNames(shelf, before, document);
      if (!plan && extra.length === 0) return db.replace(shelf, record, version);
      return writeAround(shelf, document, plan, extra, () => db.replace(shelf, record, version));
    },
    mendName: (of, key) => mendName(db, of, key),
    passing: (tenantId) => createKeptValues(engine, tenantId),
  };
  return engine;
}

/** All of the claims, as they are stored then, or none. */
async function claimAll(db: SingleWrites, wanted: readonly Claim[]): Promise<readonly Claim[] | undefined> {
  const got: Claim[] = [];
  for (const claim of wanted) {
    const mine = await take(db, claim);
    if (!mine) {
      await Promise.all(got.map((one) => db.remove('claims', one.key, one.version)));
      return undefined;
    }
    got.push(mine);
  }
  return got;
}

/** One claim; nothing where another record has it. A claim whose record may be on its way is waited for. */
async function take(db: SingleWrites, wanted: Claim): Promise<Claim | undefined> {
  const until = performance.now() + patienceMs;
  for (let attempt = 1; attempt <= mostTries;) {
    if ((await db.insert('claims', wanted)) === 'written') return wanted;
    const [claim] = await db.get('claims', [wanted.key]);
    if (!claim) continue;
    if (!isOfSame(claim, wanted)) {
      const [record] = await db.get(claim.collection, [keyOf(claim.tenantId, claim.id)]);
      if (isHeld(claim, record)) return undefined;
      if (isYoung(claim, db.now())) {
        if (performance.now() > until) return undefined;
        attempt -= 1;
        await wait(lookAgainMs);
        continue;
      }
    }
    // What nobody bears out, or this record wants already, becomes ours in the version that was seen.
    const taken = { ...wanted, version: claim.version + 1 };
    if ((await db.replace('claims', taken, claim.version)) === 'written') return taken;
  }
  return undefined;
}

function isOfSame(a: Claim, b: Claim): boolean {
  return a.collection === b.collection && a.id === b.id;
}

async function settle(db: SingleWrites, plan: NamePlan | undefined, claims: readonly Claim[]): Promise<void> {
  await Promise.all([
    ...claims.map((claim) => db.replace('claims', settleClaim(claim), claim.version)),
    ...(plan?.released ?? []).map((key) => release(db, key)),
  ]);
  // By the entry of the former name a sweep finds what is to be released.
  if (plan) await db.removeNames(plan.dropped);
  // Last: as long as the entry is marked, a sweep looks after all the rest.
  if (plan?.entry) await db.putName(plan.entry);
}

/** Gives a claim back whose write was turned away; another write of the same record may have made use of it. */
async function giveBack(db: SingleWrites, claim: Claim): Promise<void> {
  const [record] = await db.get(claim.collection, [keyOf(claim.tenantId, claim.id)]);
  if (isHeld(claim, record)) await db.replace('claims', settleClaim(claim), claim.version);
  else await db.remove('claims', claim.key, claim.version);
}

/** Gives up the claim to a former name, unless somebody has it by now. */
async function release(db: SingleWrites, key: string): Promise<void> {
  const [claim] = await db.get('claims', [key]);
  if (!claim) return;
  const [record] = await db.get(claim.collection, [keyOf(claim.tenantId, claim.id)]);
  if (!isHeld(claim, record) && !isYoung(claim, db.now())) await db.remove('claims', key, claim.version);
}

/** Makes the entries of a record what the record says, until nobody changes it meanwhile. */
async function mendName(db: SingleWrites, of: NamedKind, key: string): Promise<void> {
  for (let attempt = 1; attempt <= mostTries; attempt += 1) {
    const [record] = await db.get(of, [key]);
    const entry = record && entryOf(of, record);
    await saveOnly(db, of, key, entry);
    const [again] = await db.get(of, [key]);
    if (again?.version === record?.version) return;
  }
}

async function saveOnly(db: SingleWrites, of: NamedKind, key: string, entry: StoredName | undefined): Promise<void> {
  const tenantId = tenantOf(key);
  const terms = [
    { field: 'of', many: false, kind: 'equals', value: of },
    { field: 'id', many: false, kind: 'equals', value: idOf({ key, tenantId }) },
  ] as const;
  const stored = await db.find('names', tenantId, { terms, skip: 0 });
  const others = stored.filter((one) => one.key !== entry?.key);
  await db.removeNames(others.map((one) => one.key));
  for (const { name } of others) for (const claim of nameClaimsOf(of, { tenantId, name })) await release(db, claim);
  if (entry && !stored.some((one) => isDeepStrictEqual(one, entry))) await db.putName(entry);
}
