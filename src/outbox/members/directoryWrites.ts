import type { EffectResult, Handler, HandlerDeps } from '../handler.js';
import type { DirectoryResult } from '../../commands/ports.js';
import {
  endWithGroup,
  recordAddition,
  recordAdditionFailure,
  recordRemoval,
} from '../../domain/members/membershipTimers.js';
import type { Change } from '../../domain/timers.js';
import type { Membership } from '../../domain/members/membership.js';

/** Puts a member into the directory's group; who left meanwhile is not put in. */
export function createAddToDirectory({ directory }: Pick<HandlerDeps, 'directory'>): Handler<'addToDirectory'> {
  return {
    run: async (_effect, { store, current }) => {
      const { status, tenantId, groupId, personId } = current();
      if (status !== 'active') return { end: 'done' };
      // The right to be in rests on two records; the group may have gone while this one was written.
      const group = await store.read('groups').get(groupId);
      if (group?.deletedAt !== undefined) return { end: 'done', change: endWithGroup };
      return toEnd(await directory.addMember(tenantId, groupId, personId), recordAddition);
    },
    giveUp: (_effect, cause) => recordAdditionFailure(cause === 'exhausted'),
  };
}

/** Takes a former member out of the directory's group; who is back again stays in. */
export function createRemoveFromDirectory({
  directory,
}: Pick<HandlerDeps, 'directory'>): Handler<'removeFromDirectory'> {
  return {
    run: async (_effect, { current }) => {
      const { status, tenantId, groupId, personId } = current();
      if (status === 'active') return { end: 'done' };
      return toEnd(await directory.removeMember(tenantId, groupId, personId), recordRemoval('delivered'));
    },
    giveUp: () => recordRemoval('failed'),
  };
}

function toEnd(result: DirectoryResult, change: Change<Membership>): EffectResult<Membership> {
  if (result.ok) return { end: 'done', change };
  const { failure, detail, retryAfterMs } = result;
  if (failure === 'refused') return { end: 'dead', detail: `refused: ${detail}` };
  return { end: 'later', detail: `transient: ${detail}`, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
