// Holds what is understood of phrases that people wrote who had seen neither code nor lists. `heldback` is looked at
// only for its figure: it shows what the rules are worth for sentences in no list.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { phrasesOf } from './organisation.js';
import { score, type Scored } from './score.js';

const corpora = [
  {
    title: 'phrases that were looked at',
    files: ['hand1.jsonl', 'hand2a.jsonl', 'hand3.jsonl'],
    atLeast: 0.9,
    wrong: 0,
  },
  { title: 'phrases that were held back', files: ['heldback.jsonl'], atLeast: 0.69, wrong: 0 },
];

describe('what is understood', () => {
  for (const { title, files, atLeast, wrong } of corpora)
    it(`${title}: at least ${Math.round(atLeast * 100)} %, at most ${wrong} wrong changes`, async function () {
      this.timeout(60_000);
      const scored: Scored[] = [];
      for (const phrase of files.flatMap((file) => phrasesOf(file))) scored.push(await score(phrase));
      const right = scored.filter(({ mark }) => mark === 'right').length;
      const changed = scored.filter(({ mark }) => mark === 'wrong change');
      report(title, scored, right);
      assert.ok(changed.length <= wrong, changed.map(line).join('\n'));
      assert.ok(right / scored.length >= atLeast, `${right} of ${scored.length} are right`);
    });
});

/** Prints the score, and each miss when `SHOW_MISSES` is set. */
function report(title: string, scored: readonly Scored[], right: number): void {
  const misses = scored.filter(({ mark }) => mark !== 'right');
  process.stdout.write(
    `\n  ${title}: ${right} of ${scored.length} (${((100 * right) / scored.length).toFixed(1)} %)\n`,
  );
  if (process.env.SHOW_MISSES !== undefined) process.stdout.write(`${misses.map(line).join('\n')}\n`);
}

function line({ phrase, mark, why }: Scored): string {
  return `  ${mark}: ${JSON.stringify(phrase.text)} (${phrase.by}): ${why}`;
}
