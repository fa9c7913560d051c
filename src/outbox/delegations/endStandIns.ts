import { changeRecord } from '../changeRecord.js';
import type { Handler, HandlerDeps } from '../handler.js';
import { findLedGroups } from '../../commands/reads/ledGroups.js';
import { endStandIns } from '../../domain/delegations/delegation.js';
import { applyChange } from '../../domain/timers.js';

/** Ends the stand-ins of somebody whose role in a group has ended. */
export function createEndStandIns(deps: HandlerDeps): Handler<'endStandIns'> {
  return {
    run: async ({ personId, endedAt }, { store, current }) => {
      const led = await findLedGroups({ store, actor: { id: personId } });
      const change = endStandIns({ groupId: current().id, endedAt }, led.length > 0);
      await changeRecord(
        deps,
        store,
        { collection: 'people', id: personId },
        (person, occasion) => person && applyChange(person, change, occasion),
      );
      return { end: 'done' };
    },
  };
}
