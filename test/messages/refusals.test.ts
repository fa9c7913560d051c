import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { refusalText } from '../../src/cards/refused.js';
import type { Refusal, RefusalCode } from '../../src/domain/refusal.js';
import { voiceFor } from '../../src/messages/voice.js';
import { now, ordinaryWords, sampleRefusals } from '../cards/samples.js';
import type { UnsupportedKind } from '../../src/domain/terms.js';

const voice = voiceFor({ now, locale: 'en-GB', timeZone: 'Europe/London' });
const refusals = sampleRefusals(ordinaryWords);

/** What the sentence of each refusal has to name: the reason, and who or what helps. */
const mustSay: Record<RefusalCode, { readonly why: RegExp; readonly next: RegExp }> = {
  unsupported_kind: { why: /Marketing is a distribution list/u, next: /help desk/u },
  not_enrolled: { why: /nobody has brought it under self-service/u, next: /enrol it/u },
  nothing_to_enrol: { why: /is enrolled, or none was read in/u, next: /how far the reading is/u },
  nothing_to_link: { why: /No group of that name and kind/u, next: /the name that it has there/u },
  no_directory: { why: /own records are the directory/u, next: /DIRECTORY=graph/u },
  no_brake: { why: /waits for an administrator/u, next: /nothing to do/u },
  groups_restricted: { why: /restricted access to groups/u, next: /Ada Admin/u },
  requests_switched_off: { why: /switched off requests/u, next: /Ada Admin/u },
  requester_not_licensed: { why: /licence/u, next: /Ada Admin/u },
  approver_not_licensed: { why: /licence.*keeps waiting/u, next: /Ada Admin.*another owner/u },
  owners_only: { why: /Only its owners add people to Marketing/u, next: /Ask Olga Berg or Omar Haddad to add you/u },
  no_approver: { why: /no owner/u, next: /administrator of your organisation/u },
  group_not_found: { why: /“Marketting”/u, next: /spelling/u },
  request_not_found: { why: /“Marketting”/u, next: /my requests/u },
  adding_switched_off: { why: /keep the list/u, next: /Ada Admin/u },
  only_own_resource: { why: /administrator adds it/u, next: /Ada Admin/u },
  nothing_unlocks: { why: /no group gives access/u, next: /Ada Admin/u },
  own_request: { why: /asked to join Marketing yourself/u, next: /Omar Haddad can decide/u },
  not_their_manager: { why: /nothing was requested for Marketing/u, next: /request Marketing for Ann Lee/u },
  reports_unknown: { why: /not connected to here/u, next: /request Marketing for Ann Lee/u },
  not_an_approver: { why: /Ann Lee asked to join.*you no longer do/u, next: /don’t have to do anything/u },
  wished_time_over: { why: /asked for ended on 23 November.*nothing to approve/u, next: /ask again with a later day/u },
  request_closed: { why: /on 23 November at 13:14.*withdrawn/u, next: /ask again/u },
  request_already_decided: { why: /already approved by Olga Berg on 23 November at 14:02/u, next: /leave the group/u },
  nothing_to_remind: { why: /no request/u, next: /my requests/u },
  not_asked: { why: /nobody of that name/u, next: /my requests/u },
  nobody_to_remind: { why: /has not reached anybody/u, next: /as soon as they turn up/u },
  reminder_too_soon: { why: /You reminded them on/u, next: /from .* on/u },
  nothing_to_withdraw: { why: /no request/u, next: /my requests/u },
  nothing_to_decide: { why: /No request is waiting/u, next: /write to you here/u },
  not_a_member: { why: /not a member of Marketing/u, next: /my groups/u },
  last_owner: { why: /only owner of Marketing/u, next: /another owner/u },
  requester_left_or_joined: { why: /Ann Lee is in/u, next: /don’t have to do anything/u },
  justification_missing: { why: /at least 8 characters/u, next: /because/u },
  duration_too_long: { why: /90 days at most/u, next: /90 days or less/u },
  duration_longer_than_asked: { why: /not for more/u, next: /shorter time/u },
  duration_in_the_past: { why: /future/u, next: /later day/u },
  question_gone: { why: /answered already/u, next: /once more/u },
  request_needs_more: { why: /no Microsoft Entra ID licence any more/u, next: /deny REQ-.* because/u },
  rule_changed: { why: /rules of Marketing changed/u, next: /this one is closed/u },
  ownership_needs_an_owner: { why: /present owner has to name you/u, next: /Ask Olga Berg.*as a member/u },
  too_many: { why: /created 5 groups within a day/u, next: /go on again from 23 November at/u },
  admins_only: { why: /for administrators alone/u, next: /Ada Admin/u },
  owners_and_admins_only: { why: /for its owners and administrators alone/u, next: /Ask Olga Berg/u },
  creation_switched_off: { why: /switched off creating security groups/u, next: /Ada Admin/u },
  editing_switched_off: {
    why: /creating Microsoft 365 groups is switched off/u,
    next: /still manage its members.*Ada Admin/u,
  },
  approval_needs_licence: { why: /licence/u, next: /another join rule.*Ada Admin/u },
  owner_assignment_restricted: { why: /which owners may make a member an owner/u, next: /Ada Admin/u },
  not_yet_member: { why: /a member of Marketing already/u, next: /Add them first/u },
  join_rule_too_loose: { why: /how easily groups may let people in/u, next: /owners only or owner approval/u },
  name_not_allowed: { why: /the word “Marketting”/u, next: /another name/u },
  person_not_found: { why: /nobody called “Marketting”/u, next: /Mention them with @/u },
  resource_not_found: { why: /“Marketting”/u, next: /resources/u },
  resource_not_yours: { why: /its own owner and administrators/u, next: /Ask Olga Berg/u },
  resource_has_blocks: { why: /blocked/u, next: /Ada Admin/u },
  not_resource_owner: { why: /its own owner and administrators/u, next: /Ask Olga Berg/u },
  not_in_group: { why: /Ann Lee has no such place in Marketing/u, next: /don’t have to/u },
  still_admin: { why: /known/, next: /back first/ },
  still_owner: { why: /whom to ask/, next: /another owner/ },
  last_admin: { why: /last one/u, next: /admins add/u },
  second_admin_needed: { why: /two administrators/u, next: /BOT_ADMINS/u },
  not_second_admin: { why: /speaks for that one/u, next: /Olga Berg can confirm/u },
  cannot_confirm_admin: { why: /neither made them/u, next: /Olga Berg can confirm/u },
  admin_by_role: { why: /Groups Administrator/u, next: /Microsoft Entra/u },
  own_block: { why: /another administrator lifts it/u, next: /Ada Admin/u },
  own_proposal: { why: /proposed this change yourself/u, next: /Olga Berg can confirm/u },
  export_address_missing: { why: /address at which your browser reaches me/u, next: /PUBLIC_URL/u },
  proposal_gone: { why: /No change of the settings is waiting/u, next: /settings/u },
  setting_value_unknown: { why: /cannot be set to that/u, next: /It (?:can be|takes) .*settings/u },
  nothing_to_change: { why: /Nothing about Marketing/u, next: /don’t have to/u },
  list_unreadable: { why: /names or addresses/u, next: /import members into/u },
  claim_waits: { why: /Another member would like to own Marketing/u, next: /administrator/u },
  not_ownerless: { why: /Marketing has an owner: Olga Berg/u, next: /Ask an owner/u },
  delegation_impossible: { why: /wait for each other/u, next: /somebody else/u },
};

describe('refusals in words', () => {
  for (const [code, refusal] of Object.entries(refusals) as [RefusalCode, Refusal][]) {
    it(`${code} says no, why, and what can be done now (F5)`, () => {
      const { heading, why, next } = refusalText(refusal, voice);
      assert.ok(heading.length > 10 && heading.length < 60, heading);
      assert.ok(!heading.endsWith('.'), heading);
      assert.match(why, mustSay[code].why);
      assert.match(next, mustSay[code].next);
      assert.ok(!`${heading}${why}${next}`.includes('undefined'));
    });
  }

  it('says for each kind of group that cannot be managed what it is, each in its own words (S9, S10, F39, F74)', () => {
    const kinds: Record<UnsupportedKind, RegExp> = {
      distributionList: /is a distribution list/u,
      mailEnabledSecurity: /is a mail-enabled security group/u,
      dynamic: /fills itself by a rule/u,
      onPremSynced: /organisation’s own directory/u,
      roleAssignable: /administrator rights/u,
      restricted: /restricted management/u,
      unknownKind: /kind that I don’t know/u,
    };
    for (const [kind, expected] of Object.entries(kinds) as [UnsupportedKind, RegExp][]) {
      assert.match(
        refusalText({ code: 'unsupported_kind', group: 'Sales EMEA News', kind }, voice).why,
        new RegExp(`^Sales EMEA News ${expected.source}|^Sales EMEA News.*${expected.source}`, 'u'),
      );
    }
  });

  it('says whom to ask where nobody is known by name', () => {
    assert.match(
      refusalText({ code: 'owners_only', group: 'Marketing', owners: [], admins: [] }, voice).next,
      /no owner at the moment.*administrator of your organisation/u,
    );
    assert.match(
      refusalText({ code: 'own_request', requestId: 'REQ-7K2M9QXW', group: 'Marketing', others: [] }, voice).next,
      /administrator/u,
    );
  });
});
