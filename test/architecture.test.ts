import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { projectPath } from './support/project.js';

const source = projectPath('src');

interface Room {
  /** Rooms and single files (without their ending) of `src` that may be imported. */
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
  readonly why: string;
}

/** Who may know whom. Node's own modules are named where a room needs them. */
const rooms: Record<string, Room> = {
  domain: {
    rooms: [],
    packages: [],
    why: 'the rules are pure: without a clock, a store or a channel they can be read, tested and believed',
  },
  config: {
    rooms: ['directory/directoryConfig'],
    packages: ['zod', 'node:net'],
    why: 'what operators may set is checked before anything is opened',
  },
  intents: {
    rooms: ['domain'],
    packages: ['zod', 'chrono-node', 'csv-parse'],
    why: 'understanding a text needs no store and no channel',
  },
  commands: {
    rooms: ['domain', 'intents'],
    packages: ['node:'],
    why: 'the core asks for what it needs through commands/ports.ts and knows no technology',
  },
  cards: {
    rooms: ['domain', 'messages', 'project'],
    packages: ['node:'],
    why: 'a card shows an outcome and decides nothing',
  },
  messages: {
    rooms: ['domain'],
    packages: ['intl-messageformat'],
    why: 'a sentence says an outcome and decides nothing',
  },
  store: {
    rooms: ['commands/ports', 'domain'],
    packages: ['mongodb', 'libsql', 'zod', 'node:'],
    why: 'only the store knows its drivers, and it knows nothing of people',
  },
  directory: {
    rooms: ['commands/ports', 'domain'],
    packages: ['zod', 'node:'],
    why: 'the directory carries out, it does not decide',
  },
  sync: {
    rooms: ['commands/ports', 'commands/change', 'commands/reads', 'domain'],
    packages: [],
    why: 'what the directory says comes in as changes of records, by the rules, and shows nothing by itself',
  },
  outbox: {
    rooms: ['commands/ports', 'commands/change', 'commands/reads', 'domain', 'cards', 'messages'],
    packages: ['node:'],
    why: 'effects are delivered whatever the channel is',
  },
  bot: {
    rooms: ['commands', 'intents', 'cards', 'messages', 'domain', 'config', 'log', 'metrics', 'tracing'],
    packages: ['botbuilder', 'botframework-', '@azure/core-rest-pipeline', 'jose', 'zod', 'pino', 'node:'],
    why: 'the archived SDK may be replaced one day: this is the only room that knows it',
  },
  http: {
    rooms: ['bot', 'config', 'log', 'metrics', 'project'],
    packages: ['restify', 'node:'],
    why: 'the door lets in and keeps out, nothing else',
  },
};

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesBelow(path.join(folder, entry.name))
      : entry.name.endsWith('.ts')
        ? [path.join(folder, entry.name)]
        : [],
  );
}

function importsOf(file: string): string[] {
  return [
    ...readFileSync(file, 'utf8').matchAll(/(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|import\('([^']+)'\)/g),
  ].map((match) => match[1] ?? match[2] ?? '');
}

function isAllowed(room: Room, name: string, file: string, target: string): boolean {
  if (!target.startsWith('.')) return room.packages.some((allowed) => target === allowed || target.startsWith(allowed));
  const place = path.relative(source, path.resolve(path.dirname(file), target)).replace(/\.js$/, '');
  return [name, ...room.rooms].some((allowed) => place === allowed || place.startsWith(`${allowed}/`));
}

/** The files that one imports by a path. */
function targetsOf(file: string): string[] {
  return importsOf(file)
    .filter((target) => target.startsWith('.'))
    .map((target) => path.resolve(path.dirname(file), target).replace(/\.js$/, '.ts'));
}

/** The kinds that have a command: the names in the table of run.ts. */
function commandKinds(file: string): ReadonlySet<string> {
  const table = /const commands[^=]*=\s*\{([\s\S]*?)\n\};/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  return new Set([...table.matchAll(/^ {2}(\w+),$/gm)].map((match) => match[1] ?? ''));
}

/** Groups of files that reach each other (Tarjan's algorithm). */
function findCircles(files: readonly string[]): string[][] {
  const [order, low] = [new Map<string, number>(), new Map<string, number>()];
  const [stack, circles]: [string[], string[][]] = [[], []];
  const visit = (file: string): number => {
    order.set(file, order.size);
    low.set(file, order.get(file) ?? 0);
    stack.push(file);
    for (const target of targetsOf(file).filter((one) => files.includes(one))) {
      if (!order.has(target)) low.set(file, Math.min(low.get(file) ?? 0, visit(target)));
      else if (stack.includes(target)) low.set(file, Math.min(low.get(file) ?? 0, order.get(target) ?? 0));
    }
    if (low.get(file) === order.get(file)) {
      const circle = stack.splice(stack.indexOf(file));
      if (circle.length > 1) circles.push(circle);
    }
    return low.get(file) ?? 0;
  };
  for (const file of files) if (!order.has(file)) visit(file);
  return circles;
}

describe('the rooms of src', () => {
  for (const [name, room] of Object.entries(rooms)) {
    it(`${name} imports only what it may`, () => {
      const files = filesBelow(path.join(source, name));
      assert.ok(files.length > 0, `src/${name} is empty or gone; take it out of this table`);
      const strangers = files.flatMap((file) =>
        importsOf(file)
          .filter((target) => !isAllowed(room, name, file, target))
          .map((target) => `${path.relative(source, file)} imports '${target}'`),
      );
      assert.deepEqual(
        strangers,
        [],
        `${name} may import ${[...room.rooms, ...room.packages].join(', ') || 'nothing'}, because ${room.why}. Pass what is needed in, or move the code to the room that may.`,
      );
    });
  }

  it('only the rules make proofs', () => {
    const forgers = filesBelow(source).filter(
      (file) => /\bauthorize\b.*from/.test(readFileSync(file, 'utf8')) && !file.startsWith(path.join(source, 'domain')),
    );
    assert.deepEqual(
      forgers,
      [],
      'authorize() is for the deciders in src/domain: elsewhere it would let a write through that no rule allowed.',
    );
  });

  it('no file is longer than 250 lines', () => {
    const long = filesBelow(source).filter((file) => readFileSync(file, 'utf8').split('\n').length > 251);
    assert.deepEqual(long.map((file) => path.relative(source, file)).sort(), [], 'Split it by subject.');
  });

  it('keys of records are made in domain/keys.ts alone', () => {
    const makers = filesBelow(source)
      .map((file) => [path.relative(source, file), readFileSync(file, 'utf8')] as const)
      .filter(([, text]) => /`\$\{(?:\w+\.)*\w*[tT]enantId\}\/|\.slice\([\w.]*tenantId\.length \+ 1\)/.test(text))
      .map(([file]) => file);
    assert.deepEqual(makers, ['domain/keys.ts'], 'Another form of a key would find nothing: keyOf, idOf and the ids.');
  });

  it('less than one line in a hundred is longer than 120 characters', () => {
    const lines = filesBelow(source).flatMap((file) => readFileSync(file, 'utf8').split('\n'));
    const long = lines.filter((line) => line.length > 120).length;
    assert.ok(long < lines.length / 100, `${long} of ${lines.length}: name the parts of a text or a pattern.`);
  });

  it('one way leads out to the channel', () => {
    const files = filesBelow(source).map((file) => [path.relative(source, file), readFileSync(file, 'utf8')] as const);
    const senders = files.filter(([, text]) => /\b(?:sendActivit|updateActivity|replyToActivity)/.test(text));
    const callers = files.filter(([, text]) => /\bcreateConnector\(/.test(text)).map(([file]) => file);
    assert.deepEqual(
      senders.map(([file]) => file),
      [],
      'The SDK repeats a POST and waits for ever; src/bot/connector.ts does neither.',
    );
    assert.deepEqual(callers.sort(), ['bot/connector.ts', 'bot/openChannel.ts', 'operations/doctor.ts']);
  });

  it('no files import each other in a circle', () => {
    const circles = findCircles(filesBelow(source)).map((files) => files.map((file) => path.relative(source, file)));
    assert.deepEqual(
      circles,
      [],
      'Move what they share to a third file that imports neither (words: domain/terms.ts).',
    );
  });

  it('no command imports another', () => {
    const folder = path.join(source, 'commands');
    const commands = new Map(filesBelow(folder).map((file) => [file, path.basename(file, '.ts')]));
    const kinds = commandKinds(path.join(folder, 'run.ts'));
    assert.ok(kinds.size > 40, 'run.ts has lost its table');
    const strangers = [...commands].flatMap(([file, name]) =>
      name === 'run'
        ? []
        : targetsOf(file)
            .filter((target) => kinds.has(commands.get(target) ?? ''))
            .map((target) => `${path.relative(source, file)} imports ${path.relative(source, target)}`),
    );
    assert.deepEqual(
      strangers,
      [],
      'A command that calls another walks round the gate in run.ts. Answer { instead: intent }; what both read or write lies in a file of its own.',
    );
  });

  it('each room is in the table, and nothing lies beside the rooms but the entry files', () => {
    const known = new Set([...Object.keys(rooms), 'demo', 'operations']);
    const entries = readdirSync(source, { withFileTypes: true });
    assert.deepEqual(
      entries.filter((entry) => entry.isDirectory() && !known.has(entry.name)).map((entry) => entry.name),
      [],
    );
    assert.deepEqual(
      entries
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .sort(),
      ['config.ts', 'log.ts', 'main.ts', 'metrics.ts', 'project.ts', 'tracing.ts', 'wire.ts'],
    );
  });
});
