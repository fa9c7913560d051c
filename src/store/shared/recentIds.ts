import type { RecentIds, SharedValues } from '../../commands/ports.js';

/** Whoever has begun and is not done by then has ended with its process; in milliseconds. */
const handlingMs = 60_000;

/** For so long an id is known again, in milliseconds: the channel repeats within minutes, a client when it wakes. */
const keptMs = 60 * 60_000;

/** Ids of activities, each of which counts once; what is done is kept among `done`. */
export function createRecentIds(begun: SharedValues, done: SharedValues): RecentIds {
  return {
    async add(id) {
      let isFirst = false;
      await begun.update(`begun/${id}`, handlingMs, (seen) => {
        isFirst = seen === undefined;
        return isFirst ? true : undefined;
      });
      return isFirst && (await done.get(`done/${id}`)) === undefined;
    },
    keep: (id) => done.update(`done/${id}`, keptMs, () => true),
    async forget(id) {
      await Promise.all([begun.remove(`begun/${id}`), done.remove(`done/${id}`)]);
    },
  };
}
