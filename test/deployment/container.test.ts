import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { configKeys } from '../../src/config.js';
import { projectPath } from '../support/project.js';

const read = (...parts: string[]) => readFileSync(projectPath('deploymentTemplates', ...parts), 'utf8');

/* No container engine runs here: what can be read of the files is held, and the image's steps are run by hand. */
describe('the container', () => {
  const dockerfile = read('container', 'Dockerfile').replaceAll('\\\n', ' ');
  const lines = dockerfile.split('\n').map((line) => line.trim());
  const copied = lines
    .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
    .flatMap((line) => line.split(/\s+/).slice(1, -1))
    .map((source) => source.replace(/^\.\//, ''));
  const stages = dockerfile.split(/^FROM /m).slice(1);

  it('is given every file that it copies, and none that it does not', () => {
    const [everything, ...admitted] = read('container', 'Dockerfile.dockerignore').trim().split('\n');
    assert.equal(everything, '*');
    assert.deepEqual(admitted.map((line) => line.replace(/^!/, '')).sort(), [...copied].sort());
    for (const source of copied) assert.ok(existsSync(projectPath(source)), source);
  });

  it('copies whatever the build of the product reads', () => {
    const { scripts } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const files = /node (\S+\.js)/.exec(scripts['bundle'] ?? '')?.slice(1) ?? [];
    assert.ok(scripts['build']?.includes('bundle') && files.length === 1);
    for (const file of ['package.json', 'package-lock.json', 'tsconfig.json', 'src', ...files])
      assert.ok(copied.includes(file), file);
    assert.ok(stages[0]?.includes('npm run build'));
  });

  it('is built in stages, and runs as nobody of importance, with a health check and a signal that is heard', () => {
    assert.equal(stages.length, 2);
    const last = stages.at(-1) ?? '';
    assert.match(last, /^USER node$/m);
    assert.ok(last.indexOf('USER node') > last.lastIndexOf('RUN '));
    assert.match(last, /^HEALTHCHECK .*\/healthz/m);
    assert.match(last, /^STOPSIGNAL SIGTERM$/m);
    // In this form no shell stands between the signal and the bot.
    assert.match(last, /^CMD \["node", "dist\/src\/main\.js"\]$/m);
    assert.doesNotMatch(last, /^(?:RUN|CMD) .*npm|COPY src|COPY \.env/m);
  });

  it('has a root that is read-only wherever it is started, and keys that the bot knows', () => {
    const compose = read('container', 'compose.yaml');
    assert.match(compose, /^ {4}read_only: true$/m);
    assert.match(compose, /cap_drop: \[ALL\]/);
    const deployment = read('kubernetes', 'deployment.yaml');
    assert.match(deployment, /readOnlyRootFilesystem: true/);
    assert.match(deployment, /runAsNonRoot: true/);
    const keys = [
      ...(compose.split('environment:')[1]?.split('ports:')[0] ?? '').matchAll(/^ +([A-Z_]+):/gm),
      ...deployment.matchAll(/\{ name: ([A-Z_]+), value/g),
      ...(stages[1]?.split('WORKDIR')[0] ?? '').matchAll(/([A-Z_]{4,})=/g),
    ].map(([, key]) => key);
    assert.ok(keys.length >= 7, keys.join(' '));
    for (const key of keys)
      assert.ok(key === 'NODE_ENV' || (configKeys as readonly (string | undefined)[]).includes(key), key);
  });
});
