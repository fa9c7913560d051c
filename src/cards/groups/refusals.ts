import type { GroupRefusal } from '../../domain/groups/refusals.js';
import type { RefusalBuilders } from '../parts/builders.js';
import { anyOf } from '../../messages/voice.js';
import { administrators, askable, namesOf } from '../parts/people.js';
import { onward, toDirectory, toGroupNamed, toGroups, toHelp, toMyGroups } from '../parts/ways.js';

/** How the product says no about groups. */
export const groupRefusals: RefusalBuilders<GroupRefusal> = {
  unsupported_kind: ({ group, kind }, voice) => ({
    heading: voice.say('groupRefusals.unsupported_kind.heading', { group }),
    why: voice.say(`groupRefusals.unsupported_kind.why.${kind}`, { group }),
    next: voice.say(`groupRefusals.unsupported_kind.next.${kind}`),
    ...onward(toGroupNamed(group, voice), toGroups(voice)),
  }),
  groups_restricted: ({ admins }, voice) => ({
    heading: voice.say('groupRefusals.groups_restricted.heading'),
    why: voice.say('groupRefusals.groups_restricted.why'),
    next: voice.say('groupRefusals.groups_restricted.next', { admins: administrators(admins, voice) }),
    ...onward(toHelp(voice)),
  }),
  owners_only: ({ group, owners, admins }, voice) => ({
    heading: voice.say('groupRefusals.owners_only.heading', { group }),
    why: voice.say('groupRefusals.owners_only.why', { group }),
    next: voice.say('groupRefusals.owners_only.next', { ...askable(owners), admins: administrators(admins, voice) }),
    ...onward(toGroupNamed(group, voice), toGroups(voice)),
  }),
  group_not_found: ({ typed }, voice) => ({
    heading: voice.say('groupRefusals.group_not_found.heading'),
    why: typed
      ? voice.say('groupRefusals.group_not_found.why', { typed })
      : voice.say('groupRefusals.group_not_found.whyGone'),
    next: voice.say('groupRefusals.group_not_found.next'),
    ...onward(toGroups(voice), toHelp(voice)),
  }),
  owners_and_admins_only: ({ group, owners }, voice) => ({
    heading: voice.say('groupRefusals.owners_and_admins_only.heading', { group }),
    why: voice.say('groupRefusals.owners_and_admins_only.why', { group }),
    next: voice.say('shared.askOwners', askable(owners)),
    ...onward(toGroupNamed(group, voice), toMyGroups(voice)),
  }),
  creation_switched_off: ({ groupType, admins }, voice) => ({
    heading: voice.say('groupRefusals.creation_switched_off.heading', {
      type: voice.part(`groups.typeInline.${groupType}`),
    }),
    why: voice.say('groupRefusals.creation_switched_off.why', { type: voice.part(`groups.typeInline.${groupType}`) }),
    next: voice.say('groupRefusals.creation_switched_off.next', { admins: administrators(admins, voice) }),
    ...onward(toHelp(voice)),
  }),
  editing_switched_off: ({ group, groupType, admins }, voice) => ({
    heading: voice.say('groupRefusals.editing_switched_off.heading', { group }),
    why: voice.say('groupRefusals.editing_switched_off.why', { type: voice.part(`groups.typeInline.${groupType}`) }),
    next: voice.say('groupRefusals.editing_switched_off.next', { admins: administrators(admins, voice) }),
    ...onward(toGroupNamed(group, voice), toMyGroups(voice)),
  }),
  approval_needs_licence: ({ admins }, voice) => ({
    heading: voice.say('groupRefusals.approval_needs_licence.heading'),
    why: voice.say('groupRefusals.approval_needs_licence.why'),
    next: voice.say('groupRefusals.approval_needs_licence.next', { admins: administrators(admins, voice) }),
    ...onward(toHelp(voice)),
  }),
  join_rule_too_loose: ({ allowed }, voice) => ({
    heading: voice.say('groupRefusals.join_rule_too_loose.heading'),
    why: voice.say('groupRefusals.join_rule_too_loose.why'),
    next: voice.say('groupRefusals.join_rule_too_loose.next', {
      rules: anyOf(allowed.map((rule) => voice.part(`groups.joinRuleShort.${rule}`))),
    }),
    ...onward(toHelp(voice)),
  }),
  name_not_allowed: ({ name, problem, word = '' }, voice) => ({
    heading: voice.say(
      problem === 'taken' ? 'groupRefusals.name_not_allowed.headingTaken' : 'groupRefusals.name_not_allowed.heading',
    ),
    why: voice.say(`groupRefusals.name_not_allowed.why.${problem}`, { name, word }),
    next: voice.say('groupRefusals.name_not_allowed.next'),
    ...onward(toHelp(voice)),
  }),
  not_enrolled: ({ group, admins }, voice) => ({
    heading: voice.say('reading.refused.not_enrolled.heading', { group }),
    why: voice.say('reading.refused.not_enrolled.why', { group }),
    next: voice.say('reading.refused.not_enrolled.next', { admins: administrators(admins, voice) }),
    ...onward(toGroups(voice), toHelp(voice)),
  }),
  nothing_to_enrol: ({ groupType }, voice) => ({
    heading: voice.say('reading.refused.nothing_to_enrol.heading'),
    why: voice.say('reading.refused.nothing_to_enrol.why', { kind: voice.part(`groups.typeInline.${groupType}`) }),
    next: voice.say('reading.refused.nothing_to_enrol.next'),
    ...onward(toDirectory(voice)),
  }),
  nothing_to_link: ({ group }, voice) => ({
    heading: voice.say('reading.refused.nothing_to_link.heading', { group }),
    why: voice.say('reading.refused.nothing_to_link.why'),
    next: voice.say('reading.refused.nothing_to_link.next'),
    ...onward(toDirectory(voice), toGroupNamed(group, voice)),
  }),
  no_directory: (_, voice) => ({
    heading: voice.say('reading.refused.no_directory.heading'),
    why: voice.say('reading.refused.no_directory.why'),
    next: voice.say('reading.refused.no_directory.next'),
    ...onward(toDirectory(voice)),
  }),
  no_brake: (_, voice) => ({
    heading: voice.say('reading.refused.no_brake.heading'),
    why: voice.say('reading.refused.no_brake.why'),
    next: voice.say('reading.refused.no_brake.next'),
    ...onward(toDirectory(voice)),
  }),
  nothing_to_change: ({ what }, voice) => ({
    heading: voice.say('groupRefusals.nothing_to_change.heading'),
    why: what
      ? voice.say('groupRefusals.nothing_to_change.why', { what })
      : voice.say('groupRefusals.nothing_to_change.whyNothing'),
    next: voice.say('shared.nothingToDo'),
    ...onward(toHelp(voice)),
  }),
  list_unreadable: ({ of, problem }, voice) => ({
    heading: voice.say(`groupRefusals.list_unreadable.heading.${problem}`),
    why: voice.say(`groupRefusals.list_unreadable.why.${problem === 'empty' ? of : problem}`),
    next: voice.say(`groupRefusals.list_unreadable.next.${problem === 'tooLong' ? problem : of}`),
    ...onward(toHelp(voice)),
  }),
  claim_waits: ({ group, admins }, voice) => ({
    heading: voice.say('groupRefusals.claim_waits.heading'),
    why: voice.say('groupRefusals.claim_waits.why', { group }),
    next: voice.say('groupRefusals.claim_waits.next', { admins: administrators(admins, voice) }),
    ...onward(toGroupNamed(group, voice), toMyGroups(voice)),
  }),
  not_ownerless: ({ group, owners }, voice) => ({
    heading: voice.say('groupRefusals.not_ownerless.heading'),
    why: voice.say('groupRefusals.not_ownerless.why', { count: owners.length, group, owners: namesOf(owners) }),
    next: voice.say('groupRefusals.not_ownerless.next'),
    ...onward(toGroupNamed(group, voice), toMyGroups(voice)),
  }),
};
