import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, it } from 'mocha';
import { rulesText } from '../../src/cards/history/rulesText.js';
import { comesTo } from '../../src/bot/comesTo.js';
import { showOutcome } from '../../src/cards/showOutcome.js';
import type { RulesInForce } from '../../src/domain/history/rulesInForce.js';
import type { Outcome } from '../../src/domain/outcome.js';
import { clickProblems } from '../../src/intents/clickProblem.js';
import { catalogues, english, type MessageKey } from '../../src/messages/catalogues.js';
import { en } from '../../src/messages/en/en.js';
import { formatsFor } from '../../src/messages/format.js';
import { speakerOf } from '../../src/messages/speaker.js';
import { voiceFor } from '../../src/messages/voice.js';
import { now, ordinaryWords, sampleOutcomes } from '../cards/samples.js';
import { variantOutcomes } from '../cards/variants.js';
import { projectPath } from '../support/project.js';

const texts: readonly (readonly [MessageKey, string])[] = Object.entries(en) as [MessageKey, string][];

/** The elements of a parsed message that matter here; `type`: 0 text, 1 argument, 2 number, 3 date, 5 select, 6 plural. */
interface Element {
  readonly type: number;
  readonly value?: string;
  readonly style?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
}

function elementsOf(text: string): readonly Element[] {
  const top = new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst() as readonly Element[];
  const all: Element[] = [];
  const visit = (elements: readonly Element[]): void => {
    for (const element of elements) {
      all.push(element);
      for (const { value } of Object.values(element.options ?? {})) visit(value);
    }
  };
  visit(top);
  return all;
}

/** Values of which every placeholder gets one, and for each select and plural each of its branches in turn. */
function valuesFor(text: string): readonly Readonly<Record<string, string | number>>[] {
  const elements = elementsOf(text).filter(({ type }) => type !== 0 && type !== 7);
  const base = Object.fromEntries(
    elements.map(({ type, value = '' }) => [value, type === 1 ? `<${value}>` : type === 3 ? now - 86_400_000 : 7]),
  );
  return [
    base,
    ...elements.flatMap(({ type, value = '', options = {} }) =>
      type === 6
        ? [0, 1, 2, 5, 1234].map((count) => ({ ...base, [value]: count }))
        : type === 5
          ? [...Object.keys(options), 'whatever else'].map((choice) => ({ ...base, [value]: choice }))
          : [],
    ),
  ];
}

const sampleRules: RulesInForce = {
  joinRule: 'open',
  justification: 'off',
  longestMembership: 'none',
  ownersManageRequests: 'yes',
  restrictGroupAccess: 'no',
  licence: 'P1',
};

describe('the catalogue', () => {
  it('has each key in the file that it is named after', () => {
    const folder = projectPath('src/messages/en');
    const strangers = readdirSync(folder).flatMap((file) =>
      [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/^ {2}'([^'.]+)\.[^']*':/gmu)]
        .filter(([, subject]) => `${subject}.ts` !== file)
        .map(([line]) => `${file}: ${line}`),
    );
    assert.deepEqual(strangers, []);
  });

  it('is data alone: no file of a language has code', () => {
    for (const file of readdirSync(projectPath('src/messages/en'))) {
      const code = readFileSync(projectPath(`src/messages/en/${file}`), 'utf8')
        .replace(/\/\*\*?[\s\S]*?\*\/|\/\/.*$/gmu, '')
        .replace(/'(?:[^'\\]|\\.)*'/gu, "''");
      assert.doesNotMatch(code, /=>|function|\?|`|\(/u, file);
    }
  });

  for (const [key, text] of texts) {
    it(`${key} is a message that says all of its values, in each of its forms`, () => {
      const f = formatsFor(
        { now, locale: 'en-GB', timeZone: 'UTC' },
        {
          locale: 'en-GB',
          atTime: (day, time) => `${day} at ${time}`,
          inZone: (moment, place) => `${moment} (${Object.values(place).join()})`,
          more: (count) => `${count} more`,
        },
      );
      const tongue = { catalogue: english, f };
      for (const values of valuesFor(text)) {
        const said = speakerOf(tongue, tongue)(key, values, false);
        assert.ok(said.trim() === said && said !== '', said);
        assert.doesNotMatch(said, /[{}]|undefined|NaN|\[object| {2}/u);
      }
    });
  }

  it('is written in the one way that the compiler reads, too: “{name, plural, …”, with a comma and a blank', () => {
    for (const [key, text] of texts) {
      for (const [argument] of text.matchAll(/\{\s*\w+\s*,\s*(?:plural|select|number|date)\b[^{}]{0,2}/gu))
        assert.match(argument, /^\{\w+, (?:plural|select|number|date)(?:, |\}|,$)?/u, key);
      for (const { type, style } of elementsOf(text))
        if (type === 2 || type === 3)
          assert.ok(
            [undefined, null, 'days', 'day', 'moment', 'end'].includes(style as string),
            `${key}: ${String(style)}`,
          );
    }
  });

  it('fault 2.7: says every end in the one way that is the same moment for all who read it', () => {
    const ends = texts.filter(([, text]) => text.includes('{until, date,'));
    assert.ok(ends.length > 10, String(ends.length));
    // For how long somebody has to wait is read by them alone.
    const others = ends.filter(([key, text]) => !key.includes('too_many') && /\{until, date, (?!end\})/u.test(text));
    assert.deepEqual(others, []);
  });

  it('has curly quotation marks and apostrophes, and no markup', () => {
    for (const [key, text] of texts) assert.doesNotMatch(text, /['"<>`*_]|\.\.\.| {2}/u, key);
  });

  it('is partial where it likes in other languages, but knows no message that English does not have', () => {
    for (const { texts: own } of Object.values(catalogues))
      assert.deepEqual(
        Object.keys(own).filter((key) => !Object.hasOwn(en, key)),
        [],
      );
  });

  it('has no message that nothing says', () => {
    const said = new Set<string>();
    const listening = {
      locale: 'en-GB',
      texts: new Proxy(en, {
        get: (target, key) => {
          said.add(String(key));
          return target[key as MessageKey];
        },
      }),
    };
    const outcomes: readonly Outcome[] = [...Object.values(sampleOutcomes()).flat(), ...variantOutcomes(ordinaryWords)];
    for (const [index, outcome] of outcomes.entries()) {
      const place = index % 2 === 0 ? {} : { timeZone: 'Europe/Berlin' };
      showOutcome(outcome, { now, locale: 'en-GB', ...place }, { en: listening });
      said.add(`channel.unreached.${comesTo(outcome)}`);
    }
    rulesText(sampleRules, voiceFor({ now, locale: 'en-GB' }, { en: listening }));
    const bot = ['groupBot', 'groupAdapter']
      .map((file) => readFileSync(projectPath(`src/bot/${file}.ts`), 'utf8'))
      .join();
    const unsaid = texts
      .map(([key]) => key)
      .filter(
        (key) =>
          !said.has(key) &&
          !bot.includes(`'${key.replace('channel.', '')}'`) &&
          !bot.includes(`'${key}'`) &&
          !clickProblems.some((code) => key === `channel.click.${code}`),
      );
    assert.deepEqual(unsaid, []);
  });
});
