import type { Engine } from '../engine.js';
import { clickMs, isHeld, isNameClaim, isYoung, settleClaim, type Claim } from '../names/claims.js';
import { keyOf } from '../../domain/keys.js';

/** Of each kind, so many are looked at in one sweep. */
const mostAtOnce = 1_000;

/** Looks at what was not settled: names whose record did not come, claims, and what is shared for a while; the one place that clears them away. */
export async function sweep(engine: Engine): Promise<void> {
  const now = engine.now();
  for (const { of, tenantId, id } of await engine.overdue('names', now, mostAtOnce))
    await engine.mendName(of, keyOf(tenantId, id));
  for (const { key, version } of await engine.overdue('shared', now, mostAtOnce))
    await engine.remove('shared', key, version);
  for (const claim of await engine.overdue('claims', now, mostAtOnce)) await sweepClaim(engine, claim);
}

async function sweepClaim(engine: Engine, claim: Claim): Promise<void> {
  const now = engine.now();
  if (isYoung(claim, now)) return;
  const isPast = !isNameClaim(claim) && now >= claim.madeAt + clickMs;
  const [record] = isPast ? [] : await engine.get(claim.collection, [keyOf(claim.tenantId, claim.id)]);
  // Another process may have taken it over meanwhile: then the version is another one.
  if (isHeld(claim, record)) await engine.replace('claims', settleClaim(claim), claim.version);
  else await engine.remove('claims', claim.key, claim.version);
}
