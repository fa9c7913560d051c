import type { OutcomeOf } from '../domain/outcome.js';
import type { Voice } from '../messages/voice.js';
import { showPlain } from './parts/plainCard.js';
import { button, primary, type ButtonData, type Colour } from './parts/parts.js';
import type { News } from '../domain/news.js';
import type { Shown } from './parts/shown.js';

/** What can be done after a notice, by click and by typing. */
interface Ways {
  readonly buttons: readonly ButtonData[];
  readonly typed: readonly string[];
  readonly colour?: Colour;
  readonly link?: { readonly name: string; readonly url: string };
}

/** Something that was done, or is told. */
export function showNews({ notice }: OutcomeOf<'newsTold'>, voice: Voice): Shown {
  const { say, f } = voice;
  // The table is keyed by the notice's own code, which the compiler cannot follow through a lookup.
  const tell = say.notices[notice.code] as (
    notice: News,
    formats: typeof f,
  ) => ReturnType<(typeof say.notices)['setUpDone']>;
  const { status, heading, text } = tell(notice, f);
  const { buttons, typed, colour = 'good', link } = waysOn(notice, voice);
  return showPlain(
    {
      ...(status ? { status, colour } : {}),
      heading,
      sentences: text,
      ...(link ? { unlocks: [{ name: link.name, link: link.url }] } : {}),
      buttons,
      typed,
    },
    voice,
  );
}

function waysOn(notice: News, { say: { buttons } }: Voice): Ways {
  const settings = { buttons: [button(buttons.settings, 'showSettings')], typed: ['settings'] };
  const group = (name: string, id: string): Ways => ({
    buttons: [button(buttons.seeGroup, 'showGroup', { groupId: id })],
    typed: [`group ${name}`],
  });
  const members = (name: string, id: string): Ways => ({
    buttons: [button(buttons.members, 'listMembers', { groupId: id, page: 1 })],
    typed: [`members ${name}`],
  });
  const mine: Ways = { buttons: [button(buttons.myGroups, 'listMyGroups', { page: 1 })], typed: ['my groups'] };
  switch (notice.code) {
    case 'settingChanged':
    case 'setUpDone':
    case 'youAreAdmin':
    case 'proposalReplaced':
      return settings;
    case 'proposalMade':
      return {
        buttons: [
          primary(buttons.confirm, 'answerProposal', { setting: notice.proposalId, value: 'yes' }),
          button(buttons.reject, 'answerProposal', { setting: notice.proposalId, value: 'no' }),
        ],
        typed: ['confirm change', 'reject change'],
        colour: 'accent',
      };
    case 'proposalWaits':
      return { ...settings, colour: 'accent' };
    case 'proposalSettled':
      return { ...settings, colour: notice.accepted ? 'good' : 'warning' };
    case 'adminAdded':
    case 'adminRemoved':
      return { buttons: [button(buttons.admins, 'listAdmins')], typed: ['admins'] };
    case 'groupCreated':
      return {
        buttons: [
          button(buttons.manage, 'manageGroup', { groupId: notice.groupId }),
          button(buttons.seeGroup, 'showGroup', { groupId: notice.groupId }),
        ],
        typed: [`manage ${notice.group}`, `add … to ${notice.group}`, `group ${notice.group}`],
      };
    case 'groupsEnrolled':
      return { buttons: [button(buttons.browse, 'browseGroups', { page: 1 })], typed: ['ownerless', 'groups'] };
    case 'groupChanged':
      return {
        buttons: [button(buttons.manage, 'manageGroup', { groupId: notice.groupId })],
        typed: [`manage ${notice.group}`],
      };
    case 'requestSuperseded':
      return notice.why === 'open'
        ? {
            buttons: [primary(buttons.join, 'joinGroup', { groupId: notice.groupId })],
            typed: [`join ${notice.group}`],
            colour: 'accent',
          }
        : { buttons: [button(buttons.browse, 'browseGroups', { page: 1 })], typed: ['groups'], colour: 'warning' };
    case 'claimAsked':
      return {
        buttons: [
          primary(buttons.makeOwner, 'answerClaim', {
            groupId: notice.groupId,
            personId: notice.personId,
            value: 'yes',
          }),
          button(buttons.reject, 'answerClaim', { groupId: notice.groupId, personId: notice.personId, value: 'no' }),
        ],
        typed: [
          `approve claim of ${notice.person} on ${notice.group}`,
          `reject claim of ${notice.person} on ${notice.group}`,
        ],
        colour: 'accent',
      };
    case 'claimSettled':
      return { ...members(notice.group, notice.groupId), colour: notice.accepted ? 'good' : 'warning' };
    case 'claimRefused':
      return { ...group(notice.group, notice.groupId), colour: 'warning' };
    case 'ownerless':
      return { ...members(notice.group, notice.groupId), colour: 'warning' };
    case 'membersAdded':
      return members(notice.group, notice.groupId);
    case 'memberRemoved':
    case 'roleChanged':
      return members(notice.group, notice.groupId);
    case 'yourRole':
      return notice.role === 'member'
        ? { ...group(notice.group, notice.groupId), colour: 'warning' }
        : members(notice.group, notice.groupId);
    case 'youWereAdded':
    case 'groupTransferred':
    case 'claimSent':
    case 'granted':
    case 'ungranted':
    case 'grantTold':
    case 'ungrantTold':
    case 'memberBlocked':
      return group(notice.group, notice.groupId);
    case 'youWereBlocked':
    case 'youWereUnblocked':
      return {
        buttons: mine.buttons,
        typed: [`why ${notice.resource}`, ...mine.typed],
        colour: notice.code === 'youWereBlocked' ? 'attention' : 'good',
      };
    case 'accessBlocked':
    case 'accessUnblocked':
      return {
        buttons: [button(buttons.resources, 'listResources', { page: 1 })],
        typed: [`who has ${notice.resource}`, 'resources'],
      };
    case 'resourceAdded':
      return {
        buttons: [button(buttons.resources, 'listResources', { page: 1 })],
        typed: [`grant ${notice.resource} to …`, 'resources'],
      };
    case 'delegated':
      return {
        buttons: [button(buttons.stopDelegating, 'endDelegations')],
        typed: ['stop delegating', 'my delegations'],
      };
    case 'youStandIn':
      return { buttons: [button(buttons.inbox, 'showInbox', { page: 1 })], typed: ['inbox', 'my delegations'] };
    case 'auditBroken':
      return { ...settings, colour: 'attention' };
    case 'auditVerified':
      return {
        buttons: [button(buttons.exportHistory, 'exportTable', { setting: 'history', value: 'csv' })],
        typed: ['export audit as csv'],
      };
    case 'fileReady':
      return { buttons: [], typed: ['audit verify'], link: { name: notice.fileName, url: notice.url } };
    case 'groupDeleted':
    case 'groupIsGone':
    case 'youWereRemoved':
    case 'youAreNoAdmin':
    case 'delegationEnded':
      return {
        ...mine,
        colour: notice.code === 'groupIsGone' || notice.code === 'youWereRemoved' ? 'warning' : 'good',
      };
  }
}
