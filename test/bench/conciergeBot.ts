import process from 'node:process';
import { conversationId, personId, tenantId } from './activities.js';
import { readConfig } from '../../src/config.js';
import { toNameKey } from '../../src/domain/names.js';
import { authorize } from '../../src/domain/authorized.js';
import type { Store } from '../../src/commands/ports.js';
import { startApp } from '../../src/wire.js';
import { aGroup, aPerson, aResource, aTenant } from '../support/documents.js';

/** So many people are saved side by side. */
const seedsAtOnce = 256;

/**
 * An organisation with one group and its two owners, and everybody who will ask. People are known already, with the
 * labels that their messages bring: a first meeting costs a commit more and happens once in a person's life.
 */
async function seed(store: Store, people: number, serviceUrl: string): Promise<void> {
  const proof = authorize('seed');
  const tenant = store.forTenant(tenantId);
  const ownerIds = [personId(0), personId(1)];
  await tenant.insert(proof, 'tenants', aTenant({ tenantId }));
  await tenant.insert(proof, 'groups', aGroup({ tenantId, ownerIds, justification: 'required' }));
  await tenant.insert(proof, 'resources', aResource({ tenantId, ownerIds }));
  for (let first = 0; first < people; first += seedsAtOnce) {
    const numbers = Array.from({ length: Math.min(seedsAtOnce, people - first) }, (_, index) => first + index);
    await Promise.all(numbers.map((number) => tenant.insert(proof, 'people', knownPerson(number, serviceUrl))));
  }
}

function knownPerson(number: number, serviceUrl: string) {
  const id = personId(number);
  const name = `Person ${id.slice(-4)}`;
  const userId = `29:${id}`;
  return aPerson({
    tenantId,
    id,
    name,
    nameKey: toNameKey(name),
    locale: 'en-US',
    timeZone: 'UTC',
    channelUserId: userId,
    address: { serviceUrl, conversationId: conversationId(id), botId: '28:bot', userId },
  });
}

const reading = readConfig({ ...process.env, PORT: '0', LOG_LEVEL: 'warn' });
if (!reading.ok) throw new Error(reading.problems.join('\n'));
const app = await startApp(reading.config);
await seed(app.store, Number(process.env['BENCH_PEOPLE']), String(process.env['BENCH_SERVICE_URL']));
process.send?.({ port: app.address.port });
process.on('disconnect', () => void app.close().finally(() => process.exit(0)));
