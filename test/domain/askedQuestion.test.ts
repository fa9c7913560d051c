import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { askPeople, recordQuestionCard, settleQuestion } from '../../src/domain/askedQuestion.js';
import type { News } from '../../src/domain/news.js';
import { toEffects, type Occasion } from '../../src/domain/revise.js';
import type { Tenant } from '../../src/domain/organisation/tenant.js';
import { aTenant } from '../support/documents.js';

let made = 0;
const occasion: Occasion = { now: 1_000, processId: 'p-1', newId: () => `e-${(made += 1)}` };
const asked: News = {
  code: 'proposalMade',
  proposalId: 'q-1',
  setting: 'licence',
  before: 'none',
  after: 'P1',
  by: 'Ada Moreau',
};
const answer: News = { code: 'proposalSettled', setting: 'licence', after: 'P1', by: 'Omar Haddad', accepted: true };
const card = { personId: 'omar', conversationId: 'c-omar', activityId: 'm-1' };

function asking(): Tenant {
  const { question, tasks } = askPeople(
    { id: 'q-1', collection: 'tenants', recordId: 'tenant' },
    ['omar', 'olga'],
    asked,
    ['ada'],
  );
  return aTenant({ question, effects: toEffects(tasks, occasion) });
}

describe('a question to several people', () => {
  it('asks each of them and keeps where their cards are', () => {
    const tenant = recordQuestionCard<Tenant>('q-1', card).apply(asking(), occasion);
    assert.deepEqual(tenant.question?.cards, [card]);
    assert.equal(tenant.effects.filter(({ kind }) => kind === 'tell').length, 2);
  });

  it('once answered, edits the cards that are out and asks nobody any more (F19)', () => {
    const sent = recordQuestionCard<Tenant>('q-1', card).apply(asking(), occasion);
    const { document, tasks } = settleQuestion(sent, answer);
    assert.deepEqual(document.effects, []);
    assert.deepEqual(tasks, [{ kind: 'settleCard', card, notice: answer }]);
  });

  it('edits a card that was on its way while the answer came', () => {
    const { document } = settleQuestion(asking(), answer);
    const late = recordQuestionCard<Tenant>('q-1', card).apply(document, occasion);
    assert.deepEqual(
      late.effects.map((effect) => effect.kind === 'settleCard' && effect.notice),
      [answer],
    );
  });

  it('is answered once, and a card of a question before it is not kept with the new one', () => {
    const { document } = settleQuestion(asking(), answer);
    assert.deepEqual(settleQuestion(document, { ...answer, accepted: false }), { document, tasks: [] });
    assert.equal(recordQuestionCard<Tenant>('q-0', card).apply(document, occasion), document);
    const none = aTenant({});
    assert.deepEqual(settleQuestion(none, answer), { document: none, tasks: [] });
  });
});
