import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { verbatim, type RunText } from '../../messages/escape.js';
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
import { namesOf, unlockNames } from '../parts/people.js';
import { standingColours, standingSentence } from '../parts/standing.js';
import { refusalText } from '../refused.js';

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
  const summary = say('groups.details.summary', { group: group.name });
  const refusal = standing.kind === 'cannotJoin' ? refusalText(standing.refusal, voice) : undefined;
  const data: GroupDetailsData = {
    ...frame({ summary, heading: group.name, ...kindOf(outcome, voice), typed: typedFor(outcome, voice) }, voice),
    description: verbatim(group.description || say('groups.details.noDescription')),
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
    return {
      status: say('groups.badge.cannotJoin'),
      colour: 'warning',
      kicker: say(`groups.unsupported.${standing.refusal.kind}`),
    };
  return {
    status: say(`groups.joinRule.${group.joinRule}`),
    colour: 'accent',
    kicker: say(`groups.type.${group.groupType}`),
  };
}

function groupFacts(
  { group, standing, owners, maxDurationDays, justificationRule, place }: GroupShown,
  voice: Voice,
): FactData[] {
  const { say, f } = voice;
  const canBeAsked =
    group.joinRule !== 'ownersOnly' &&
    !(standing.kind === 'cannotJoin' && standing.refusal.code === 'unsupported_kind');
  return [
    ...fact(say('shared.label.owners'), owners.length === 0 ? say('groups.details.noOwner') : f.and(namesOf(owners))),
    ...fact(
      say('shared.label.opens'),
      group.unlocks.length === 0 ? say('groups.details.noUnlocks') : f.and(unlockNames(group.unlocks, voice)),
    ),
    ...(place ? fact(say('directory.place'), say(`directory.place.${place}`)) : []),
    ...(canBeAsked ? fact(say('shared.label.reason'), say(`shared.justificationRule.${justificationRule}`)) : []),
    ...fact(
      say('shared.label.atMost'),
      canBeAsked && maxDurationDays !== undefined ? f.days(maxDurationDays) : undefined,
    ),
  ];
}

function buttonsFor({ group, standing }: GroupShown, { say }: Voice): ButtonData[] {
  const target = { groupId: group.id };
  const browse = button(say('buttons.browse'), 'browseGroups', { page: 1 });
  switch (standing.kind) {
    case 'canJoin':
      return [primary(say('buttons.join'), 'joinGroup', target), browse];
    case 'canAsk':
      return [primary(say('buttons.ask'), 'joinGroup', target), browse];
    case 'waiting':
      return [primary(say('buttons.seeRequest'), 'showRequest', { requestId: standing.requestId }), browse];
    case 'member':
      return [button(say('buttons.leave'), 'leaveGroup', target), browse];
    case 'owner':
      return [
        button(say('buttons.manage'), 'manageGroup', target),
        button(say('buttons.members'), 'listMembers', target),
        button(say('buttons.leave'), 'leaveGroup', target),
      ];
    case 'cannotJoin':
      return [browse];
  }
}

function typedFor({ group: { name: group }, standing }: GroupShown, { command }: Voice): string[] {
  switch (standing.kind) {
    case 'canJoin':
      return [command('commands.join', { group }), command('commands.groups')];
    case 'canAsk':
      return [command('commands.joinBecause', { group }), command('commands.groups')];
    case 'waiting':
      return [command('commands.request', { id: standing.requestId }), command('commands.groups')];
    case 'member':
      return [command('commands.leave', { group }), command('commands.groups')];
    case 'owner':
      return [
        command('commands.manage', { group }),
        command('commands.members', { group }),
        command('commands.inbox'),
        command('commands.leave', { group }),
      ];
    case 'cannotJoin':
      return [command('commands.groups')];
  }
}
