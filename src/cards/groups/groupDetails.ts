import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { isolate, verbatim, type RunText } from '../../messages/escape.js';
import { bind } from '../parts/bind.js';
import {
  button,
  fact,
  frame,
  openLinks,
  paragraphs,
  primary,
  type ButtonData,
  type Colour,
  type FactData,
  type FrameData,
  type LinkData,
  type ParagraphData,
} from '../parts/parts.js';
import type { Shown } from '../parts/shown.js';
import { refusalText, standingColours, standingSentence } from '../parts/standing.js';

/** The data of `cards/groupDetails.json`: what a group is, and how the person stands to it. */
export interface GroupDetailsData extends FrameData {
  readonly description: RunText;
  readonly facts: readonly FactData[];
  readonly standing: RunText;
  readonly standingColour: Colour;
  readonly standingNotes: readonly ParagraphData[];
  readonly links: readonly LinkData[];
  readonly buttons: readonly ButtonData[];
}

type GroupShown = OutcomeOf<'groupShown'>;

/** The card of one group. */
export function showGroupDetails(outcome: GroupShown, voice: Voice): Shown {
  const { group, standing } = outcome;
  const { say } = voice;
  const summary = say.groupDetails.summary(group.name);
  const refusal = standing.kind === 'cannotJoin' ? refusalText(standing.refusal, voice) : undefined;
  const data: GroupDetailsData = {
    ...frame({ summary, heading: group.name, ...kindOf(outcome, voice), typed: typedFor(outcome) }, voice),
    description: verbatim(group.description || say.groupDetails.noDescription),
    facts: groupFacts(outcome, voice),
    standing: verbatim(standingSentence(standing, voice)),
    standingColour: standingColours[standing.kind],
    standingNotes: paragraphs(refusal?.why, refusal?.next),
    links: standing.kind === 'member' || standing.kind === 'owner' ? openLinks(group.unlocks, voice) : [],
    buttons: buttonsFor(outcome, voice),
  };
  return { card: bind('groupDetails', data), summary };
}

/** How people get in and what kind of group it is; a kind that self-service cannot manage matters more than its rule. */
function kindOf(
  { group, standing }: GroupShown,
  { say }: Voice,
): { readonly status: string; readonly colour: Colour; readonly kicker: string } {
  if (standing.kind === 'cannotJoin' && standing.refusal.code === 'unsupported_kind')
    return { status: say.badges.cannotJoin, colour: 'warning', kicker: say.unsupportedKinds[standing.refusal.kind] };
  return { status: say.joinRules[group.joinRule], colour: 'accent', kicker: say.groupTypes[group.groupType] };
}

function groupFacts(
  { group, standing, owners, maxDurationDays, justificationRule }: GroupShown,
  { say, f }: Voice,
): FactData[] {
  const { labels } = say;
  const canBeAsked =
    group.joinRule !== 'ownersOnly' &&
    !(standing.kind === 'cannotJoin' && standing.refusal.code === 'unsupported_kind');
  return [
    ...fact(
      labels.owners,
      owners.length === 0 ? say.groupDetails.noOwner : f.and(owners.map(({ name }) => isolate(name))),
    ),
    ...fact(
      labels.opens,
      group.unlocks.length === 0 ? say.groupDetails.noUnlocks : f.and(group.unlocks.map(say.unlockName)),
    ),
    ...(canBeAsked ? fact(labels.reason, say.reasonNeeded[justificationRule]) : []),
    ...fact(labels.atMost, canBeAsked && maxDurationDays !== undefined ? f.days(maxDurationDays) : undefined),
  ];
}

function buttonsFor({ group, standing }: GroupShown, { say: { buttons } }: Voice): ButtonData[] {
  const target = { groupId: group.id };
  const browse = button(buttons.browse, 'browseGroups', { page: 1 });
  switch (standing.kind) {
    case 'canJoin':
      return [primary(buttons.join, 'joinGroup', target), browse];
    case 'canAsk':
      return [primary(buttons.ask, 'joinGroup', target), browse];
    case 'waiting':
      return [primary(buttons.seeRequest, 'showRequest', { requestId: standing.requestId }), browse];
    case 'member':
      return [button(buttons.leave, 'leaveGroup', target), browse];
    case 'owner':
      return [button(buttons.inbox, 'showInbox', { page: 1 }), button(buttons.leave, 'leaveGroup', target)];
    case 'cannotJoin':
      return [browse];
  }
}

function typedFor({ group, standing }: GroupShown): string[] {
  switch (standing.kind) {
    case 'canJoin':
      return [`join ${group.name}`, 'groups'];
    case 'canAsk':
      return [`join ${group.name} because …`, 'groups'];
    case 'waiting':
      return [`request ${standing.requestId}`, 'groups'];
    case 'member':
      return [`leave ${group.name}`, 'groups'];
    case 'owner':
      return ['inbox', `leave ${group.name}`];
    case 'cannotJoin':
      return ['groups'];
  }
}
