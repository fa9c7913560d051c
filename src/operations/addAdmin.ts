import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tryAgain } from '../commands/change.js';
import type { Store } from '../commands/ports.js';
import { readConfig } from '../config.js';
import { given } from '../domain/given.js';
import { tenantRecordId } from '../domain/keys.js';
import { appointAdmin } from '../domain/organisation/remember.js';
import { OperationError, readArguments, runAsProgram, UsageError, type Voice } from './operation.js';
import { openStore } from './openStore.js';

const usage = 'npm run -s add-admin -- --person OBJECT-ID [--tenant TENANT-ID]';
const guidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Makes somebody an administrator of an organisation that the store knows; the bot may be at work and writes it into the history. */
export async function addAdmin(
  store: Store,
  tenantId: string,
  personId: string,
  now: () => number,
): Promise<'added' | 'known'> {
  const tenantStore = store.forTenant(tenantId);
  const result = await tryAgain<'added' | 'known'>(async () => {
    const tenant = await tenantStore.read('tenants').get(tenantRecordId);
    if (!tenant)
      throw new OperationError(
        `The store knows no organisation ${tenantId}: set BOT_ADMINS, and let that person write to the bot.`,
      );
    // Nobody here carries out effects: the lease of this id ends, and the bot takes them over.
    const person = await tenantStore.read('people').get(personId);
    const named = { id: personId, ...given({ name: person?.name || undefined }) };
    const step = appointAdmin(tenant, named, { now: now(), processId: randomUUID(), newId: randomUUID });
    if (!step) return 'known';
    return (await tenantStore.replace(step.proof, 'tenants', step.tenant)) === 'written' ? 'added' : 'conflict';
  });
  if (result === 'conflict')
    throw new OperationError('The organisation was changed by others at the same moment; run it again.');
  return result;
}

/** `npm run -s add-admin -- --person OBJECT-ID` */
export async function runAddAdmin(args: readonly string[], env: NodeJS.ProcessEnv, voice: Voice): Promise<number> {
  const values = readArguments(args, { person: { type: 'string' }, tenant: { type: 'string' } }, usage);
  const person = values.person?.toLowerCase() ?? '';
  const tenantId = (values.tenant ?? env['BOT_TENANT_ID'] ?? '').trim().toLowerCase();
  if (!guidPattern.test(person)) throw new UsageError(`Say who, by their object id in Entra. Use: ${usage}`);
  if (!guidPattern.test(tenantId))
    throw new UsageError(`BOT_TENANT_ID does not say in which organisation. Use: ${usage}`);
  const reading = readConfig({ MONGODB_URI: env['MONGODB_URI'], DATA_FILE: env['DATA_FILE'] });
  if (!reading.ok) throw new UsageError(reading.problems.join(' '));
  const { mongodbUri, dataFile } = reading.config;
  if (!mongodbUri && !existsSync(dataFile))
    throw new OperationError(`There is no store at ${dataFile}: set DATA_FILE or MONGODB_URI as the bot has it.`);
  const store = await openStore(reading.config);
  try {
    const result = await addAdmin(store, tenantId, person, () => Date.now());
    voice.say(
      result === 'added'
        ? `${person} is an administrator now; the history says so, and the other administrators are told.`
        : `${person} is an administrator already.`,
    );
    return 0;
  } finally {
    await store.close();
  }
}

await runAsProgram(import.meta.url, runAddAdmin);
