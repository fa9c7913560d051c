import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readEnvFile } from '../../../src/operations/startUp/envFile.js';

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const mark = Buffer.from([0xef, 0xbb, 0xbf]);

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes).swap16();
}

describe('a .env file', () => {
  const text = 'BOT_APP_ID=one\r\n# a comment\r\n\r\nexport PORT = 80 # of the proxy\r\nDATA_FILE="my data#1.db"\r\n';
  const meant = { BOT_APP_ID: 'one', PORT: '80', DATA_FILE: 'my data#1.db' };
  const saved: Record<string, Buffer> = {
    'UTF-8': utf8(text),
    'UTF-8 with a byte order mark': Buffer.concat([mark, utf8(text)]),
    'UTF-16, as PowerShell writes it': Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
    'UTF-16, the other way round': Buffer.concat([Buffer.from([0xfe, 0xff]), swapped(Buffer.from(text, 'utf16le'))]),
    'UTF-8 with old Macintosh line ends': utf8(text.replaceAll('\r\n', '\r')),
  };
  for (const [how, bytes] of Object.entries(saved))
    it(`is read as it was meant when it is saved as ${how}`, () => {
      assert.deepEqual(
        { ...readEnvFile(bytes), values: { ...readEnvFile(bytes).values } },
        { values: meant, problems: [] },
      );
    });

  for (const [how, bytes] of Object.entries({
    'UTF-16 without a mark': Buffer.from(text, 'utf16le'),
    'Windows-1252': Buffer.from('BOT_APP_PASSWORD=caf\xe9', 'latin1'),
  }))
    it(`is named when it is saved as ${how}`, () => {
      assert.deepEqual(readEnvFile(bytes).problems, [
        '.env is not saved as UTF-8: save it once more with the encoding UTF-8.',
      ]);
    });

  const unclear: Record<string, RegExp> = {
    BOT_APP_ID: /^Line 1 of \.env is no KEY=value/,
    'BOT_APP_ID: one': /^Line 1 of \.env is no KEY=value/,
    '\n\nBOT_APP_PASSWORD=boom#secret': /^Line 3 of \.env \(BOT_APP_PASSWORD\) has a # inside/,
    'BOT_APP_PASSWORD="boom-secret': /opens a quote \("\) and does not close it/,
    'BOT_APP_PASSWORD="boom"secret"': /goes on after the closing quote/,
    'BOT_APP_PASSWORD=“boom-secret”': /is in curly quotes/,
    'PORT=1\nPORT=2': /^Line 2 of \.env sets PORT once more/,
  };
  for (const [line, problem] of Object.entries(unclear))
    it(`is named where a reader would be misled: ${JSON.stringify(line)}`, () => {
      const { problems } = readEnvFile(utf8(line));
      assert.equal(problems.length, 1, problems.join('\n'));
      assert.match(problems[0] ?? '', problem);
      assert.doesNotMatch(problems[0] ?? '', /boom|secret/);
    });

  it('is fine with what is plain', () => {
    for (const line of ["A='x # y' # z", 'A=`a"b`', 'A=', 'A=x  ', 'A=a=b', 'PORT=1\nPORT=1', 'A=x # y'])
      assert.deepEqual(readEnvFile(utf8(line)).problems, [], line);
  });
});
