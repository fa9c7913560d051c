import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { backup } from '../../src/operations/backup.js';
import { runMigration } from '../../src/operations/migrate.js';
import { UsageError } from '../../src/operations/operation.js';
import { restore } from '../../src/operations/restore.js';
import { aGroup } from '../support/documents.js';
import { readFixture } from '../support/oldStore.js';
import { projectPath } from '../support/project.js';
import { placesUnderTest, type Place } from '../support/vaults.js';

const operations = { backup, restore, migrate: runMigration };
const programs = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'src', 'operations');

/** How a program ended, and what it said. */
interface End {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a program as `npm run` does, but from a folder without a `.env`. */
function run(name: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<End> {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([key]) => !/^(BOT_|MONGODB_|DATA_FILE|NODE_ENV)/.test(key)),
  );
  return new Promise((resolve) => {
    const file = path.join(programs, `${name}.js`);
    execFile(process.execPath, [file, ...args], { env: { ...inherited, ...env }, cwd: tmpdir() }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

describe('the programs for operators', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'group-concierge-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('say in a sentence what to do before the product is built or installed, each of them', async () => {
    const { scripts } = JSON.parse(await readFile(projectPath('package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const started = Object.entries(scripts).filter(
      ([name, script]) => /^(?:tsc|node dist)/.test(script) && name !== 'built',
    );
    assert.ok(started.length >= 11);
    for (const [name, script] of started)
      assert.equal(scripts[`pre${name}`], `npm run --silent ${script.startsWith('tsc') ? 'installed' : 'built'}`, name);
    const folder = await mkdtemp(path.join(tmpdir(), 'group-concierge-bare-'));
    await copyFile(projectPath('package.json'), path.join(folder, 'package.json'));
    for (const [name, says] of [
      ['move-store', 'is not built yet: run npm ci && npm run build'],
      ['package', 'is not installed here: run npm ci'],
    ] as const) {
      const { status, stderr } = spawnSync('npm', ['run', '--silent', name], { cwd: folder, encoding: 'utf8' });
      assert.equal(status, 1);
      assert.ok(stderr.includes(says) && stderr.trim().split('\n').length === 1, stderr);
    }
    await rm(folder, { recursive: true });
  });

  it('are the scripts that package.json names', async () => {
    const { scripts } = JSON.parse(await readFile(projectPath('package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    assert.equal(scripts['add-admin'], 'node dist/src/operations/addAdmin.js');
    assert.equal(scripts['move-store'], 'node dist/src/operations/moveStore.js');
    for (const name of ['migrate', 'backup', 'restore'])
      assert.equal(scripts[name], `node dist/src/operations/${name}.js`);
  });

  for (const [name, args, says] of [
    ['backup', [], /^Say which file to write\. Use: npm run -s backup -- --out FILE$/],
    ['backup', ['--out'], /^Option '--out <value>' argument missing\. Use: .*$/],
    ['backup', ['--to', 'x'], /^Unknown option '--to'\. Use: .*$/],
    ['backup', ['--out', '/dev/null/x'], /^\/dev\/null\/x cannot be written: .*$/],
    ['restore', [], /^Say which file to read\. Use: npm run -s restore -- --from FILE .*$/],
    ['restore', ['backup.jsonl'], /^Unexpected argument 'backup\.jsonl'.* Use: .*$/],
    ['restore', ['--from', '/dev/null/x'], /^\/dev\/null\/x cannot be read: .*$/],
    ['migrate', ['--now'], /^Unknown option '--now'\. Use: .*$/],
  ] as const)
    it(`know no "${name} ${args.join(' ')}", and say so in one sentence`, async () => {
      const quiet = { say: () => assert.fail(), warn: () => assert.fail() };
      await assert.rejects(
        operations[name](args, { DATA_FILE: path.join(folder, 'store.db') }, quiet),
        (error) => error instanceof UsageError && says.test(error.message),
      );
    });

  it('end with exit code 2 and that sentence', async () => {
    assert.deepEqual(await run('backup', [], {}), {
      code: 2,
      out: '',
      err: 'Say which file to write. Use: npm run -s backup -- --out FILE\n',
    });
  });

  it('make no store where there is none', async () => {
    const DATA_FILE = path.join(folder, 'nowhere', 'store.db');
    for (const [name, args] of [
      ['backup', ['--out', path.join(folder, 'b.jsonl')]],
      ['migrate', []],
    ] as const) {
      const { code, err } = await run(name, args, { DATA_FILE });
      assert.equal(code, 1);
      assert.match(err, /^There is no store at .*store\.db: set DATA_FILE or MONGODB_URI as the bot has it\.\n$/);
    }
  });

  for (const kind of placesUnderTest())
    it(`restore, bring up to date and back up a store on ${kind.name}`, async () => {
      const place: Place = await kind.find();
      const [from, to] = [path.join(folder, 'from.jsonl'), path.join(folder, 'to.jsonl')];
      const rows = readFixture('0.1.0').slice(0, 100);
      await writeFile(from, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      const restored = await run('restore', ['--from', from], place.env);
      assert.deepEqual([restored.code, restored.err], [0, '']);
      assert.match(
        restored.out,
        /^100 records of .*from\.jsonl are restored\.\n\d+ tenants, .*\nThe counts match, and every history is whole\.\n$/,
      );
      const again = await run('restore', ['--from', from], place.env);
      assert.equal(again.code, 1);
      assert.match(again.err, /^This store has records already/);
      const engine = await place.openEngine();
      await engine.insert('groups', { ...aGroup(), joinRule: 'whoever' } as never);
      await engine.close();
      const migrated = await run('migrate', ['--dry-run'], place.env);
      assert.equal(migrated.code, 1);
      assert.match(migrated.out, /^groups: \d+ up to date, 0 to be brought up to date, 1 not readable$/m);
      assert.equal(
        migrated.err,
        'Does not fit and is left as it is: groups contoso/marketing: joinRule: invalid_value\n',
      );
      const saved = await run('backup', ['--out', to], place.env);
      assert.equal(saved.code, 0);
      assert.match(saved.out, /^101 records are in .*to\.jsonl, /);
      assert.match(saved.err, /contoso\/marketing: joinRule/);
      assert.equal((await readFile(to, 'utf8')).trimEnd().split('\n').length, 101);
      const another = await kind.find();
      const bad = await run('restore', ['--from', to], another.env);
      assert.equal(bad.code, 1);
      assert.match(bad.err, /^Line \d+ cannot be restored: among the groups: joinRule: invalid_value\.\nNothing was/);
      await place.remove();
      await another.remove();
    }).timeout(30_000);
});
