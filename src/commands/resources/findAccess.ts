import { findGroup } from '../reads/findGroup.js';
import { readNamed, readNearResources } from '../reads/names.js';
import { readOpeners } from '../reads/openers.js';
import { loadTenant } from '../reads/people.js';
import type { JoinInput } from '../requests/askOwners.js';
import { offerToJoin, requestMembership } from '../requests/requestMembership.js';
import type { Turn } from '../turn.js';
import { given } from '../../domain/given.js';
import { resolveName } from '../../domain/names.js';
import type { Outcome } from '../../domain/outcome.js';
import type { Tenant } from '../../domain/organisation/tenant.js';
import type { IntentOf } from '../../intents/intent.js';
import type { Resource } from '../../domain/resources/resource.js';
import type { NameReading } from '../../intents/targets.js';

/** How many resources are looked at, over all the ways to read what was typed. */
const mostNear = 20;

/** "I need access to Salesforce": the groups that unlock it, to pick from; a group of that name is as good. */
export async function findAccess(intent: IntentOf<'findAccess'>, turn: Turn): Promise<Outcome> {
  const tenant = await loadTenant(turn.store, turn);
  const exact = await findResource(turn, intent.readings);
  if (exact) return offerGroups(turn, tenant, exact.resource, inputOf(exact.reading));
  const search = await findGroup(turn, tenant, { by: 'name', readings: intent.readings });
  if (search.found === 'one')
    return requestMembership(turn, tenant, search.group, inputOf(search.reading), given({ ask: intent.ask }));
  const near = await findNearResource(turn, intent.readings);
  if (near) return offerGroups(turn, tenant, near.resource, inputOf(near.reading), near.reading.name);
  if (search.found === 'several')
    return offerToJoin(turn, tenant, search.groups, {
      why: search.why,
      typed: search.reading.name,
      ...inputOf(search.reading),
    });
  return { kind: 'refused', refusal: { code: 'group_not_found', typed: search.typed } };
}

function inputOf(reading: NameReading | undefined): JoinInput {
  return {
    ...(reading?.justification ? { justification: reading.justification } : {}),
    ...(reading?.duration ? { duration: reading.duration } : {}),
  };
}

interface FoundResource {
  readonly resource: Resource;
  readonly reading: NameReading;
}

async function findResource(turn: Turn, readings: readonly NameReading[]): Promise<FoundResource | undefined> {
  const names = readings.map((reading) => reading.name);
  return pickFirst(readings, await readNamed(turn, 'resources', names));
}

async function findNearResource(turn: Turn, readings: readonly NameReading[]): Promise<FoundResource | undefined> {
  const names = readings.map((reading) => reading.name);
  return pickFirst(readings, await readNearResources(turn, names, mostNear));
}

/** The best resource for the first reading that has one. */
function pickFirst(readings: readonly NameReading[], resources: readonly Resource[]): FoundResource | undefined {
  for (const reading of readings) {
    const resolved = resolveName(reading.name, resources);
    const resource =
      resolved.match === 'exact' ? resolved.item : resolved.match === 'near' ? resolved.items[0] : undefined;
    if (resource) return { resource, reading };
  }
  return undefined;
}

async function offerGroups(
  turn: Turn,
  tenant: Tenant,
  resource: Resource,
  input: JoinInput,
  typed?: string,
): Promise<Outcome> {
  const opening = await readOpeners(turn, tenant, resource);
  if ('none' in opening) return opening.none;
  return offerToJoin(turn, tenant, opening.groups, {
    why: 'unlocksResource',
    resource: resource.name,
    ...given({ typed: typed || undefined }),
    ...input,
  });
}
