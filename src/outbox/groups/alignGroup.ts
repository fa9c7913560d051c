import type { EffectResult, Handler, HandlerDeps } from '../handler.js';
import { heldRetryMs, type HoldKeeper } from '../members/holds.js';
import type { Directory, DirectoryResult } from '../../commands/ports/directory.js';
import { given } from '../../domain/given.js';
import type { Group } from '../../domain/groups/group.js';
import {
  nextAlignStep,
  recordAligned,
  recordAlike,
  recordAlignGivenUp,
  recordAlignHold,
  recordAlignRefusal,
  type AlignStep,
} from '../../domain/groups/groupInDirectory.js';

/** Brings Microsoft Entra's group one step nearer to ours: made, renamed, its owners, deleted. */
export function createAlignGroup(
  { directory }: Pick<HandlerDeps, 'directory'>,
  holds: HoldKeeper,
): Handler<'alignGroup'> {
  return {
    run: async (_effect, { store, current }) => {
      const group = current();
      const step = nextAlignStep(group);
      if (directory.kind === 'ledger') return { end: 'done' };
      if (!step) return { end: 'done', change: recordAlike };
      const result = await carryOut(directory, group, step);
      await holds.heard(store, 'groups', result);
      return toEnd(step, result);
    },
    giveUp: () => recordAlignGivenUp,
  };
}

type Result = DirectoryResult & { readonly directoryId?: string };

function carryOut(directory: Directory, group: Group, step: AlignStep): Promise<Result> {
  const { tenantId, id, groupType, directoryId = '' } = group;
  const place = { directoryId, ...given({ madeAt: group.directory?.since }) };
  switch (step.do) {
    case 'create':
      return directory.createGroup(tenantId, { ...step, id, groupType });
    case 'change':
      return directory.changeGroup(tenantId, place, step);
    case 'addOwner':
      return directory.addOwner(tenantId, place, step.personId);
    case 'removeOwner':
      return directory.removeOwner(tenantId, place, step.personId);
    case 'delete':
      return directory.deleteGroup(tenantId, place);
  }
}

function toEnd(step: AlignStep, result: Result): EffectResult<Group> {
  if (result.ok) return { end: 'done', change: recordAligned(step, result.directoryId) };
  const detail = `${step.do}: ${result.failure}: ${result.detail}`;
  if (result.failure === 'refused') return { end: 'dead', detail, change: recordAlignRefusal(step, result.reason) };
  if (result.failure === 'held')
    return { end: 'later', detail, retryAfterMs: heldRetryMs, isWait: true, change: recordAlignHold(result.hold) };
  const { retryAfterMs, isWait } = result;
  return {
    end: 'later',
    detail,
    ...given({ retryAfterMs, isWait }),
  };
}
