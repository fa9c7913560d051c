import type { OutcomeOf } from '../../domain/outcome.js';
import type { GroupView } from '../../domain/views.js';
import type { Voice } from '../../messages/voice.js';
import { fact, button, primary, type ButtonData, type FactData } from '../parts/parts.js';
import { unlockNames } from '../parts/people.js';
import { showPlain } from '../parts/plainCard.js';
import type { Shown } from '../parts/shown.js';
import { onward, toGroup, toGroups, toMyGroups } from '../parts/ways.js';

/** The answer to a join of an open group. */
export function showMemberAdded({ group, until, isPending }: OutcomeOf<'memberAdded'>, voice: Voice): Shown {
  if (isPending) return showBeingAdded(group, voice);
  const { say, command } = voice;
  const blocked = group.unlocks.filter(({ isBlocked }) => isBlocked).map(({ name }) => name);
  return showPlain(
    {
      status: say('members.roleTitle.member'),
      colour: 'good',
      kicker: say(`groups.type.${group.groupType}`),
      heading: say('members.added.heading', { group: group.name }),
      sentences: [
        group.joinRule === 'open' ? say('members.added.why') : undefined,
        group.isInEntra && group.groupType === 'm365' ? say('directory.slow') : say('members.added.next'),
        blocked.length === 0 ? undefined : say('requests.isBlocked', { count: blocked.length, names: blocked }),
        until === undefined ? undefined : say('members.added.until', { until }),
      ],
      facts: opens(group, voice),
      unlocks: group.unlocks,
      buttons: onward(toMyGroups(voice), toGroup(named(group), voice)).buttons,
      typed: [command('commands.myGroups'), command('commands.leave', { group: group.name })],
    },
    voice,
  );
}

/** The answer to a join of an open group that Microsoft Entra has to carry out first; nothing is said to be open yet. */
function showBeingAdded(group: GroupView, voice: Voice): Shown {
  const { say, command } = voice;
  return showPlain(
    {
      status: say('requests.status.delivering'),
      colour: 'accent',
      kicker: say(`groups.type.${group.groupType}`),
      heading: say('requests.heading.delivering', { group: group.name }),
      sentences: [say('members.added.why'), say('requests.beingSetUp')],
      facts: opens(group, voice),
      buttons: [toMyGroups(voice).button, toGroup(named(group), voice).button],
      typed: [toMyGroups(voice).typed, command('commands.leave', { group: group.name })],
    },
    voice,
  );
}

/** The answer to a join by somebody who is in already. */
export function showAlreadyMember({ group, role, until }: OutcomeOf<'alreadyMember'>, voice: Voice): Shown {
  const { say } = voice;
  const text = until === undefined ? say('members.already.noEnd') : say('members.already.until', { until });
  return showPlain(
    {
      status: say(`groups.badge.${role}`),
      colour: 'good',
      kicker: say(`groups.type.${group.groupType}`),
      heading: say(role === 'owner' ? 'members.already.headingOwner' : 'members.already.headingMember', {
        group: group.name,
      }),
      sentences: [role === 'owner' ? say('members.already.owner') : text],
      facts: opens(group, voice),
      unlocks: group.unlocks,
      ...onward(toGroup(named(group), voice), toMyGroups(voice)),
    },
    voice,
  );
}

/** The answer to a confirmed leave. */
export function showMemberLeft({ group }: OutcomeOf<'memberLeft'>, voice: Voice): Shown {
  const { say } = voice;
  return showPlain(
    {
      status: say('shared.status.done'),
      colour: 'good',
      heading: say('members.left.heading', { group: group.name }),
      sentences: [
        group.unlocks.length === 0 ? undefined : say('members.left.text'),
        say(`members.left.next.${wayBack(group)}`),
      ],
      ...onward(toMyGroups(voice), toGroups(voice)),
    },
    voice,
  );
}

/** Tells a member that their time is over. */
export function showMembershipEnded({ group, at }: OutcomeOf<'membershipEnded'>, voice: Voice): Shown {
  const { say } = voice;
  return showPlain(
    {
      status: say('shared.status.ended'),
      colour: 'warning',
      heading: say('members.ended.heading', { group: group.name }),
      sentences: [say('members.ended.text', { at }), say(`members.ended.next.${wayBack(group)}`)],
      facts: opens(group, voice),
      ...rejoin(group, say(group.joinRule === 'open' ? 'buttons.join' : 'buttons.ask'), voice),
    },
    voice,
  );
}

/** Tells somebody that the directory did not take their open join. */
export function showDeliveryFailed({ group, failure }: OutcomeOf<'deliveryFailed'>, voice: Voice): Shown {
  const { say } = voice;
  return showPlain(
    {
      status: say('members.failed.status'),
      colour: 'attention',
      heading: say('members.failed.heading', { group: group.name }),
      sentences:
        failure === undefined || failure === 'noAnswer'
          ? [say('members.failed.text'), say('members.failed.next')]
          : [say(`directory.refused.${failure}`)],
      ...rejoin(group, say('buttons.tryAgain'), voice),
    },
    voice,
  );
}

/** How somebody who is out could come back. */
export function wayBack({ joinRule, isClosed }: GroupView): GroupView['joinRule'] | 'closed' {
  return isClosed ? 'closed' : joinRule;
}

function named({ name, id }: GroupView): { readonly group: string; readonly groupId: string } {
  return { group: name, groupId: id };
}

function opens({ unlocks }: GroupView, voice: Voice): FactData[] {
  return unlocks.length === 0 ? [] : fact(voice.say('shared.label.opens'), voice.f.and(unlockNames(unlocks, voice)));
}

function rejoin(
  group: GroupView,
  title: string,
  voice: Voice,
): { readonly buttons: readonly ButtonData[]; readonly typed: readonly string[] } {
  const { say, command } = voice;
  const see = button(say('buttons.seeGroup'), 'showGroup', { groupId: group.id });
  return {
    buttons:
      group.isClosed || group.joinRule === 'ownersOnly'
        ? [see]
        : [primary(title, 'joinGroup', { groupId: group.id }), see],
    typed: [command('commands.join', { group: group.name }), command('commands.group', { group: group.name })],
  };
}
