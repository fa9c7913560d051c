import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, it } from 'mocha';
import { buildPackage, checkManifest } from '../../src/operations/teamsApp/buildPackage.js';
import { createManifest, menuCommands, type TeamsApp } from '../../src/operations/teamsApp/manifest.js';
import { encodePng } from '../../src/operations/teamsApp/png.js';
import { readTeamsApp } from '../../src/operations/teamsApp/readTeamsApp.js';
import { writeZip } from '../../src/operations/teamsApp/zip.js';
import { projectPath } from '../support/project.js';
import { readPng, readZip } from './archives.js';

const appId = '11111111-2222-4333-8444-555555555555';
const app: TeamsApp = {
  appId,
  manifestId: appId,
  host: 'groups.contoso.com',
  name: 'Group Concierge',
  developer: 'IT department',
  websiteUrl: 'https://groups.contoso.com/',
  privacyUrl: 'https://contoso.com/privacy',
  termsUrl: 'https://contoso.com/terms',
  version: '1.0.0',
};

describe('the Teams app package', () => {
  const files = readZip(buildPackage(app));

  it('is three files at the root of a zip, and the same bytes each time', () => {
    assert.deepEqual([...files.keys()], ['manifest.json', 'color.png', 'outline.png']);
    assert.ok(buildPackage(app).equals(buildPackage(app)));
  });

  it('has a manifest that Microsoft’s schema takes', async () => {
    assert.deepEqual(await checkManifest(app), []);
    assert.deepEqual(JSON.parse(files.get('manifest.json')?.toString('utf8') ?? ''), createManifest(app));
  });

  it('is refused by the schema where a field is wrong, so that the check above means something', async () => {
    assert.notDeepEqual(await checkManifest({ ...app, name: 'x'.repeat(31) }), []);
    assert.notDeepEqual(await checkManifest({ ...app, appId: 'bot' }), []);
  });

  it('asks for nothing: no messages of channels, no Graph, no pages of ours inside Teams', () => {
    const manifest = createManifest(app) as Record<string, unknown>;
    for (const key of ['authorization', 'webApplicationInfo', 'composeExtensions', 'staticTabs'])
      assert.equal(manifest[key], undefined, key);
    assert.deepEqual(manifest['validDomains'], []);
  });

  it('offers only commands that stand in the README', () => {
    const readme = readFileSync(projectPath('README.md'), 'utf8');
    for (const { title } of menuCommands) assert.match(readme, new RegExp(`\`${title}[ \`]`), title);
  });

  it('has a colour icon of 192 by 192 pixels without a hole', () => {
    const { width, height, pixels } = readPng(files.get('color.png') ?? Buffer.alloc(0));
    assert.deepEqual([width, height], [192, 192]);
    const colours = new Set<string>();
    for (let at = 0; at < pixels.length; at += 4) {
      assert.equal(pixels[at + 3], 255);
      colours.add(pixels.subarray(at, at + 3).toString('hex'));
    }
    assert.ok(colours.has('ffffff') && colours.size > 50, String(colours.size));
  });

  it('has an outline icon of 32 by 32 pixels, white and transparent alone', () => {
    const { width, height, pixels } = readPng(files.get('outline.png') ?? Buffer.alloc(0));
    assert.deepEqual([width, height], [32, 32]);
    let solid = 0;
    let clear = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      assert.equal(pixels.subarray(at, at + 3).toString('hex'), 'ffffff');
      if (pixels[at + 3] === 255) solid += 1;
      if (pixels[at + 3] === 0) clear += 1;
    }
    assert.ok(solid > 60 && clear > 500, `${solid} white, ${clear} clear`);
  });
});

describe('the archive writer', () => {
  it('keeps names and contents of any bytes, an empty file’s too', () => {
    const entries = [
      { name: 'Größe.bin', data: Buffer.from([0, 255, 10, 13, 0x50, 0x4b, 5, 6]) },
      { name: 'empty', data: Buffer.alloc(0) },
      { name: 'long.txt', data: Buffer.from('concierge '.repeat(10_000)) },
    ];
    const read = readZip(writeZip(entries));
    assert.deepEqual(
      [...read],
      entries.map(({ name, data }) => [name, data]),
    );
  });

  it('keeps each pixel', () => {
    const pixels = new Uint8Array(3 * 2 * 4).map((_, index) => (index * 37) % 256);
    const read = readPng(encodePng({ width: 3, height: 2, pixels }));
    assert.deepEqual([read.width, read.height, new Uint8Array(read.pixels)], [3, 2, pixels]);
    assert.throws(() => encodePng({ width: 3, height: 2, pixels: pixels.subarray(1) }), /four bytes/);
  });
});

describe('what is asked for the package', () => {
  const fine = { 'app-id': appId.toUpperCase(), host: 'Groups.Contoso.com' };

  it('needs an id and a host, and derives the rest', () => {
    const reading = readTeamsApp(fine, '0.9.0');
    assert.ok(reading.ok);
    assert.deepEqual(
      [reading.app.appId, reading.app.manifestId, reading.app.host, reading.app.version, reading.app.privacyUrl],
      [appId, appId, 'groups.contoso.com', '0.9.0', 'https://groups.contoso.com/'],
    );
  });

  const wrong: Record<string, readonly string[]> = {
    'app-id': ['bot', `${appId}0`],
    host: ['https://groups.contoso.com', 'localhost', '10.0.0.1', 'groups.contoso.com/api', 'groups_1.contoso.com'],
    name: ['x'.repeat(31)],
    developer: ['x'.repeat(33)],
    website: ['contoso.com', 'http://contoso.com'],
    'privacy-url': ['ftp://contoso.com'],
    'terms-url': ['javascript:alert(1)'],
    'manifest-id': ['mine'],
    version: ['1', '1.0', 'v1.0.0', '1.0.0-beta'],
  };
  for (const [name, values] of Object.entries(wrong))
    for (const value of values)
      it(`refuses --${name} ${value.slice(0, 30)}, with one sentence that names it`, () => {
        const reading = readTeamsApp({ ...fine, [name]: value }, '1.0.0');
        assert.ok(!reading.ok);
        assert.equal(reading.problems.length, 1, reading.problems.join('\n'));
        assert.match(reading.problems[0] ?? '', new RegExp(`^--${name} .*\\.$`));
      });
});

describe('npm run package', function () {
  this.timeout(30_000);
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'group-concierge-package-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: string[]) =>
    spawnSync(process.execPath, [projectPath('dist', 'src', 'operations', 'package.js'), ...args], {
      encoding: 'utf8',
      env: { ...process.env, NODE_V8_COVERAGE: '' },
      timeout: 20_000,
    });

  it('writes the package, and says where and what comes next', () => {
    const out = path.join(folder, 'deep', 'app.zip');
    const done = run('--app-id', appId, '--host', 'groups.contoso.com', '--name', 'Groups', '--out', out);
    assert.equal(done.status, 0, done.stderr);
    assert.equal(done.stdout.trimEnd().split('\n').at(-1), out);
    assert.match(done.stdout, /https:\/\/groups\.contoso\.com\/api\/messages[\s\S]*Upload new app/);
    const manifest = JSON.parse(readZip(readFileSync(out)).get('manifest.json')?.toString('utf8') ?? '') as {
      name: { short: string };
    };
    assert.equal(manifest.name.short, 'Groups');
  });

  it('ends with 2 and its manual at wrong use, with 1 where it cannot write', () => {
    const wrong = run('--app-id', 'x', '--host', 'y');
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /--app-id is no GUID[\s\S]*--host is no host name[\s\S]*--privacy-url URL/);
    assert.equal(run('--colour', 'red').status, 2);
    // A file stands where the folder should be.
    const out = path.join(folder, 'taken');
    writeFileSync(out, '');
    const unwritable = run('--app-id', appId, '--host', 'a.example.com', '--out', path.join(out, 'x.zip'));
    assert.equal(unwritable.status, 1, unwritable.stderr);
  });
});
