import type { DelegationNews } from '../../domain/delegations/news.js';
import type { Voice } from '../../messages/voice.js';
import type { NewsBuilders } from '../parts/builders.js';
import { button } from '../parts/parts.js';
import { onward, toInbox, toMyGroups } from '../parts/ways.js';

/** What happened to delegations. */
export const delegationNews: NewsBuilders<DelegationNews> = {
  delegated: (news, voice) => ({
    status: voice.say('shared.status.done'),
    heading: voice.say('delegations.started.heading', { person: news.person }),
    text: [scopeSentence('started', news, voice)],
    buttons: [button(voice.say('buttons.stopDelegating'), 'endDelegations')],
    typed: [voice.command('commands.stopDelegating'), voice.command('commands.myDelegations')],
  }),
  youStandIn: (news, voice) => ({
    heading: voice.say('delegations.youStandIn.heading', { person: news.person }),
    text: [scopeSentence('youStandIn', news, voice)],
    buttons: onward(toInbox(voice)).buttons,
    typed: [voice.command('commands.inbox'), voice.command('commands.myDelegations')],
  }),
  delegationEnded: (_, voice) => ({
    status: voice.say('shared.status.done'),
    heading: voice.say('delegations.ended.heading'),
    text: [voice.say('delegations.ended.text')],
    ...onward(toMyGroups(voice)),
  }),
};

function scopeSentence(
  what: 'started' | 'youStandIn',
  { group, until }: { readonly group?: string; readonly until?: number },
  { say }: Voice,
): string {
  if (group)
    return until === undefined
      ? say(`delegations.${what}.group`, { group })
      : say(`delegations.${what}.groupUntil`, { group, until });
  return until === undefined ? say(`delegations.${what}.all`) : say(`delegations.${what}.allUntil`, { until });
}
