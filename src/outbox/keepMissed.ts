import { changeRecord } from './changeRecord.js';
import type { Handler, HandlerDeps } from './handler.js';
import { keepMissed, noteUnreached } from '../domain/organisation/missedChanges.js';

/** Keeps with somebody what could not be delivered, and lets whoever did it hear of that. */
export function createKeepMissed(deps: HandlerDeps): Handler<'keepMissed'> {
  return {
    run: async ({ personId, missed, by }, { store }) => {
      await changeRecord(deps, store, { collection: 'people', id: personId }, (person, occasion) =>
        keepMissed(person, { tenantId: store.tenantId, id: personId }, missed, occasion),
      );
      if (by !== undefined && by !== personId)
        await changeRecord(deps, store, { collection: 'people', id: by }, (person, occasion) =>
          noteUnreached(person, personId, occasion),
        );
      return { end: 'done' };
    },
  };
}
