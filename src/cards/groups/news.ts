import type { GroupNews } from '../../domain/groups/news.js';
import type { NewsBuilders } from '../parts/builders.js';
import { driftButtons, driftTyped } from './driftParts.js';
import { someNames } from '../parts/lengths.js';
import { button, primary } from '../parts/parts.js';
import { onward, toGroup, toGroups, toMembers, toMyGroups } from '../parts/ways.js';
import { enrolHeading, enrolTexts, isTaken } from './enrolResults.js';
import { fieldValue } from './fieldTexts.js';

/** What happened to groups. */
export const groupNews: NewsBuilders<GroupNews> = {
  groupCreated: ({ group, groupId, joinRule, isClosed }, voice) => ({
    status: voice.say('groupNews.created.status'),
    heading: voice.say('groupNews.created.heading', { group }),
    text: [voice.say('groupNews.created.own'), voice.say(`groupNews.created.${isClosed ? 'closed' : joinRule}`)],
    buttons: [
      button(voice.say('buttons.manage'), 'manageGroup', { groupId }),
      button(voice.say('buttons.seeGroup'), 'showGroup', { groupId }),
    ],
    typed: [
      voice.command('commands.manage', { group }),
      voice.command('commands.addTo', { group }),
      voice.command('commands.group', { group }),
    ],
  }),
  directoryRefused: ({ group, groupId, step, failure }, voice) => ({
    status: voice.say('directory.news.refused.status'),
    colour: 'attention',
    heading: voice.say(`directory.news.refused.${step}`, { group }),
    text: [
      voice.say(`directory.refused.${failure}`),
      voice.say(step === 'create' ? 'directory.news.refused.keptHere' : 'directory.news.refused.differs'),
    ],
    ...onward(toGroup({ group, groupId }, voice)),
  }),
  changedOutside: ({ group, groupId, what, before = '', after = '', person = '' }, voice) => ({
    status: voice.say('drift.outside.status'),
    colour: what === 'restored' || what === 'renamed' ? 'accent' : 'warning',
    heading: voice.say(`drift.outside.${what}`, {
      group,
      before: what === 'kind' ? voice.part('history.value', { value: before }) : before,
      after: voice.part('history.value', { value: after }),
      person,
    }),
    text: [
      voice.say('drift.outside.text'),
      what === 'deleted' ? voice.say('directory.held.groupDeleted') : undefined,
      what === 'kind' ? voice.say('drift.outside.kindText') : undefined,
    ],
    ...(what === 'gone' ? onward(toMyGroups(voice)) : onward(toGroup({ group, groupId }, voice))),
  }),
  driftFound: ({ group, groupId, added, removed }, voice) => ({
    status: voice.say('drift.found.status'),
    colour: 'warning',
    heading: voice.say('drift.found.heading', { group, count: added.length + removed.length }),
    text: [
      added.length > 0 ? voice.say('drift.found.added', { people: someNames(added, voice) }) : undefined,
      removed.length > 0 ? voice.say('drift.found.removed', { people: someNames(removed, voice) }) : undefined,
      voice.say('drift.found.text'),
    ],
    buttons: driftButtons(groupId, voice),
    typed: driftTyped(group, voice),
  }),
  driftSettled: ({ group, groupId, answer, count, by }, voice) => ({
    status: voice.say('shared.status.done'),
    heading: voice.say(`drift.settled.${answer}`, { group, count }),
    text: [voice.say('drift.settled.by', { by })],
    ...onward(toMembers({ group, groupId }, voice)),
  }),
  brakeOn: ({ group, groupId, gone, members }, voice) => ({
    status: voice.say('drift.brake.status'),
    colour: 'attention',
    heading: voice.say('drift.brake.heading', { group, gone, members }),
    text: [voice.say('drift.brake.text'), voice.say('drift.brake.how')],
    buttons: [button(voice.say('drift.brake.button'), 'releaseBrake', { groupId }, { style: 'destructive' })],
    typed: [voice.command('commands.releaseBrakeOf', { group }), voice.command('commands.group', { group })],
  }),
  brakeReleased: ({ group, groupId, by }, voice) => ({
    status: voice.say('shared.status.done'),
    heading: voice.say('drift.released.heading', { group }),
    text: [voice.say('drift.settled.by', { by })],
    ...onward(toMembers({ group, groupId }, voice)),
  }),
  yourGroupEnrolled: ({ group, groupId, joinRule, by }, voice) => ({
    heading: voice.say('reading.yours.heading', { group, by }),
    text: [
      voice.say('reading.yours.text'),
      voice.say('reading.yours.rule', { rule: voice.part(`groups.joinRuleInline.${joinRule}`) }),
    ],
    buttons: [button(voice.say('buttons.manage'), 'manageGroup', { groupId })],
    typed: [voice.command('commands.manage', { group })],
  }),
  ownerGone: ({ group, groupId, person }, voice) => ({
    status: voice.say('leavers.owner.status'),
    heading: voice.say('leavers.owner.heading', { group, person }),
    text: [voice.say('leavers.owner.text')],
    ...onward(toMembers({ group, groupId }, voice)),
  }),
  volunteerWanted: ({ group, groupId, person }, voice) => ({
    status: voice.say('groupNews.ownerless.status'),
    colour: 'warning',
    heading: voice.say('leavers.volunteer.heading', { group }),
    text: [voice.say('leavers.volunteer.text', { person })],
    buttons: [primary(voice.say('leavers.volunteer.button'), 'claimGroup', { groupId })],
    typed: [voice.command('commands.claim', { group })],
  }),
  stillOwnerless: ({ group, groupId, person }, voice) => ({
    status: voice.say('groupNews.ownerless.status'),
    colour: 'warning',
    heading: voice.say('leavers.still.heading', { group }),
    text: [voice.say('leavers.still.text', { person })],
    ...onward(toMembers({ group, groupId }, voice)),
  }),
  groupLinked: ({ group, groupId, isNew }, voice) => ({
    status: voice.say('shared.status.done'),
    heading: voice.say('reading.linked.heading', { group }),
    text: [voice.say(isNew ? 'reading.linked.made' : 'reading.linked.joined')],
    ...onward(toGroup({ group, groupId }, voice)),
  }),
  groupsEnrolled: ({ results, tells }, voice) => {
    const taken = results.filter(isTaken).length;
    const groups = toGroups(voice);
    return {
      status: voice.say(taken > 0 ? 'shared.status.done' : 'shared.status.nothingChanged'),
      heading: enrolHeading('groupNews.enrolled', results, voice),
      text: [
        ...enrolTexts(results, voice),
        ...(taken > 0
          ? [tells ? voice.say('groupNews.enrolled.tells') : undefined, voice.say('groupNews.enrolled.text')]
          : []),
      ],
      buttons: [groups.button],
      typed: [voice.command('commands.ownerless'), groups.typed],
    };
  },
  groupChanged: ({ group, groupId, field, before, after, waiting }, voice) => ({
    status: voice.say('groupNews.changed.status'),
    heading: voice.say('groupNews.changed.heading', { group, field: voice.part(`groups.field.${field}`) }),
    text: [
      voice.say('groupNews.changed.values', {
        before: fieldValue(field, before, voice),
        after: fieldValue(field, after, voice),
      }),
      waiting > 0 ? voice.say('groupNews.changed.waiting', { count: waiting }) : undefined,
    ],
    buttons: [button(voice.say('buttons.manage'), 'manageGroup', { groupId })],
    typed: [voice.command('commands.manage', { group })],
  }),
  askedToCreate: ({ by, resource = '' }, voice) => ({
    heading: voice.say('groupNews.askedToCreate.heading', { by, resource, hasResource: resource ? 'yes' : 'no' }),
    text: [voice.say('groupNews.askedToCreate.text')],
    buttons: [primary(voice.say('buttons.createGroup'), 'createGroup')],
    typed: [voice.command('commands.createGroup')],
  }),
  askedForGroup: ({ person, resource = '' }, voice) => {
    const groups = toGroups(voice);
    return {
      status: voice.say('shared.status.done'),
      heading: voice.say('groupNews.askedForGroup.heading', { person, resource, hasResource: resource ? 'yes' : 'no' }),
      text: [voice.say('groupNews.askedForGroup.text')],
      buttons: [groups.button],
      typed: [groups.typed],
    };
  },
  groupDeleted: ({ group, members }, voice) => ({
    status: voice.say('groupNews.deleted.status'),
    heading: voice.say('groupNews.deleted.heading', { group }),
    text: [voice.say('groupNews.deleted.members', { count: members }), voice.say('groupNews.deleted.history')],
    ...onward(toMyGroups(voice)),
  }),
  groupIsGone: ({ group, by }, voice) => ({
    status: voice.say('shared.status.ended'),
    colour: 'warning',
    heading: voice.say('groupNews.gone.heading', { group }),
    text: [by === '' ? voice.say('groupNews.gone.textOutside') : voice.say('groupNews.gone.text', { by })],
    ...onward(toMyGroups(voice)),
  }),
  groupTransferred: (news, voice) => ({
    status: voice.say('shared.status.done'),
    heading: voice.say('groupNews.transferred', { group: news.group, person: news.person }),
    text: [voice.say('shared.theyWereTold')],
    ...onward(toGroup(news, voice)),
  }),
  ownerless: (news, voice) => ({
    status: voice.say('groupNews.ownerless.status'),
    colour: 'warning',
    heading: voice.say('groupNews.ownerless.heading', { group: news.group }),
    text: [voice.say('groupNews.ownerless.text', { by: news.by })],
    ...onward(toMembers(news, voice)),
  }),
  nobodyDecides: (news, voice) => ({
    status: voice.say('groupNews.ownerless.status'),
    colour: 'warning',
    heading: voice.say('groupNews.nobodyDecides.heading', { group: news.group }),
    text: [voice.say('groupNews.nobodyDecides.text', { count: news.waiting })],
    ...onward(toMembers(news, voice)),
  }),
  claimSent: (news, voice) => ({
    status: voice.say('shared.status.waiting'),
    heading: voice.say('groupNews.claimSent.heading', { group: news.group }),
    text: [voice.say('groupNews.claimSent.text')],
    ...onward(toGroup(news, voice)),
  }),
  claimAsked: ({ group, groupId, personId, person }, voice) => ({
    status: voice.say('groupNews.claimAsked.status'),
    colour: 'accent',
    heading: voice.say('groupNews.claimAsked.heading', { person, group }),
    text: [voice.say('groupNews.claimAsked.text'), voice.say('groupNews.claimAsked.member', { person })],
    buttons: [
      primary(voice.say('buttons.makeOwner'), 'answerClaim', { groupId, personId, value: 'yes' }),
      button(voice.say('buttons.reject'), 'answerClaim', { groupId, personId, value: 'no' }),
    ],
    typed: [
      voice.command('commands.approveClaim', { person, group }),
      voice.command('commands.rejectClaim', { person, group }),
    ],
  }),
  claimSettled: (news, voice) => ({
    ...(news.accepted
      ? {
          status: voice.say('shared.status.done'),
          heading: voice.say('groupNews.claimSettled.accepted', { group: news.group, person: news.person }),
          text: [voice.say('groupNews.claimSettled.by', { by: news.by })],
        }
      : {
          status: voice.say('groupNews.claimSettled.refusedStatus'),
          colour: 'warning' as const,
          heading: voice.say('groupNews.claimSettled.refused', { group: news.group }),
          text: [
            news.isOwn
              ? voice.say('groupNews.claimSettled.by', { by: news.by })
              : voice.say('groupNews.claimSettled.byRefused', { by: news.by, person: news.person }),
          ],
        }),
    ...onward(toMembers(news, voice)),
  }),
  claimRefused: (news, voice) => ({
    status: voice.say('groupNews.claimRefused.status'),
    colour: 'warning',
    heading: voice.say('groupNews.claimRefused.heading', { group: news.group }),
    text: [voice.say('groupNews.claimRefused.text', { by: news.by })],
    ...onward(toGroup(news, voice)),
  }),
};
