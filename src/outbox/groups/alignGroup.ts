import type { EffectResult, Handler, HandlerDeps } from '../handler.js';
import { heldRetryMs, type HoldKeeper } from '../members/holds.js';
import type { Directory, DirectoryResult, DirectoryWish, GroupMade } from '../../commands/ports/directory.js';
import { given } from '../../domain/given.js';
import type { Group } from '../../domain/groups/group.js';
import {
  isWishSettled,
  nextAlignStep,
  recordAligned,
  recordAlike,
  recordAlignGivenUp,
  recordAlignHold,
  recordAlignRefusal,
  settleWish,
  type AlignStep,
} from '../../domain/groups/groupInDirectory.js';

/** Brings Microsoft Entra's group one step nearer to ours: made, renamed, its owners, deleted. */
export function createAlignGroup(
  { directory, limits }: Pick<HandlerDeps, 'directory' | 'limits'>,
  holds: HoldKeeper,
): Handler<'alignGroup'> {
  return {
    run: async ({ attempts }, { store, current }) => {
      const group = current();
      const step = nextAlignStep(group);
      if (directory.kind === 'ledger') return { end: 'done' };
      if (!step) return { end: 'done', change: recordAlike };
      const isToBeSettled = step.do === 'create' && !isWishSettled(group.directory ?? { name: '' });
      const result = await (isToBeSettled
        ? directory.canCreate(group.tenantId, toWish(group, step))
        : carryOut(directory, group, step));
      await holds.heard(store, 'groups', result);
      // What it is made with is kept first: should the answer be lost, and something be changed meanwhile, that is seen.
      return isToBeSettled && result.ok
        ? { end: 'done', change: settleWish }
        : toEnd(step, result, attempts + 1 >= limits.retry.maxAttempts);
    },
    giveUp: () => recordAlignGivenUp,
  };
}

type Result = DirectoryResult | GroupMade;

function toWish({ id, groupType }: Group, step: Extract<AlignStep, { do: 'create' }>): DirectoryWish {
  return { ...step, id, groupType };
}

function carryOut(directory: Directory, group: Group, step: AlignStep): Promise<Result> {
  const { tenantId, directoryId = '' } = group;
  const place = { directoryId, ...given({ madeAt: group.directory?.since }) };
  switch (step.do) {
    case 'create':
      return directory.createGroup(tenantId, toWish(group, step));
    case 'change':
      return directory.changeGroup(tenantId, place, { [step.field]: step.value });
    case 'addOwner':
      return directory.addOwner(tenantId, place, step.personId);
    case 'removeOwner':
      return directory.removeOwner(tenantId, place, step.personId);
    case 'delete':
      return directory.deleteGroup(tenantId, place);
  }
}

function toEnd(step: AlignStep, result: Result, isLastTry: boolean): EffectResult<Group> {
  if (result.ok)
    return {
      end: 'done',
      change:
        'directoryId' in result && step.do === 'create'
          ? recordAligned({ ...step, ownerIds: result.ownerIds }, result.directoryId)
          : recordAligned(step),
    };
  const detail = `${step.do}: ${result.failure}: ${result.detail}`;
  if (result.failure === 'refused') return { end: 'dead', detail, change: recordAlignRefusal(step, result.reason) };
  if (result.failure === 'held')
    return { end: 'later', detail, retryAfterMs: heldRetryMs, isWait: true, change: recordAlignHold(result.hold) };
  const { retryAfterMs, isWait } = result;
  // By now the next step may be another: it is this one that was tried for hours.
  if (isLastTry && !isWait) return { end: 'dead', detail, change: recordAlignRefusal(step, 'noAnswer') };
  return {
    end: 'later',
    detail,
    ...given({ retryAfterMs, isWait }),
  };
}
