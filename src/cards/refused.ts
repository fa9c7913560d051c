import type { OutcomeOf } from '../domain/outcome.js';
import type { Refusal } from '../domain/refusal.js';
import type { Voice } from '../messages/voice.js';
import { showPlain } from './parts/plainCard.js';
import { button, type ButtonData } from './parts/parts.js';
import type { Shown } from './parts/shown.js';
import { refusalText } from './parts/standing.js';

/** A "no": what is not possible, why, and what can be done now. */
export function showRefused({ refusal }: OutcomeOf<'refused'>, voice: Voice): Shown {
  const { heading, why, next } = refusalText(refusal, voice);
  return showPlain({ heading, sentences: [why, next], ...nextSteps(refusal, voice) }, voice);
}

/** The buttons after a "no", and what can be typed instead of them. */
function nextSteps(
  refusal: Refusal,
  { say: { buttons } }: Voice,
): { readonly buttons: readonly ButtonData[]; readonly typed: readonly string[] } {
  const browse = button(buttons.browse, 'browseGroups', { page: 1 });
  const see = (group: string) => button(buttons.seeGroup, 'browseGroups', { page: 1, words: group });
  const inbox = button(buttons.inbox, 'showInbox', { page: 1 });
  const mine = button(buttons.myRequests, 'listMyRequests', { page: 1 });
  const help = button(buttons.help, 'showHelp');
  switch (refusal.code) {
    case 'unsupported_kind':
    case 'owners_only':
    case 'no_approver':
    case 'requests_switched_off':
    case 'requester_not_licensed':
    case 'ownership_needs_an_owner':
      return { buttons: [see(refusal.group), browse], typed: [`group ${refusal.group}`, 'groups'] };
    case 'group_not_found':
    case 'nothing_unlocks':
      return { buttons: [browse, help], typed: ['groups', 'help'] };
    case 'request_not_found':
      return { buttons: [mine, inbox], typed: ['my requests', 'inbox'] };
    case 'own_request':
    case 'request_already_decided':
    case 'request_closed':
      return {
        buttons: [button(buttons.seeRequest, 'showRequest', { requestId: refusal.requestId }), inbox],
        typed: [`request ${refusal.requestId}`, 'inbox'],
      };
    case 'request_needs_more':
    case 'rule_changed':
      return {
        buttons: [button(buttons.seeRequest, 'showRequest', { requestId: refusal.requestId }), see(refusal.group)],
        typed: [`request ${refusal.requestId}`, `group ${refusal.group}`],
      };
    case 'not_an_approver':
    case 'approver_not_licensed':
    case 'requester_left_or_joined':
    case 'justification_missing':
    case 'duration_longer_than_asked':
      return { buttons: [inbox], typed: ['inbox'] };
    case 'nothing_to_withdraw':
      return { buttons: [mine, browse], typed: ['my requests', 'groups'] };
    case 'nothing_to_decide':
      return {
        buttons: [mine, button(buttons.myGroups, 'listMyGroups', { page: 1 })],
        typed: ['my requests', 'my groups'],
      };
    case 'not_a_member':
    case 'last_owner':
      return {
        buttons: [button(buttons.myGroups, 'listMyGroups', { page: 1 }), see(refusal.group)],
        typed: ['my groups', `group ${refusal.group}`],
      };
    case 'owners_and_admins_only':
    case 'editing_switched_off':
    case 'owner_assignment_restricted':
    case 'not_yet_member':
    case 'not_in_group':
    case 'not_ownerless':
    case 'claim_waits':
      return {
        buttons: [see(refusal.group), button(buttons.myGroups, 'listMyGroups', { page: 1 })],
        typed: [`group ${refusal.group}`, 'my groups'],
      };
    case 'resource_not_found':
    case 'not_resource_owner':
      return { buttons: [button(buttons.resources, 'listResources', { page: 1 })], typed: ['resources'] };
    case 'last_admin':
    case 'second_admin_needed':
      return { buttons: [button(buttons.admins, 'listAdmins')], typed: ['admins'] };
    case 'own_proposal':
    case 'proposal_gone':
    case 'setting_value_unknown':
      return { buttons: [button(buttons.settings, 'showSettings')], typed: ['settings'] };
    case 'admins_only':
    case 'creation_switched_off':
    case 'approval_needs_licence':
    case 'join_rule_too_loose':
    case 'name_not_allowed':
    case 'person_not_found':
    case 'nothing_to_change':
    case 'list_unreadable':
    case 'delegation_impossible':
    case 'duration_too_long':
    case 'duration_in_the_past':
    case 'groups_restricted':
      return { buttons: [help], typed: ['help'] };
  }
}
