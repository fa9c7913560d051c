import type { OrganisationNews } from '../../domain/organisation/news.js';
import type { SettingName } from '../../domain/terms.js';
import type { Phrase } from '../../messages/placeholders.js';
import { anyOf, type Voice } from '../../messages/voice.js';
import type { NewsBuilders } from '../parts/builders.js';
import { button, primary } from '../parts/parts.js';
import { areTold } from '../parts/told.js';
import { onward, toAdmins, toDirectory, toMyGroups, toSettings } from '../parts/ways.js';
import { settingPhrase } from './settingTexts.js';

function label(setting: SettingName, { part }: Voice): Phrase {
  return part(`settings.${setting}.label`);
}

/** What happened to the organisation. */
export const organisationNews: NewsBuilders<OrganisationNews> = {
  settingChanged: ({ setting, before, after }, voice) => ({
    status: voice.say('organisation.news.inForce'),
    heading: voice.say('organisation.news.settingValue', {
      setting: label(setting, voice),
      value: settingPhrase(setting, after, voice),
    }),
    text: [voice.say('organisation.news.changed', { before: settingPhrase(setting, before, voice) })],
    ...onward(toSettings(voice)),
  }),
  personForgotten: ({ person }, voice) => ({
    status: voice.say('upkeep.forgotten.status'),
    heading: voice.say('upkeep.forgotten.heading', { person }),
    text: [voice.say('upkeep.forgotten.text'), voice.say('upkeep.forgotten.again')],
    ...onward(toSettings(voice)),
  }),
  forgettingDone: (counts, voice) => ({
    status: voice.say('upkeep.forgotten.status'),
    heading: voice.say('upkeep.forgettingDone.heading'),
    text: [voice.say('upkeep.forgettingDone.text', counts), voice.say('upkeep.forgettingDone.verify')],
    buttons: [],
    typed: [voice.command('commands.verify')],
  }),
  proposalMade: ({ proposalId, setting, before, after, by, people = [], affected }, voice) => ({
    status: voice.say('organisation.news.proposal.status'),
    colour: 'accent',
    heading: voice.say('organisation.news.proposal.heading', { by }),
    text: [
      voice.say('organisation.news.proposal.values', {
        setting: label(setting, voice),
        before: settingPhrase(setting, before, voice),
        after: settingPhrase(setting, after, voice),
      }),
      people.length > 0 ? voice.say('organisation.news.proposal.people', { people }) : undefined,
      affected ? voice.say('organisation.ask.setting.touches', affected) : undefined,
      voice.say('organisation.news.proposal.text'),
    ],
    buttons: [
      primary(voice.say('buttons.confirm'), 'answerProposal', { setting: proposalId, value: 'yes' }),
      button(voice.say('buttons.reject'), 'answerProposal', { setting: proposalId, value: 'no' }),
    ],
    typed: [voice.command('commands.confirmChange'), voice.command('commands.rejectChange')],
  }),
  proposalWaits: ({ setting, after, others }, voice) => ({
    status: voice.say('shared.status.waiting'),
    colour: 'accent',
    heading: voice.say('organisation.news.proposalWaits.heading'),
    text: [
      voice.say('organisation.news.proposalWaits.text', {
        setting: label(setting, voice),
        after: settingPhrase(setting, after, voice),
        others: anyOf(others),
      }),
    ],
    ...onward(toSettings(voice)),
  }),
  proposalSettled: ({ setting, after, by, accepted }, voice) => ({
    ...(accepted
      ? {
          status: voice.say('organisation.news.inForce'),
          heading: voice.say('organisation.news.settingValue', {
            setting: label(setting, voice),
            value: settingPhrase(setting, after, voice),
          }),
          text: [voice.say('organisation.news.proposalSettled.confirmed', { by })],
        }
      : {
          status: voice.say('organisation.news.proposalSettled.rejectedStatus'),
          colour: 'warning' as const,
          heading: voice.say('organisation.news.proposalSettled.rejectedHeading'),
          text: [voice.say('organisation.news.proposalSettled.rejected', { by, setting: label(setting, voice) })],
        }),
    ...onward(toSettings(voice)),
  }),
  proposalReplaced: ({ setting, by }, voice) => ({
    status: voice.say('shared.status.noLongerNeeded'),
    heading: voice.say('organisation.news.proposalReplaced.heading'),
    text: [voice.say('organisation.news.proposalReplaced.text', { by, setting: label(setting, voice) })],
    ...onward(toSettings(voice)),
  }),
  directoryRead: ({ people, m365, security, unsupported }, voice) => ({
    status: voice.say('reading.first.status'),
    colour: 'accent',
    heading: voice.say('reading.first.heading', { groups: m365 + security + unsupported }),
    text: [
      voice.say('reading.first.text', { people, m365, security, unsupported }),
      voice.say('reading.first.known'),
      m365 > 0 ? voice.say('reading.first.m365') : undefined,
    ],
    buttons: [
      ...(m365 > 0 ? [primary(voice.say('reading.first.button'), 'enrolAll', { value: 'm365' })] : []),
      toDirectory(voice).button,
    ],
    typed: [
      ...(m365 > 0 ? [voice.command('commands.enrolAllM365')] : []),
      voice.command('commands.enrolOne'),
      toDirectory(voice).typed,
    ],
  }),
  peopleBrakeOn: ({ gone, total }, voice) => ({
    status: voice.say('drift.brake.status'),
    colour: 'attention',
    heading: voice.say('drift.peopleBrake.heading', { gone, total }),
    text: [voice.say('drift.peopleBrake.text'), voice.say('drift.brake.how')],
    buttons: [
      button(voice.say('drift.brake.button'), 'releaseBrake', {}, { style: 'destructive' }),
      toDirectory(voice).button,
    ],
    typed: [voice.command('commands.releaseBrake'), toDirectory(voice).typed],
  }),
  peopleBrakeReleased: ({ gone }, voice) => ({
    status: voice.say('shared.status.done'),
    heading: voice.say('drift.peopleBrake.released', { gone }),
    text: [],
    ...onward(toDirectory(voice)),
  }),
  knownEnrolled: ({ of, count }, voice) => ({
    status: voice.say('shared.status.done'),
    heading: voice.say('reading.enrolled.heading', { count, kind: voice.part(`groups.typeInline.${of}`) }),
    text: [voice.say('reading.enrolled.text')],
    ...onward(toDirectory(voice)),
  }),
  enrolBegun: ({ of, count }, voice) => ({
    status: voice.say('reading.begun.status'),
    colour: 'accent',
    heading: voice.say('reading.begun.heading', { count, kind: voice.part(`groups.typeInline.${of}`) }),
    text: [voice.say('reading.begun.text')],
    ...onward(toDirectory(voice)),
  }),
  notReached: ({ people }, voice) => ({
    status: voice.say('organisation.news.notReached.status'),
    colour: 'warning',
    heading: voice.say('organisation.news.notReached.heading', { people }),
    text: [voice.say('organisation.news.notReached.text')],
    buttons: [],
    typed: [],
  }),
  setUpDone: (_, voice) => ({
    status: voice.say('shared.status.done'),
    heading: voice.say('organisation.news.setUp.heading'),
    text: [voice.say('organisation.news.setUp.text')],
    ...onward(toSettings(voice)),
  }),
  adminAdded: ({ person }, voice) => ({
    status: voice.say('shared.status.done'),
    heading: voice.say('organisation.news.adminAdded', { person }),
    text: [voice.say('shared.theyWereTold')],
    ...onward(toAdmins(voice)),
  }),
  adminConfirmed: ({ person }, voice) => ({
    status: voice.say('shared.status.done'),
    heading: voice.say('organisation.news.adminConfirmed', { person }),
    text: [voice.say('organisation.news.adminConfirmedText')],
    ...onward(toAdmins(voice)),
  }),
  adminMade: ({ person, personId, by }, voice) => ({
    status: voice.say('organisation.news.adminMade.status'),
    colour: 'accent',
    heading: voice.say('organisation.news.adminMade.heading', { by, person }),
    text: [voice.say('organisation.news.adminMade.text', { by, person })],
    buttons: [
      button(voice.say('organisation.news.adminMade.button'), 'changeAdmin', { personId, value: 'yes' }),
      toAdmins(voice).button,
    ],
    typed: [voice.command('commands.adminsConfirm', { person }), toAdmins(voice).typed],
  }),
  adminNamed: ({ people }, voice) => ({
    status: voice.say('organisation.news.adminNamed.status'),
    colour: 'accent',
    heading: voice.say('organisation.news.adminNamed.heading', { count: people.length, people }),
    text: [voice.say('organisation.news.adminNamed.text')],
    ...onward(toAdmins(voice)),
  }),
  adminRemoved: ({ person, isOwn }, voice) => ({
    status: voice.say('shared.status.done'),
    heading: isOwn
      ? voice.say('organisation.news.youAreNoAdmin')
      : voice.say('organisation.news.adminRemoved', { person }),
    text: [areTold(isOwn, voice)],
    ...onward(isOwn ? toMyGroups(voice) : toAdmins(voice)),
  }),
  permissionMissing: ({ permission }, voice) => ({
    status: voice.say('directory.news.missing.status'),
    colour: 'warning',
    heading: voice.say('directory.news.missing.heading', { permission }),
    text: [voice.say('directory.news.missing.text'), voice.say('directory.news.missing.how')],
    ...onward(toDirectory(voice)),
  }),
  permissionBack: ({ permission }, voice) => ({
    status: voice.say('directory.news.back.status'),
    heading: voice.say('directory.news.back.heading', { permission }),
    text: [voice.say('directory.news.back.text')],
    ...onward(toDirectory(voice)),
  }),
  youAreAdmin: ({ by }, voice) => ({
    heading: voice.say('organisation.news.youAreAdmin'),
    text: [voice.say('organisation.news.youAreAdminText', { by })],
    ...onward(toSettings(voice)),
  }),
  youAreNoAdmin: ({ by }, voice) => ({
    heading: voice.say('organisation.news.youAreNoAdmin'),
    text: [voice.say('organisation.news.youAreNoAdminText', { by })],
    ...onward(toMyGroups(voice)),
  }),
};
