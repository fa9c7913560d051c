import type { Handler, HandlerDeps } from '../handler.js';
import { given } from '../../domain/given.js';
import { tellAsker } from '../../domain/requests/askForReport.js';

/** Plans what the manager reads who asked for somebody: approved, denied, taken back, or not decided in time (F99). */
export function createTellAsker(deps: HandlerDeps): Handler<'tellAsker'> {
  return {
    run: async (_effect, { store, current }) => {
      const { requester, group, decision } = await deps.views.viewRequest(store, current());
      const groupName = current().groupName ?? group.name;
      const names = { person: requester.name, group: groupName, ...given({ by: decision?.by.name }) };
      return { end: 'done', change: tellAsker(names) };
    },
    giveUp: () => undefined,
  };
}
