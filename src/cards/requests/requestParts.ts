import type { Voice } from '../../messages/voice.js';
import { isolate } from '../../messages/escape.js';
import type { Colour } from '../parts/parts.js';
import type { RequestView } from '../../domain/views.js';

/** Where a request stands, for its card: the decision, and after an approval how far the directory is. */
export type Stage =
  'pending' | 'delivering' | 'delivered' | 'failed' | 'denied' | 'withdrawn' | 'expired' | 'superseded';

/** The stage of a request. */
export function stageOf({ status, provisioning }: Pick<RequestView, 'status' | 'provisioning'>): Stage {
  return status === 'approved' ? (provisioning ?? 'delivering') : status;
}

const colours: Record<Stage, Colour> = {
  pending: 'accent',
  delivering: 'good',
  delivered: 'good',
  failed: 'attention',
  denied: 'attention',
  withdrawn: 'default',
  expired: 'warning',
  superseded: 'default',
};

/** The word and the colour for where a request stands. */
export function statusOf(request: RequestView, { say }: Voice): { readonly status: string; readonly colour: Colour } {
  const stage = stageOf(request);
  return { status: say.requests.status[stage], colour: colours[stage] };
}

/** "30 days", "Until 31 December", "No end date". */
export function durationOf(request: RequestView, { say, f }: Voice): string {
  return say.duration(request.duration, f);
}

/** The names of what a request's group opens. */
export function opensOf(request: RequestView, { say, f }: Voice): string | undefined {
  const names = request.group.unlocks.map(say.unlockName);
  return names.length === 0 ? undefined : f.and(names);
}

/** Names in a list, with a note behind those whom the question has not reached (F80). */
export function approverNames(approvers: RequestView['approvers'], { say, f }: Voice): string | undefined {
  if (approvers.length === 0) return undefined;
  return f.and(
    approvers.map(({ name, delivery }) => {
      const note = say.requests.deliveryNote[delivery];
      return note ? `${isolate(name)} (${note})` : isolate(name);
    }),
  );
}

/** Those who could be asked, without those whom the question could not reach. */
export function reachedOf(request: RequestView): RequestView['approvers'] {
  return request.approvers.filter(({ delivery }) => delivery === 'waiting' || delivery === 'sent');
}
