import type { Voice } from '../../messages/voice.js';
import { button, type ButtonData, type Colour } from '../parts/parts.js';
import { unlockNames } from '../parts/people.js';
import type { Duration, Instant } from '../../domain/terms.js';
import type { RequestView } from '../../domain/views.js';

/** Where a request stands, for its card: the decision, and after an approval how far the directory is. */
export type Stage =
  'pending' | 'delivering' | 'delivered' | 'over' | 'failed' | 'denied' | 'withdrawn' | 'expired' | 'superseded';

/** The stage of a request. */
export function stageOf({
  status,
  provisioning,
  overSince,
}: Pick<RequestView, 'status' | 'provisioning' | 'overSince'>): Stage {
  if (status === 'approved' && overSince !== undefined) return 'over';
  return status === 'approved' ? (provisioning ?? 'delivering') : status;
}

const colours: Record<Stage, Colour> = {
  pending: 'accent',
  delivering: 'good',
  delivered: 'good',
  over: 'default',
  failed: 'attention',
  denied: 'attention',
  withdrawn: 'default',
  expired: 'warning',
  superseded: 'default',
};

/** The word and the colour for where a request stands. */
export function statusOf(request: RequestView, { say }: Voice): { readonly status: string; readonly colour: Colour } {
  const stage = stageOf(request);
  return { status: say(`requests.status.${stage}`), colour: colours[stage] };
}

/** "30 days", "Until 31 December", "No end date". */
export function durationOf({ duration }: { readonly duration?: Duration }, voice: Voice): string {
  if (duration?.kind === 'days') return voice.f.days(duration.days);
  return duration?.kind === 'minutes' ? voice.f.minutes(duration.minutes) : endOf(duration?.until, voice);
}

/** "Until 31 December", "No end date". */
export function endOf(until: Instant | undefined, { say }: Voice): string {
  return until === undefined ? say('shared.noEnd') : say('shared.until', { until });
}

/** The names of what a request's group opens. */
export function opensOf({ group }: RequestView, voice: Voice): string | undefined {
  return group.unlocks.length === 0 ? undefined : voice.f.and(unlockNames(group.unlocks, voice));
}

/** Names in a list, with a note behind those whom the question has not reached (F80). */
export function approverNames(approvers: RequestView['approvers'], { part, f }: Voice): string | undefined {
  if (approvers.length === 0) return undefined;
  return f.and(
    approvers.map(({ name, delivery }) =>
      delivery === 'unreachable' || delivery === 'failed' ? part('requests.notReached', { name }) : name,
    ),
  );
}

/** Those who could be asked, without those whom the question could not reach. */
export function reachedOf(request: RequestView): RequestView['approvers'] {
  return request.approvers.filter(({ delivery }) => delivery === 'waiting' || delivery === 'sent');
}

/** Whether its requester may remind those who were asked, now (F77). */
export function isRemindable({ remindableFrom }: RequestView, { f }: Voice): boolean {
  return remindableFrom !== undefined && remindableFrom <= f.now;
}

/** The button that reminds them, once that is allowed. */
export function remindButton(request: RequestView, voice: Voice): ButtonData[] {
  return isRemindable(request, voice)
    ? [button(voice.say('buttons.remind'), 'remindApprovers', { requestId: request.id })]
    : [];
}

/** Whether the time for which somebody wanted in ended while they waited. */
export function isWishOver({ duration, status, closedAt = 0 }: RequestView): boolean {
  return status === 'expired' && duration?.kind === 'until' && duration.until <= closedAt;
}

/** Who wants in where, as the messages take it. */
export function whoAndWhere({ requester, group }: Pick<RequestView, 'requester' | 'group'>): {
  readonly requester: string;
  readonly group: string;
} {
  return { requester: requester.name, group: group.name };
}
