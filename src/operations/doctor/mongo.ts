import { MongoClient, type Db, type IndexDescription } from 'mongodb';
import { shelfNames, type ShelfName } from '../../store/collections.js';
import { databaseOf } from '../../store/mongo/openMongoStore.js';
import { indexesOf } from '../../store/mongo/mongoIndexes.js';
import { isUnfinished } from '../../store/mongo/unfinished.js';
import { failed, fine, skipped, unfinishedRestore, warned, type Check } from './check.js';

/** The oldest server that the driver still speaks to. */
const leastVersion = [4, 2] as const;
/** A clock that is wrong by more than this takes over leases that still hold, in milliseconds. */
const clockSlackMs = 5_000;

/** The production store: reachable, new enough, safe to write to, and with the indexes that its questions need. */
export async function checkMongo(uri: string, now: () => number, patienceMs = 5_000): Promise<Check[]> {
  const client = new MongoClient(uri, {
    appName: 'group-concierge-doctor',
    retryWrites: false,
    serverSelectionTimeoutMS: patienceMs,
    connectTimeoutMS: patienceMs,
  });
  try {
    await client.connect();
    const db = client.db(databaseOf(uri));
    if (await isUnfinished(db)) return [unfinishedRestore(`the database ${db.databaseName}`)];
    const checks = [fine('store.reachable', `MongoDB answers; the database is ${db.databaseName}.`)];
    const more = { 'store.version': checkVersion, 'store.replicas': checkReplicas, 'store.writes': checkWrites };
    for (const [id, check] of Object.entries({ ...more, 'store.indexes': checkIndexes, 'store.sort': checkDueWork }))
      checks.push(await check(db, now).catch((error: unknown) => passOver(id, error)));
    return checks;
  } catch (error) {
    return [sortFailure(error)];
  } finally {
    await client.close();
  }
}

/** Services that speak MongoDB's language do not know each of its commands; whatever else goes wrong is no answer. */
function passOver(id: string, error: unknown): Check {
  if (codeOf(error) !== 'CommandNotFound') throw error;
  return skipped(id, 'The server does not say.', 'It does not know the command that asks for it.');
}

async function checkVersion(db: Db): Promise<Check> {
  const { version = '' } = (await db.admin().buildInfo()) as { version?: string };
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNew = major > leastVersion[0] || (major === leastVersion[0] && minor >= leastVersion[1]);
  if (isNew) return fine('store.version', `The server is of version ${version}.`);
  return failed(
    'store.version',
    `The server is of version ${version}.`,
    'The driver speaks to 4.2 and newer.',
    'Upgrade the server.',
  );
}

async function checkReplicas(db: Db, now: () => number): Promise<Check> {
  const before = now();
  const hello = (await db.command({ hello: 1 })) as { setName?: string; msg?: string; localTime?: Date };
  const offMs = hello.localTime ? Math.abs(hello.localTime.getTime() - (before + now()) / 2) : 0;
  if (offMs > clockSlackMs)
    return failed(
      'store.clock',
      `The clocks of this machine and of the database are ${Math.round(offMs / 1000)} seconds apart.`,
      'Two instances whose clocks differ do the same work at the same time.',
      'Let both follow the same time server.',
    );
  if (hello.setName !== undefined || hello.msg === 'isdbgrid')
    return fine('store.replicas', 'It is a replica set or a cluster.');
  return warned(
    'store.replicas',
    'The server says nothing of a replica set.',
    'With one server alone, what was answered is lost with its disk.',
    'Use a replica set, Atlas or Azure DocumentDB where people rely on it.',
  );
}

async function checkWrites(db: Db): Promise<Check> {
  const place = db.collection<{ _id: string }>('doctor');
  const options = { writeConcern: { w: 'majority', wtimeoutMS: 5_000 } } as const;
  try {
    await place.updateOne({ _id: 'doctor' }, { $set: { at: 1 } }, { ...options, upsert: true });
    await place.deleteOne({ _id: 'doctor' }, options);
    return fine('store.writes', 'A record was written to the majority and taken away again.');
  } catch (error) {
    return failed(
      'store.writes',
      `Writing failed (${codeOf(error)}).`,
      'The bot writes with the majority of servers; everything that people ask would fail.',
      'Give the user the role readWrite on this database, and see that a majority of the servers runs.',
    );
  }
}

async function checkIndexes(db: Db): Promise<Check> {
  const missing = (await Promise.all(shelfNames.map((shelf) => missingOf(db, shelf)))).flat();
  if (missing.length === 0) return fine('store.indexes', 'Every index is there, or is made with the first start.');
  return failed(
    'store.indexes',
    `Indexes are missing: ${missing.join('; ')}.`,
    'Unique ones hold rules (one open request per person and group), the others keep answers fast.',
    'Start the bot once with a user that may create indexes.',
  );
}

async function missingOf(db: Db, shelf: ShelfName): Promise<string[]> {
  // A collection that is not there yet has no indexes to miss.
  if (!(await db.listCollections({ name: shelf }, { nameOnly: true }).hasNext())) return [];
  const known = await db.collection(shelf).indexes();
  const nameOf = ({ key, unique }: Pick<IndexDescription, 'key' | 'unique'>) =>
    `${JSON.stringify(key)}${unique ? ' unique' : ''}`;
  const names = new Set(known.map((index) => nameOf(index as IndexDescription)));
  return indexesOf(shelf)
    .filter((index) => !names.has(nameOf(index)))
    .map((index) => `${shelf} ${nameOf(index)}`);
}

async function checkDueWork(db: Db): Promise<Check> {
  const plan = await db
    .collection('requests')
    .find({ nextEffectAt: { $gte: 0 } })
    .sort({ nextEffectAt: 1 })
    .limit(1)
    .explain('queryPlanner')
    .catch(() => undefined);
  const id = 'store.sort';
  if (plan === undefined) return skipped(id, 'The server does not explain its plans.', 'Some services do not.');
  if (!JSON.stringify(plan).includes('"stage":"SORT"')) return fine(id, 'What is due next is found by an index.');
  return warned(
    id,
    'What is due next is sorted in memory.',
    'Azure DocumentDB sorts so; with ten thousand timers each look takes about 20 ms.',
    'Harmless for small organisations; else use a server that sorts by its indexes.',
  );
}

const codeOf = (error: unknown): string => {
  const { codeName, code, name } = error as { codeName?: string; code?: number | string; name?: string };
  return String(codeName ?? code ?? name ?? 'unknown');
};

/** Why MongoDB cannot be used. The driver's own messages may hold the address with its password; only its codes are told. */
export function sortFailure(error: unknown): Check {
  const text = error instanceof Error ? error.message : '';
  const why = 'Without the store the bot answers “try again” to everything.';
  const fix =
    /auth/i.test(text) || codeOf(error) === '18'
      ? 'Compare user and password in MONGODB_URI (special letters are written as %XX), and authSource.'
      : /ENOTFOUND|EAI_AGAIN|querySrv/.test(text)
        ? 'The host in MONGODB_URI is not known to the DNS: is it spelt right, and reachable from this network?'
        : /ECONNREFUSED/.test(text)
          ? 'Nothing listens at that host and port: is the server running?'
          : /certificate|SSL|TLS/i.test(text)
            ? 'The encrypted connection failed: is tls=true right for this server, and its certificate trusted?'
            : 'Does the server’s firewall let this machine’s address in? Is it running, and is replicaSet its real name?';
  return failed('store.reachable', `MongoDB cannot be used (${codeOf(error)}).`, why, fix);
}
