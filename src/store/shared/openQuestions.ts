import type { OpenQuestion, OpenQuestions, SharedValues } from '../../commands/ports.js';

/** For so long an answer still belongs to its question, in milliseconds. */
const keptMs = 10 * 60_000;

/** The last open question of each person and conversation: one at a time. */
export function createOpenQuestions(values: SharedValues): OpenQuestions {
  const keyOf = (personId: string, conversationId: string): string => `question/${personId}/${conversationId}`;
  return {
    get: async (personId, conversationId) =>
      (await values.get(keyOf(personId, conversationId))) as OpenQuestion | undefined,
    put: (personId, conversationId, question) => values.update(keyOf(personId, conversationId), keptMs, () => question),
    async remove(personId, conversationId, id) {
      let isMine = false;
      const key = keyOf(personId, conversationId);
      // A question that came later stays, and of two answers at the same moment one takes it.
      await values.update(key, keptMs, (question) => {
        isMine = (question as OpenQuestion | undefined)?.id === id;
        return isMine ? { id: '' } : undefined;
      });
      if (isMine) await values.remove(key);
      return isMine;
    },
  };
}
