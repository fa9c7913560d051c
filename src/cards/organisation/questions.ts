import type { OrganisationQuestion } from '../../domain/organisation/answers.js';
import { anyOf } from '../../messages/voice.js';
import type { QuestionBuilders } from '../parts/builders.js';
import { namesOf } from '../parts/people.js';
import { willBeTold } from '../parts/told.js';
import { settingPhrase } from './settingTexts.js';

/** What is asked before an organisation's change. */
export const organisationQuestions: QuestionBuilders<OrganisationQuestion> = {
  changeSetting: ({ setting, before, after, people, affected, confirmers }, voice) => {
    const values = { before: settingPhrase(setting, before, voice), after: settingPhrase(setting, after, voice) };
    const names = namesOf(people);
    const typed = {
      setting: voice.part(`settings.${setting}.typed`),
      value: voice.command('commands.value', { value: after }),
    };
    return {
      heading: voice.say('organisation.ask.setting.heading', {
        setting: voice.part(`settings.${setting}.label`),
        after: values.after,
      }),
      text: [
        names.length > 0
          ? voice.say('organisation.ask.setting.valuesPeople', { ...values, people: names })
          : voice.say('organisation.ask.setting.values', values),
        voice.say(`settings.${setting}.then`, { value: after }),
        voice.say('organisation.ask.setting.touches', affected),
      ],
      afterwards: confirmers
        ? voice.say('organisation.ask.setting.loosens', { confirmers: anyOf(confirmers) })
        : voice.say('organisation.ask.setting.atOnce'),
      button: voice.say(confirmers ? 'organisation.ask.setting.buttonConfirm' : 'buttons.changeIt'),
      typed:
        names.length > 0
          ? voice.command('commands.yesSetPeople', { ...typed, people: names.join(', ') })
          : voice.command('commands.yesSet', typed),
      verb: 'changeSetting',
      target: {
        setting,
        value: people.length > 0 ? `${after}:${people.map(({ id }) => id).join(',')}` : after,
      },
      style: 'positive',
    };
  },
  forgetPerson: ({ person, requests, memberships }, voice) => ({
    heading: voice.say('upkeep.forget.heading', { person: person.name }),
    text: [
      person.about,
      voice.say('upkeep.forget.goes'),
      voice.say('upkeep.forget.words', { requests }),
      voice.say('upkeep.forget.stays'),
      memberships > 0 ? voice.say('upkeep.forget.memberships', { memberships }) : undefined,
    ],
    afterwards: voice.say('upkeep.forget.afterwards'),
    button: voice.say('upkeep.forget.button'),
    typed: voice.command('commands.yesForget', { person: person.name }),
    verb: 'forgetPerson',
    target: { personId: person.id },
    style: 'destructive',
  }),
  changeAdmin: ({ person, is, isOwn, confirmsFor: by }, voice) => ({
    ...(by === undefined
      ? {
          heading: voice.say(`organisation.ask.admin.${is ? 'add' : 'remove'}`, { person: person.name }),
          text: [person.about, is ? voice.say('organisation.ask.admin.addText') : willBeTold(isOwn, voice)],
          button: voice.say(`organisation.ask.admin.${is ? 'addButton' : 'removeButton'}`),
        }
      : {
          heading: voice.say('organisation.ask.admin.confirm', { person: person.name }),
          text: [person.about, voice.say('organisation.ask.admin.confirmText', { by })],
          button: voice.say('organisation.ask.admin.confirmButton'),
        }),
    typed: voice.command(is ? 'commands.yesAdminsAdd' : 'commands.yesAdminsRemove', { person: person.name }),
    verb: 'changeAdmin',
    target: { personId: person.id, value: is ? 'yes' : 'no' },
    style: is ? 'positive' : 'destructive',
  }),
};
