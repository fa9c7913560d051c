import type { MemberRefusal } from '../../domain/members/refusals.js';
import type { RefusalBuilders } from '../parts/builders.js';
import { administrators } from '../parts/people.js';
import { onward, toGroupNamed, toHelp, toMyGroups } from '../parts/ways.js';

/** How the product says no about members. */
export const memberRefusals: RefusalBuilders<MemberRefusal> = {
  not_a_member: ({ group, isNested }, voice) => ({
    heading: voice.say('members.refused.not_a_member.heading', { group }),
    why: voice.say(`members.refused.not_a_member.${isNested ? 'nested' : 'why'}`, { group }),
    next: voice.say('members.refused.not_a_member.next'),
    ...onward(toMyGroups(voice), toGroupNamed(group, voice)),
  }),
  last_owner: ({ group, person }, voice) => ({
    ...(person === undefined
      ? {
          heading: voice.say('members.refused.last_owner.heading', { group }),
          why: voice.say('members.refused.last_owner.why', { group }),
          next: voice.say('members.refused.last_owner.next'),
        }
      : {
          heading: voice.say('members.refused.last_owner.headingOther', { group, person }),
          why: voice.say('members.refused.last_owner.whyOther', { group, person }),
          next: voice.say('members.refused.last_owner.nextOther'),
        }),
    ...onward(toMyGroups(voice), toGroupNamed(group, voice)),
  }),
  owner_assignment_restricted: ({ group, admins }, voice) => ({
    heading: voice.say('members.refused.owner_assignment_restricted.heading', { group }),
    why: voice.say('members.refused.owner_assignment_restricted.why'),
    next: voice.say('members.refused.owner_assignment_restricted.next', { admins: administrators(admins, voice) }),
    ...onward(toGroupNamed(group, voice), toMyGroups(voice)),
  }),
  not_yet_member: ({ group, person }, voice) => ({
    heading: voice.say('members.refused.not_yet_member.heading', { person, group }),
    why: voice.say('members.refused.not_yet_member.why', { group }),
    next: voice.say('members.refused.not_yet_member.next'),
    ...onward(toGroupNamed(group, voice), toMyGroups(voice)),
  }),
  person_not_found: ({ typed }, voice) => ({
    heading: voice.say('members.refused.person_not_found.heading'),
    why: typed
      ? voice.say('members.refused.person_not_found.why', { typed })
      : voice.say('members.refused.person_not_found.whyMention'),
    next: voice.say('members.refused.person_not_found.next'),
    ...onward(toHelp(voice)),
  }),
  not_in_group: ({ group, person }, voice) => ({
    heading: voice.say('members.refused.not_in_group.heading'),
    why: voice.say('members.refused.not_in_group.why', { person, group }),
    next: voice.say('shared.nothingToDo'),
    ...onward(toGroupNamed(group, voice), toMyGroups(voice)),
  }),
};
