import type { GroupView, OutcomeOf } from '../domain/outcome.js';
import type { Voice } from '../messages/voice.js';
import { showNotice } from './parts/plainCard.js';
import { button, fact, primary, type ButtonData, type FactData } from './parts/parts.js';
import { statusOf } from './requests/requestParts.js';
import type { Shown } from './parts/shown.js';
import { understoodAs } from './start/suggestions.js';

function opens({ unlocks }: GroupView, { say, f }: Voice): FactData[] {
  return unlocks.length === 0 ? [] : fact(say.labels.opens, f.and(unlocks.map(say.unlockName)));
}

/** The answer to a join of an open group. */
export function showMemberAdded({ group, until }: OutcomeOf<'memberAdded'>, voice: Voice): Shown {
  const { say, f } = voice;
  const text = say.memberAdded;
  const blocked = group.unlocks.filter(({ isBlocked }) => isBlocked).map(({ name }) => name);
  return showNotice(
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
  return showNotice(
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

/** What is left of the card of a question once there is an answer: short, because the answer is a message of its own. */
export function showWaitingCardSettled({ request }: OutcomeOf<'waitingCardSettled'>, voice: Voice): Shown {
  const { say } = voice;
  const { status, colour } = statusOf(request, voice);
  const text = request.status === 'withdrawn' ? say.requests.settledByYou : say.requests.settled;
  return showNotice(
    {
      status,
      colour,
      kicker: say.requests.kicker(request.id),
      heading: say.requests.pending(request.group.name),
      sentences: [text],
      buttons: [],
      typed: [`request ${request.id}`],
    },
    voice,
  );
}

/** The answer to a confirmed leave. */
export function showMemberLeft({ group }: OutcomeOf<'memberLeft'>, voice: Voice): Shown {
  const { say } = voice;
  return showNotice(
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

function rejoin(group: GroupView, title: string, voice: Voice): ButtonData[] {
  const { buttons } = voice.say;
  const see = button(buttons.seeGroup, 'showGroup', { groupId: group.id });
  return group.joinRule === 'ownersOnly' ? [see] : [primary(title, 'joinGroup', { groupId: group.id }), see];
}

/** Tells a member that their time is over. */
export function showMembershipEnded({ group, at }: OutcomeOf<'membershipEnded'>, voice: Voice): Shown {
  const { say, f } = voice;
  const text = say.membershipEnded;
  return showNotice(
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
  return showNotice(
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

/** The answer to what was not understood: the nearest things to try, as buttons where a click can do them. */
export function showNotUnderstood({ suggestions, remark, meansCard }: OutcomeOf<'notUnderstood'>, voice: Voice): Shown {
  const { say } = voice;
  const text = say.notUnderstood;
  const buttons = suggestions.flatMap((suggestion) => understoodAs(suggestion.text, voice));
  return showNotice(
    {
      heading: remark ? text.remarkHeading : text.heading,
      sentences: [meansCard ? text.card : suggestions.length === 0 ? text.none : remark ? text.remark : text.text],
      examples: suggestions,
      buttons: buttons.some(({ verb }) => verb === 'showHelp')
        ? buttons
        : [...buttons, button(say.buttons.help, 'showHelp')],
      typed: ['help'],
    },
    voice,
  );
}

/** The answer to thanks: short. */
export function showThanksAccepted(_outcome: OutcomeOf<'thanksAccepted'>, voice: Voice): Shown {
  const { say } = voice;
  return showNotice(
    {
      heading: say.thanks.heading,
      sentences: [say.thanks.text],
      buttons: [button(say.buttons.help, 'showHelp')],
      typed: ['help'],
    },
    voice,
  );
}
