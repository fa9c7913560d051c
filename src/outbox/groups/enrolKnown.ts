import { tenantRecordId } from '../../domain/keys.js';
import { changeRecord } from '../changeRecord.js';
import type { Handler, HandlerDeps } from '../handler.js';
import { enrolKnown, ruleForKnown } from '../../domain/groups/enrolKnown.js';
import { tellOne } from '../../domain/organisation/directoryFacts.js';

/** So many groups are looked through at a time, and so many of them enrolled at the same moment. */
const pageSize = 200;
const atOnce = 20;

/** Enrols the groups of a kind that were read in, and tells whoever asked for it; those that are enrolled are no longer found. */
export function createEnrolKnown(deps: HandlerDeps): Handler<'enrolKnown'> {
  return {
    run: async ({ of, by, byName }, { store, current }) => {
      const actor = { id: by, name: byName };
      let count = 0;
      for (let from = ''; ;) {
        const groups = await store.read('groups').find({
          where: { knownAs: of },
          sort: { field: 'nameKey', direction: 'asc' },
          limit: pageSize,
        });
        const open = groups.filter(({ deletedAt }) => deletedAt === undefined);
        for (let at = 0; at < open.length; at += atOnce)
          await Promise.all(
            open.slice(at, at + atOnce).map(({ id }) =>
              changeRecord(deps, store, { collection: 'groups', id }, (group, occasion) => {
                const enrolled = group && enrolKnown(group, ruleForKnown(group, current()), actor, occasion);
                if (enrolled) count += 1;
                return enrolled;
              }),
            ),
          );
        // What could not be enrolled stays, and must not be looked at for ever.
        const key = groups.map(({ key: one }) => one).join();
        if (open.length === 0 || key === from) break;
        from = key;
      }
      await changeRecord(
        deps,
        store,
        { collection: 'tenants', id: tenantRecordId },
        (tenant, occasion) => tenant && tellOne(tenant, by, { code: 'knownEnrolled', of, count }, occasion),
      );
      return { end: 'done' };
    },
  };
}
