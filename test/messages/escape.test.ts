import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { clip, inputText, isolate, plain, verbatim } from '../../src/messages/escape.js';

const spiky = fc
  .array(
    fc.constantFrom(
      ...'*_~`[](){}<>#+-=|\\!&;:$.0123456789)abcäß \n\r\t\u200B\u200D\u202E\u2066\u2068\u2069\u200A\u0007\uFEFF'.split(
        '',
      ),
      '{{DATE(',
      '](http://evil.example)',
      '<at>',
      '&#91;',
      '**',
      '👩‍💻',
      'דנה',
      '${x}',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
const anything = fc.oneof(spiky, fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
const invisible =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2067\u206A-\u206F\uFEFF]/u;

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if (letter === '\u2068') depth++;
    if (letter === '\u2069' && --depth < 0) return false;
  }
  return depth === 0;
}

describe('plain', () => {
  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anything, (text) => assert.equal(plain(plain(text)), plain(text))),
      { numRuns: 1000 },
    );
  });

  it('leaves no Markdown, no expansion and nothing invisible, whatever comes in', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const safe = plain(text);
        assert.ok(!/\]\(|\]\[|\]:/u.test(safe), 'a link');
        assert.ok(!/[*`]|~~/u.test(safe), 'emphasis or code');
        assert.ok(!/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u.test(safe), 'emphasis');
        assert.ok(!/^\s*(?:[-+](?:\s|$)|\d+[.)](?:\s|$)|#{1,6}(?:\s|$)|>)/u.test(safe), 'a list, heading or quotation');
        assert.ok(!/<[A-Za-z/!?]/u.test(safe), 'markup, a mention or an address in angle brackets');
        assert.ok(!/&#?[A-Za-z0-9]+;/u.test(safe), 'an entity');
        assert.ok(!safe.includes('{{') && !safe.includes('${'), 'an expansion');
        assert.ok(!invisible.test(safe) && !/[\r\n\t]/u.test(safe), 'something invisible, or a line break');
        assert.ok(isBalanced(safe), 'an isolate that reaches beyond the text');
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves ordinary text as it is', () => {
    const ordinary = fc
      .string({
        unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCÄÖÜéñßçøł 0123456789,;!?’“”()/%€'.split('')),
        minLength: 1,
      })
      .filter((text) => text === text.trim() && !/^\d+\)/u.test(text));
    fc.assert(fc.property(ordinary, (text) => assert.equal(plain(text), text)));
    for (const text of [
      'Data & Insights',
      'R&D',
      'snake_case_name',
      'C++',
      '~10 people',
      'a < b',
      'Ann Lee (Sales)',
      '2026-12-31',
      'Sales-EMEA',
      '#general',
      'C:\\Temp',
      '日本語グループ',
      '👩‍💻 Café ☕️',
      '[DE] Finance',
      'x: y',
      'میخواهم',
      'क्ष',
    ]) {
      assert.equal(plain(text).replace(/[\u2068\u2069]/gu, ''), text);
    }
  });

  it('shows look-alikes in place of what would format', () => {
    assert.equal(plain('**Admin**'), '∗∗Admin∗∗');
    assert.equal(plain('[click](http://evil.example)'), '[click]\u200A(http://evil.example)');
    assert.equal(plain('1. Marketing'), '1․ Marketing');
    assert.equal(plain('- Marketing'), '‐ Marketing');
    assert.equal(plain('<at>Ada</at>'), '‹at>Ada‹/at>');
    assert.equal(plain('a\nb'), 'a b');
  });
});

describe('verbatim', () => {
  it('keeps every visible character of a reason on one line', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const safe = verbatim(text);
        assert.equal(verbatim(safe), safe);
        assert.ok(!safe.includes('{{') && !safe.includes('${') && !invisible.test(safe) && !/[\r\n]/u.test(safe));
      }),
    );
    assert.equal(verbatim('*Please*, [now](x) – 1. because_I_ask'), '*Please*, [now](x) – 1. because_I_ask');
    assert.equal(verbatim('{{DATE(2026-01-01)}}'), '{\u200A{DATE(2026-01-01)}}');
  });

  it('drops what turns or hides text, and keeps the joiners that belong', () => {
    assert.equal(verbatim('abc\u202Efed\u202C'), 'abcfed');
    assert.equal(verbatim('pay\u200Bpal'), 'paypal');
    assert.equal(verbatim('👩\u200D💻'), '👩\u200D💻');
    assert.equal(verbatim('pay\u200Dpal'), 'paypal');
    assert.equal(verbatim('a\u2069b\u2068c'), 'abc');
  });
});

describe('inputText', () => {
  it('keeps the lines of a reason that goes back into its input', () => {
    assert.equal(inputText('one\r\ntwo'), 'one\ntwo');
    assert.equal(inputText('${x} {{y}}'), '$\u200A{x} {\u200A{y}}');
  });
});

describe('isolate', () => {
  it('fences names in right-to-left scripts, so that they do not turn the sentence', () => {
    assert.equal(isolate('Ann Lee'), 'Ann Lee');
    assert.equal(isolate('דנה'), '\u2068דנה\u2069');
    assert.equal(isolate('\u2069דנה\u2068'), '\u2068דנה\u2069');
    assert.equal(plain(`Ask ${isolate('דנה')} now`), 'Ask \u2068דנה\u2069 now');
  });
});

describe('clip', () => {
  it('shortens without cutting a character in two', () => {
    assert.equal(clip('short', 5), 'short');
    assert.equal(clip('abcdef', 4), 'abc…');
    assert.equal(clip('😀😀😀', 2), '😀…');
  });
});
