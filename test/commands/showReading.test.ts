import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { openDesk } from '../understanding/dialogues.js';

describe('showReading', () => {
  it('shows administrators the stages of a message, and does nothing of it', async () => {
    const desk = openDesk();
    for (const text of [
      'how do you read add Tom May to Finance until 31 December',
      'How do you understand: "add Tom May to Finance until 31 December"',
    ]) {
      const { kind, outcome } = await desk.says('ada', text);
      assert.equal(kind, 'showReading', text);
      assert.ok(outcome.kind === 'readingShown');
      const [segment, ...rest] = outcome.lines;
      assert.match(segment ?? '', /^segment own: “add Tom May to Finance until 31 December”/);
      assert.ok(
        rest.some((line) => /^slot people exact Tom May/.test(line)),
        outcome.lines.join('\n'),
      );
      assert.ok(rest.some((line) => /^frame addMembers/.test(line)));
      assert.match(outcome.lines.at(-1) ?? '', /^verdict .*requestFor/);
    }
    assert.equal(await desk.store.forTenant('contoso').read('memberships').get('Finance/tom'), undefined);
  });

  it('is for administrators alone, and leaves “explain join Marketing” as it is', async () => {
    const desk = openDesk();
    assert.equal((await desk.says('ann', 'how do you read join Marketing')).outcome.kind, 'refused');
    assert.equal((await desk.says('ann', 'explain join Marketing')).kind, 'explainJoin');
  });
});
