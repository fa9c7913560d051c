import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { projectPath } from './support/project.js';

/** From one number to another, with what stands before each. */
function numbered(word: string, ...spans: readonly (readonly [from: number, to: number])[]): string[] {
  return spans.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => `${word} ${from + index}`));
}

// What was tried against the product from outside, reported of others of its kind, or found by use: each line of those
// lists has a test that names it. What is about understanding has lists and tests of its own.
const cases = [
  ...numbered('authority', [1, 25]),
  ...numbered('row', [1, 5], [13, 21], [27, 30], [35, 35]),
  ...numbered('door', [1, 11]),
  ...['2.1', '2.2', '2.3', '2.4', '2.5', '2.6', '2.7', '2.8', '2.9', '4.1', '4.2', '4.3', '5.1', '5.2', '6'].map(
    (id) => `fault ${id}`,
  ),
];

describe('the cases', () => {
  it('are each named by a test', () => {
    const files = readdirSync(projectPath('test'), { recursive: true, encoding: 'utf8' });
    const text = files
      .filter((file) => file.endsWith('.ts') && file !== 'cases.test.ts')
      .map((file) => readFileSync(projectPath('test', file), 'utf8'))
      .join('\n');
    const unnamed = cases.filter(
      (id) => !new RegExp(`['"\`(,: ]${id.replace('.', '\\.')}(?![\\d.]\\d|\\d)`, 'u').test(text),
    );
    assert.deepEqual(unnamed, []);
  });
});
