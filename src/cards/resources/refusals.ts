import type { ResourceRefusal } from '../../domain/resources/refusals.js';
import type { RefusalBuilders } from '../parts/builders.js';
import { administrators, askable } from '../parts/people.js';
import { onward, toGroups, toHelp, toResources } from '../parts/ways.js';

/** How the product says no about resources. */
export const resourceRefusals: RefusalBuilders<ResourceRefusal> = {
  nothing_unlocks: ({ resource, admins }, voice) => ({
    heading: voice.say('resources.refused.nothing_unlocks.heading', { resource }),
    why: voice.say('resources.refused.nothing_unlocks.why', { resource }),
    next: voice.say('resources.refused.nothing_unlocks.next', { admins: administrators(admins, voice) }),
    ...onward(toGroups(voice), toHelp(voice)),
  }),
  adding_switched_off: ({ admins }, voice) => ({
    heading: voice.say('resources.refused.adding_switched_off.heading'),
    why: voice.say('resources.refused.adding_switched_off.why'),
    next: voice.say('resources.refused.adding_switched_off.next', { admins: administrators(admins, voice) }),
    ...onward(toResources(voice)),
  }),
  only_own_resource: ({ admins }, voice) => ({
    heading: voice.say('resources.refused.only_own_resource.heading'),
    why: voice.say('resources.refused.only_own_resource.why'),
    next: voice.say('resources.refused.only_own_resource.next', { admins: administrators(admins, voice) }),
    ...onward(toResources(voice)),
  }),
  resource_not_found: ({ typed }, voice) => ({
    heading: voice.say('resources.refused.resource_not_found.heading'),
    why: typed
      ? voice.say('resources.refused.resource_not_found.why', { typed })
      : voice.say('resources.refused.resource_not_found.whyGone'),
    next: voice.say('resources.refused.resource_not_found.next'),
    ...onward(toResources(voice)),
  }),
  own_block: ({ resource, admins }, voice) => ({
    heading: voice.say('resources.refused.own_block.heading'),
    why: voice.say('resources.refused.own_block.why', { resource }),
    next: voice.say('shared.askAdministrators', { admins: administrators(admins, voice) }),
    ...onward(toResources(voice)),
  }),
  resource_not_yours: ({ resource, owners }, voice) => ({
    heading: voice.say('resources.refused.resource_not_yours.heading', { resource }),
    why: voice.say('resources.refused.resource_not_yours.why', { resource }),
    next: voice.say('shared.askOwners', askable(owners)),
    ...onward(toResources(voice)),
  }),
  resource_has_blocks: ({ resource, admins }, voice) => ({
    heading: voice.say('resources.refused.resource_has_blocks.heading', { resource }),
    why: voice.say('resources.refused.resource_has_blocks.why', { resource }),
    next: voice.say('shared.askAdministrators', { admins: administrators(admins, voice) }),
    ...onward(toResources(voice)),
  }),
  not_resource_owner: ({ resource, owners }, voice) => ({
    heading: voice.say('resources.refused.not_resource_owner.heading', { resource }),
    why: voice.say('resources.refused.not_resource_owner.why', { resource }),
    next: voice.say('shared.askOwners', askable(owners)),
    ...onward(toResources(voice)),
  }),
};
