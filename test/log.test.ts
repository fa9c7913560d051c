import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createLog, redactUri } from '../src/log.js';

function logging(level: Parameters<typeof createLog>[0] = 'info') {
  const lines: string[] = [];
  return {
    log: createLog(level, { write: (line) => void lines.push(line) }),
    lines,
    records: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

describe('createLog', () => {
  it('writes one JSON line per event, with the bindings of its child', () => {
    const { log, lines, records } = logging();
    log.child({ correlationId: 'c-1' }).info({ kind: 'joinGroup' }, 'a turn ended\nwell');
    assert.equal(lines.length, 1);
    const [record] = records();
    assert.deepEqual(
      [record?.['level'], record?.['correlationId'], record?.['kind'], record?.['msg']],
      ['info', 'c-1', 'joinGroup', 'a turn ended\nwell'],
    );
    assert.ok(!Number.isNaN(Date.parse(String(record?.['time']))));
  });

  it('keeps quiet below its level', () => {
    const { log, lines } = logging('warn');
    log.info('not this');
    log.warn('this');
    assert.equal(lines.length, 1);
  });

  it('hides secrets by their name', () => {
    const { log, lines } = logging();
    log.info(
      {
        authorization: 'boom-secret',
        headers: { Authorization: 'boom-secret', authorization: 'boom-secret' },
        request: { headers: { authorization: 'boom-secret' } },
      },
      'x',
    );
    log.info(
      {
        password: 'boom-secret',
        credentials: { password: 'boom-secret' },
        config: { credentials: { password: 'boom-secret' }, mongodbUri: 'boom-secret' },
      },
      'x',
    );
    log.child({ token: 'boom-secret' }).info('x');
    assert.equal(lines.length, 3);
    assert.doesNotMatch(lines.join(''), /boom-secret/);
  });

  it('keeps the message, the stack, the code and the causes of an error, but not the request it carries', () => {
    const { log, lines, records } = logging();
    const cause = Object.assign(new Error('to mongodb://bot:boom-secret@db.example/x'), { code: 'ECONNRESET' });
    const error = Object.assign(new Error('Bearer boom-secret.a.b and client_secret=boom-secret&x=1', { cause }), {
      statusCode: 502,
      request: { deep: { headers: { authorization: 'boom-secret' } } },
    });
    log.error({ err: error }, 'it failed');
    assert.doesNotMatch(lines.join(''), /boom-secret/);
    const logged = records()[0]?.['err'] as {
      message: string;
      stack: string;
      statusCode: number;
      cause: { code: string; message: string };
    };
    assert.match(logged.stack, /log\.test/);
    assert.equal(logged.statusCode, 502);
    assert.equal(logged.cause.code, 'ECONNRESET');
    assert.match(logged.cause.message, /db\.example/);
  });

  it('survives an error that is its own cause', () => {
    const { log, lines } = logging();
    const error = new Error('round');
    error.cause = error;
    log.error({ err: error }, 'x');
    assert.equal(lines.length, 1);
  });
});

describe('redactUri', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['mongodb://bot:pa55@db.example:27017/x?a=b', 'mongodb://[secret]@db.example:27017/x?a=b'],
    ['mongodb+srv://bot:p@a/5"5@db.example/x', 'mongodb+srv://[secret]@db.example/x'],
    ['mongodb://db.example/x', 'mongodb://db.example/x'],
    ['cannot reach MONGODB://bot:pa55@one.example now', 'cannot reach MONGODB://[secret]@one.example now'],
    [
      'mongodb://h/x?authMechanismProperties=AWS_SESSION_TOKEN:pa55&w=1',
      'mongodb://h/x?authMechanismProperties=[secret]&w=1',
    ],
  ];
  for (const [uri, hidden] of cases) it(`shows ${uri} as ${hidden}`, () => assert.equal(redactUri(uri), hidden));
});
