import { isolate as n } from '../escape.js';
import { possibleValues, settingTexts } from './settings.js';
import type { Formats } from '../format.js';
import type { Refusal, RefusalCode } from '../../domain/refusal.js';
import type { UnsupportedKind } from '../../domain/terms.js';
import type { PersonView } from '../../domain/personView.js';

/** A "no" in words: what is not possible, why, and what can be done now. */
export interface RefusalText {
  readonly heading: string;
  readonly why: string;
  readonly next: string;
}

type Sentence<C extends RefusalCode> = (refusal: Extract<Refusal, { code: C }>, f: Formats) => RefusalText;

/** One sentence for each refusal; a code without one does not compile. */
export type RefusalSentences = { readonly [C in RefusalCode]: Sentence<C> };

/** "an administrator (Ada or Bo)", or without names where none is known. */
function administrators(admins: readonly PersonView[], f: Formats): string {
  return admins.length === 0
    ? 'an administrator of your organisation'
    : `an administrator (${f.or(admins.map((admin) => n(admin.name)))})`;
}

function people(list: readonly PersonView[], f: Formats, otherwise: string): string {
  return list.length === 0 ? otherwise : f.or(list.map((person) => n(person.name)));
}

const unsupported: {
  readonly [K in UnsupportedKind]: (group: string) => { readonly why: string; readonly next: string };
} = {
  distributionList: (group) => ({
    why: `${group} is a distribution list: it only passes on e-mail, and its members are kept in Exchange, out of my reach.`,
    next: 'Ask whoever looks after the list, or your IT help desk, to put you on it.',
  }),
  mailEnabledSecurity: (group) => ({
    why: `${group} is a mail-enabled security group: its members are kept in Exchange, out of my reach.`,
    next: 'Ask your IT help desk to change who is in it.',
  }),
  dynamic: (group) => ({
    why: `${group} fills itself by a rule about people’s profiles, such as their department, so nobody is added or removed by hand.`,
    next: 'If you think you should be in it, ask your IT help desk to check your profile against the rule.',
  }),
  onPremSynced: (group) => ({
    why: `${group} is copied here from your organisation’s own directory, so it can only be changed there.`,
    next: 'Ask your IT help desk to make the change in that directory.',
  }),
  roleAssignable: (group) => ({
    why: `${group} carries administrator rights, so self-service is never allowed for it.`,
    next: 'Ask an administrator of your organisation about it directly.',
  }),
};

const closed = {
  withdrawn: 'the person who asked has withdrawn it',
  expired: 'nobody had decided by its deadline',
  superseded: 'the question went away',
} as const;

/** Every refusal in English. */
export const enRefusals: RefusalSentences = {
  unsupported_kind: ({ group, kind }) => ({
    heading: `${n(group)} can’t be managed here`,
    ...unsupported[kind](n(group)),
  }),
  groups_restricted: ({ admins }, f) => ({
    heading: 'Groups are switched off here',
    why: 'Your organisation has restricted access to groups, so I can’t show or change any.',
    next: `Only ${administrators(admins, f)} can switch them on.`,
  }),
  requests_switched_off: ({ group, admins }, f) => ({
    heading: `${n(group)} can’t take requests just now`,
    why: 'Your organisation has switched off requests that owners decide, so nobody could answer yours.',
    next: `Only ${administrators(admins, f)} can switch them on. Groups that are open to join may still be for you.`,
  }),
  requester_not_licensed: ({ group, admins }, f) => ({
    heading: `You can’t join ${n(group)} from here yet`,
    why: 'Joining groups by yourself needs a Microsoft Entra ID P1 or P2 licence, and there is none for you.',
    next: `Ask ${administrators(admins, f)} for the licence, then try again.`,
  }),
  approver_not_licensed: ({ admins }, f) => ({
    heading: 'You can’t decide requests yet',
    why: 'Deciding requests needs a Microsoft Entra ID P1 or P2 licence, and there is none for you. The request keeps waiting.',
    next: `Ask ${administrators(admins, f)} for the licence; another owner can decide meanwhile.`,
  }),
  owners_only: ({ group, owners, admins }, f) => ({
    heading: `You can’t ask to join ${n(group)}`,
    why: `Only its owners add people to ${n(group)}; it takes no requests.`,
    next:
      owners.length === 0
        ? `It has no owner at the moment. Ask ${administrators(admins, f)} to add you or to name an owner.`
        : `Ask ${people(owners, f, 'an owner')} to add you. An owner or ${administrators(admins, f)} could also open it for requests.`,
  }),
  no_approver: ({ group, admins }, f) => ({
    heading: `Nobody can decide about ${n(group)}`,
    why: `${n(group)} needs an owner’s approval, but no owner is there who could give it. I haven’t sent a request that nobody would answer.`,
    next: `Ask ${administrators(admins, f)} to name an owner, then ask again.`,
  }),
  group_not_found: ({ typed }) => ({
    heading: 'I can’t find that group',
    why: typed
      ? `There is no group called “${n(typed)}” that you can see.`
      : 'There is no such group that you can see, or it is gone.',
    next: 'Check the spelling, or look through the groups there are.',
  }),
  request_not_found: ({ typed }) => ({
    heading: 'I can’t find that request',
    why: typed ? `There is no request “${n(typed)}” that you can see.` : 'There is no such request that you can see.',
    next: 'See “my requests” for what you asked, or “inbox” for what waits for you.',
  }),
  nothing_unlocks: ({ resource, admins }, f) => ({
    heading: `No group opens ${n(resource)} yet`,
    why: `I know ${n(resource)}, but no group gives access to it, so there is nothing to join.`,
    next: `Ask ${administrators(admins, f)} how to get in.`,
  }),
  own_request: ({ group, others }, f) => ({
    heading: 'You can’t decide your own request',
    why: `You asked to join ${n(group)} yourself, so somebody else has to decide.`,
    next:
      others.length === 0
        ? 'There is no other owner at the moment: ask an administrator to name one.'
        : `${people(others, f, 'Another owner')} can decide it.`,
  }),
  not_an_approver: ({ requestId }) => ({
    heading: 'This request isn’t yours to decide',
    why: `Only the present owners of the group can decide ${requestId}, and you are not one of them now.`,
    next: 'Nothing has changed. The owners have been asked already.',
  }),
  request_closed: ({ requestId, group, status, at }, f) => ({
    heading: `This request is ${status === 'superseded' ? 'no longer needed' : status}`,
    why: `${requestId} for ${n(group)} was closed ${f.moment(at)}: ${closed[status]}.`,
    next: 'There is nothing left to decide. Whoever still wants in can ask again.',
  }),
  request_already_decided: ({ requestId, group, outcome, by, at }, f) => ({
    heading: `Already ${outcome}`,
    why: `${requestId} for ${n(group)} was already ${outcome} by ${n(by.name)} ${f.moment(at)}. The first decision stands.`,
    next:
      outcome === 'approved'
        ? 'Whoever no longer wants to be in can leave the group at any time.'
        : 'Whoever still wants in can ask again.',
  }),
  nothing_to_withdraw: () => ({
    heading: 'There is nothing to withdraw',
    why: 'You have no request that is still waiting for a decision.',
    next: 'See “my requests” for what became of the earlier ones.',
  }),
  nothing_to_decide: () => ({
    heading: 'Nothing is waiting for you',
    why: 'No request is waiting for your decision right now.',
    next: 'I’ll write to you here as soon as one comes in.',
  }),
  not_a_member: ({ group }) => ({
    heading: `You’re not in ${n(group)}`,
    why: `You are not a member of ${n(group)}, so there is nothing to leave.`,
    next: 'See “my groups” for the ones you are in.',
  }),
  last_owner: ({ group }) => ({
    heading: `You can’t leave ${n(group)} yet`,
    why: `You are the only owner of ${n(group)}. Without you, nobody could look after it.`,
    next: 'Have another owner named first; after that you can leave.',
  }),
  requester_left_or_joined: ({ group, person }) => ({
    heading: 'There is nothing left to decide',
    why: `${n(person.name)} is already in ${n(group)}, or has left the organisation since asking.`,
    next: 'You don’t have to do anything.',
  }),
  justification_missing: ({ minLength }) => ({
    heading: 'A reason is needed',
    why: `Whoever reads it should understand why, so at least ${minLength === 1 ? 'a word' : `${minLength} characters`} of reason is needed.`,
    next: 'Add it after “because”, for example: deny REQ-… because the project has ended.',
  }),
  duration_too_long: ({ maxDays }, f) => ({
    heading: 'That is longer than allowed',
    why: `Membership of this group lasts ${f.days(maxDays)} at most.`,
    next: `Choose ${f.days(maxDays)} or less. It can be asked for again when it ends.`,
  }),
  duration_longer_than_asked: () => ({
    heading: 'That is longer than was asked for',
    why: 'You can approve for the time that was asked for, or for less, but not for more.',
    next: 'Choose a shorter time, or approve as it was asked.',
  }),
  duration_in_the_past: () => ({
    heading: 'That day has already gone by',
    why: 'The last day has to lie in the future.',
    next: 'Choose a later day, or a number of days such as “for 30 days”.',
  }),
  request_needs_more: ({ requestId, group, person, what }) => ({
    heading: 'Something changed since they asked',
    why:
      what === 'licence'
        ? `${n(person.name)} has no Microsoft Entra ID licence any more, which a request to ${n(group)} needs, so nobody was let in.`
        : `Requests to ${n(group)} need a reason now, and this one has none that is long enough, so nobody was let in.`,
    next:
      what === 'licence'
        ? `An administrator can give them one; until then you can deny it, with a reason: “deny ${requestId} because …”.`
        : `You can deny it and ask for a reason: “deny ${requestId} because …”. They can ask again with one.`,
  }),
  rule_changed: ({ requestId, group }) => ({
    heading: 'The rules have changed meanwhile',
    why: `The rules of ${n(group)} changed while ${requestId} was waiting, so I haven’t carried out your decision.`,
    next: 'Look at the request as it stands now, and decide again if it is still open.',
  }),
  ownership_needs_an_owner: ({ group, owners }, f) => ({
    heading: `You can’t make yourself an owner of ${n(group)}`,
    why: 'Becoming an owner is never automatic: a present owner has to name you.',
    next: `Ask ${people(owners, f, 'an administrator')}. You can still ask to join as a member.`,
  }),
  admins_only: ({ admins }, f) => ({
    heading: 'Only administrators can do that',
    why: 'Settings, blocks and lists of who has access are for administrators alone.',
    next: `Ask ${administrators(admins, f)}.`,
  }),
  owners_and_admins_only: ({ group, owners }, f) => ({
    heading: `You can’t manage ${n(group)}`,
    why: `Who is in ${n(group)}, and what it is, is for its owners and administrators alone.`,
    next: `Ask ${people(owners, f, 'an administrator')}.`,
  }),
  creation_switched_off: ({ groupType, admins }, f) => ({
    heading: `You can’t create ${groupType === 'security' ? 'security' : 'Microsoft 365'} groups`,
    why: `Your organisation has switched off creating ${groupType === 'security' ? 'security' : 'Microsoft 365'} groups, for everybody but administrators.`,
    next: `Ask ${administrators(admins, f)} to create it, or to switch it on.`,
  }),
  editing_switched_off: ({ group, groupType, admins }, f) => ({
    heading: `You can’t change ${n(group)} now`,
    why: `While creating ${groupType === 'security' ? 'security' : 'Microsoft 365'} groups is switched off, owners can’t change what theirs are.`,
    next: `You can still manage its members and decide requests. For the rest, ask ${administrators(admins, f)}.`,
  }),
  approval_needs_licence: ({ admins }, f) => ({
    heading: 'A group that needs approval needs a licence',
    why: 'Deciding requests needs a Microsoft Entra ID P1 or P2 licence, and there is none for you.',
    next: `Choose another join rule, or ask ${administrators(admins, f)} for the licence.`,
  }),
  owner_assignment_restricted: ({ group, admins }, f) => ({
    heading: `You can’t name owners of ${n(group)}`,
    why: 'Your organisation decides which owners may make a member an owner, and you’re not one of them.',
    next: `Ask ${administrators(admins, f)} to do it.`,
  }),
  not_yet_member: ({ group, person }) => ({
    heading: `${n(person)} is not in ${n(group)} yet`,
    why: `Only somebody who is a member of ${n(group)} already can own it.`,
    next: `Add them first, then make them an owner.`,
  }),
  join_rule_too_loose: ({ allowed }, f) => ({
    heading: 'Your organisation does not allow that join rule',
    why: 'Administrators have set how easily groups may let people in, and groups can only be stricter.',
    next: `Possible are: ${f.or(allowed.map((rule) => ({ open: 'open', ownerApproval: 'owner approval', ownersOnly: 'owners only' })[rule]))}.`,
  }),
  name_not_allowed: ({ name, problem, word }) => ({
    heading: problem === 'taken' ? 'That name is taken' : 'That name can’t be used',
    why: {
      missing: 'It needs a name.',
      tooLong: `“${n(name)}…” is too long: 120 characters are the most.`,
      blockedWord: `Your organisation does not allow the word “${n(word ?? '')}” in names.`,
      taken: `There is something called “${n(name)}” already.`,
    }[problem],
    next: 'Choose another name.',
  }),
  person_not_found: ({ typed }) => ({
    heading: 'I don’t know that person',
    why: typed
      ? `I know nobody called “${n(typed)}” in your organisation.`
      : 'I know nobody by that mention in your organisation.',
    next: 'Mention them with @, or type their whole name or their address. Whoever has never talked to me has to say hello first.',
  }),
  resource_not_found: ({ typed }) => ({
    heading: 'I don’t know that',
    why: typed ? `I know no application or site called “${n(typed)}”.` : 'It is not there any more.',
    next: 'See “resources” for those that I know.',
  }),
  not_resource_owner: ({ resource, owners }, f) => ({
    heading: `You can’t say what opens ${n(resource)}`,
    why: `Which groups open ${n(resource)} is for its own owner and administrators to say.`,
    next: `Ask ${people(owners, f, 'an administrator')}.`,
  }),
  not_in_group: ({ group, person }) => ({
    heading: 'There is nothing to remove',
    why: `${n(person)} has no such place in ${n(group)}.`,
    next: 'You don’t have to do anything.',
  }),
  last_admin: () => ({
    heading: 'There has to be one administrator',
    why: 'This is the last one: without them nobody could change the settings any more.',
    next: 'Add another administrator first, with “admins add …”.',
  }),
  second_admin_needed: () => ({
    heading: 'A second administrator is needed',
    why: 'This loosens the rules, which takes two administrators, and you’re the only one.',
    next: 'Add another administrator with “admins add …”; they can then confirm it.',
  }),
  own_proposal: ({ others }, f) => ({
    heading: 'Somebody else has to confirm it',
    why: 'You proposed this change yourself, and it takes a second administrator.',
    next: `${others.length === 0 ? 'Another administrator' : f.or(others.map(({ name }) => n(name)))} can confirm it. You can still reject it.`,
  }),
  proposal_gone: () => ({
    heading: 'There is nothing to confirm',
    why: 'No change of the settings is waiting: it was confirmed, rejected or replaced already.',
    next: 'See “settings” for how they stand now.',
  }),
  setting_value_unknown: ({ setting }, f) => ({
    heading: 'That value is not possible',
    why: `“${settingTexts[setting].label}” cannot be set to that.`,
    next: `${possibleValues(setting, f)} Type “set ${settingTexts[setting].typed} …”, or see “settings”.`,
  }),
  nothing_to_change: ({ what }) => ({
    heading: 'It is so already',
    why: what ? `Nothing about ${n(what)} would change.` : 'Nothing would change.',
    next: 'You don’t have to do anything.',
  }),
  list_unreadable: ({ of, problem }) => ({
    heading:
      problem === 'empty'
        ? 'There is nothing on the list'
        : problem === 'tooLong'
          ? 'The list is too long'
          : 'I can’t read the list',
    why:
      problem === 'tooLong'
        ? 'I take up to 60 lines and 2,000 characters at once.'
        : problem === 'unreadable'
          ? 'A quotation mark begins and never ends.'
          : of === 'people'
            ? 'I need names or addresses, one to a line or with commas in between.'
            : 'I need one group to a line: its name, its kind (security or Microsoft 365), where it was made (portal or PowerShell) and its owners, with commas in between.',
    next:
      problem === 'tooLong'
        ? 'Send it in parts.'
        : of === 'people'
          ? 'Type “import members into Marketing: …” with the list behind the colon.'
          : 'Type “enrol groups: …” with the list behind the colon, for example “enrol groups: Finance Reviewers, security, PowerShell, Olga Berg”.',
  }),
  claim_waits: ({ group, admins }, f) => ({
    heading: 'Somebody else’s claim is waiting',
    why: `Another member would like to own ${n(group)}, and the administrators have not decided yet.`,
    next: `Ask ${administrators(admins, f)}, or try again when they have.`,
  }),
  not_ownerless: ({ group, owners }, f) => ({
    heading: 'There is nothing to claim',
    why:
      owners.length > 0
        ? `${n(group)} has an owner: ${f.and(owners.map(({ name }) => n(name)))}.`
        : `Nobody is claiming ${n(group)} at the moment.`,
    next: 'Ask an owner if you would like to become one, too.',
  }),
  delegation_impossible: ({ problem, person }) => ({
    heading: problem === 'self' ? 'You can’t stand in for yourself' : `${n(person)} can’t stand in for you now`,
    why:
      problem === 'self'
        ? 'A stand-in is somebody else.'
        : `You stand in for ${n(person)} yourself, so you would wait for each other.`,
    next: 'Name somebody else.',
  }),
};
