import type { OutcomeOf } from '../../domain/outcome.js';
import type { Voice } from '../../messages/voice.js';
import { showPlain } from '../parts/plainCard.js';
import { button, fact, primary } from '../parts/parts.js';
import type { Shown } from '../parts/shown.js';
import type { FactData, ButtonData } from '../parts/parts.js';
import type { GroupView } from '../../domain/views.js';

/** The answer to a join of an open group. */
export function showMemberAdded({ group, until }: OutcomeOf<'memberAdded'>, voice: Voice): Shown {
  const { say, f } = voice;
  const text = say.memberAdded;
  const blocked = group.unlocks.filter(({ isBlocked }) => isBlocked).map(({ name }) => name);
  return showPlain(
    {
      status: text.status,
      colour: 'good',
      kicker: say.groupTypes[group.groupType],
      heading: text.heading(group.name),
      sentences: [
        group.joinRule === 'open' ? text.why : undefined,
        text.next,
        blocked.length === 0 ? undefined : say.requests.isBlocked(blocked, f),
        until === undefined ? undefined : text.until(until, f),
      ],
      facts: opens(group, voice),
      unlocks: group.unlocks,
      buttons: [
        button(say.buttons.myGroups, 'listMyGroups', { page: 1 }),
        button(say.buttons.seeGroup, 'showGroup', { groupId: group.id }),
      ],
      typed: ['my groups', `leave ${group.name}`],
    },
    voice,
  );
}

/** The answer to a join by somebody who is in already. */
export function showAlreadyMember({ group, role, until }: OutcomeOf<'alreadyMember'>, voice: Voice): Shown {
  const { say, f } = voice;
  const text = say.alreadyMember;
  return showPlain(
    {
      status: say.badges[role],
      colour: 'good',
      kicker: say.groupTypes[group.groupType],
      heading: text.heading(group.name, role),
      sentences: [role === 'owner' ? text.ownerText : text.text(until, f)],
      facts: opens(group, voice),
      unlocks: group.unlocks,
      buttons: [
        button(say.buttons.seeGroup, 'showGroup', { groupId: group.id }),
        button(say.buttons.myGroups, 'listMyGroups', { page: 1 }),
      ],
      typed: [`group ${group.name}`, 'my groups'],
    },
    voice,
  );
}

/** The answer to a confirmed leave. */
export function showMemberLeft({ group }: OutcomeOf<'memberLeft'>, voice: Voice): Shown {
  const { say } = voice;
  return showPlain(
    {
      status: say.memberLeft.status,
      colour: 'good',
      heading: say.memberLeft.heading(group.name),
      sentences: [group.unlocks.length === 0 ? undefined : say.memberLeft.text, say.memberLeft.next[group.joinRule]],
      buttons: [
        button(say.buttons.myGroups, 'listMyGroups', { page: 1 }),
        button(say.buttons.browse, 'browseGroups', { page: 1 }),
      ],
      typed: ['my groups', 'groups'],
    },
    voice,
  );
}

/** Tells a member that their time is over. */
export function showMembershipEnded({ group, at }: OutcomeOf<'membershipEnded'>, voice: Voice): Shown {
  const { say, f } = voice;
  const text = say.membershipEnded;
  return showPlain(
    {
      status: text.status,
      colour: 'warning',
      heading: text.heading(group.name),
      sentences: [text.text(at, f), text.next[group.joinRule]],
      facts: opens(group, voice),
      buttons: rejoin(group, group.joinRule === 'open' ? say.buttons.join : say.buttons.ask, voice),
      typed: [`join ${group.name}`, `group ${group.name}`],
    },
    voice,
  );
}

/** Tells somebody that the directory did not take their open join. */
export function showDeliveryFailed({ group }: OutcomeOf<'deliveryFailed'>, voice: Voice): Shown {
  const text = voice.say.deliveryFailed;
  return showPlain(
    {
      status: text.status,
      colour: 'attention',
      heading: text.heading(group.name),
      sentences: [text.text, text.next],
      buttons: rejoin(group, voice.say.buttons.tryAgain, voice),
      typed: [`join ${group.name}`, `group ${group.name}`],
    },
    voice,
  );
}

function opens({ unlocks }: GroupView, { say, f }: Voice): FactData[] {
  return unlocks.length === 0 ? [] : fact(say.labels.opens, f.and(unlocks.map(say.unlockName)));
}

function rejoin(group: GroupView, title: string, voice: Voice): ButtonData[] {
  const { buttons } = voice.say;
  const see = button(buttons.seeGroup, 'showGroup', { groupId: group.id });
  return group.joinRule === 'ownersOnly' ? [see] : [primary(title, 'joinGroup', { groupId: group.id }), see];
}
