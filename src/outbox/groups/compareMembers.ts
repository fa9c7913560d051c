import type { Handler, HandlerDeps } from '../handler.js';

/** Compares who is in a group on both sides; what has no directory beside it has nothing to compare. */
export function createCompareMembers({ compareGroup }: Pick<HandlerDeps, 'compareGroup'>): Handler<'compareMembers'> {
  return {
    run: async ({ isReleased = false }, { current }) => {
      if (!compareGroup) return { end: 'done' };
      const { id } = current();
      const result = await compareGroup(id, isReleased);
      if (!('failure' in result)) {
        if (result.end === 'done') return { end: 'done' };
        return {
          end: 'later',
          detail: 'what was written does not show yet',
          isWait: true,
          retryAfterMs: result.afterMs,
        };
      }
      const wait = result.failure === 'later' ? result.retryAfterMs : undefined;
      const detail = `${result.failure}: ${result.detail}`;
      return { end: 'later', detail, isWait: true, ...(wait === undefined ? {} : { retryAfterMs: wait }) };
    },
  };
}
