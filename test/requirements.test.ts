import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it, type Suite, type Test } from 'mocha';
import { projectPath } from './support/project.js';
import { statements } from './support/statements.js';

/** A test that runs, with the words of the suites around it. */
interface NamedTest {
  readonly title: string;
  readonly isJourney: boolean;
}

function* testsIn(suite: Suite): Generator<NamedTest> {
  for (const test of suite.tests)
    if (!test.isPending()) yield { title: test.fullTitle(), isJourney: /[\\/]journeys[\\/]/.test(test.file ?? '') };
  for (const inner of suite.suites) yield* testsIn(inner);
}

/** The ids that a title carries: "S4 S6", "S37–S40". */
export function idsIn(title: string): string[] {
  return [...title.matchAll(/\bS(\d{1,2})(?:[–-]S?(\d{1,2}))?\b/gu)].flatMap(([, from, to]) => {
    const first = Number(from);
    return Array.from({ length: Number(to ?? from) - first + 1 }, (_, index) => `S${first + index}`);
  });
}

function rootOf(test: Test): Suite {
  let suite = test.parent as Suite;
  while (suite.parent) suite = suite.parent;
  return suite;
}

describe('the contract', () => {
  it('is held statement by statement: by a rule’s own test and by a journey, each with its id', function () {
    const holders = new Map<string, NamedTest[]>();
    for (const test of testsIn(rootOf(this.test as Test)))
      for (const id of idsIn(test.title)) holders.set(id, [...(holders.get(id) ?? []), test]);
    const rows = Object.entries(statements).map(([id, statement]) => {
      const tests = holders.get(id) ?? [];
      const journeys = tests.filter(({ isJourney }) => isJourney).length;
      return {
        id,
        held: journeys > 0 && tests.length > journeys,
        line: `${id.padEnd(4)}${statement.padEnd(70)}${String(tests.length - journeys).padStart(3)} by rule,${String(journeys).padStart(3)} told · ${tests[0]?.title ?? 'no test'}`,
      };
    });
    process.stdout.write(`\n${rows.map(({ line }) => line.slice(0, 200)).join('\n')}\n\n`);
    assert.deepEqual(
      rows.filter(({ held }) => !held).map(({ line }) => line),
      [],
    );
  });

  it('has a line in test/README.md for every id that a test is named by', function () {
    const page = readFileSync(projectPath('test/README.md'), 'utf8');
    const lines = new Map([...page.matchAll(/^- \*\*([SFQ]\d+)\*\*: (.+)$/gmu)].map(([, id = '', line]) => [id, line]));
    const cited = [...testsIn(rootOf(this.test as Test))].flatMap(({ title }) => [
      ...idsIn(title),
      ...[...title.matchAll(/\b[FQ]\d{1,3}\b/gu)].map(([id]) => id),
    ]);
    assert.deepEqual([...new Set(cited)].filter((id) => !lines.has(id)).sort(), []);
    assert.deepEqual(
      Object.entries(statements).filter(([id, statement]) => lines.get(id) !== statement),
      [],
      'The page says of the contract what support/statements.ts says.',
    );
  });

  it('reads the ids of a title', () => {
    assert.deepEqual(idsIn('S4 S6 F15: Ann asks'), ['S4', 'S6']);
    assert.deepEqual(idsIn('keeps both apart (S37–S40)'), ['S37', 'S38', 'S39', 'S40']);
    assert.deepEqual(idsIn('opens Salesforce in 1S2'), []);
  });
});
