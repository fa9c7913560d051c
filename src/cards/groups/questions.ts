import type { GroupQuestion } from '../../domain/groups/answers.js';
import type { QuestionBuilders } from '../parts/builders.js';
import { shortName, someNames } from '../parts/lengths.js';
import { enrolHeading, enrolTexts } from './enrolResults.js';
import { fieldValue } from './fieldTexts.js';

/** What is asked before a group's change. */
export const groupQuestions: QuestionBuilders<GroupQuestion> = {
  changeGroup: ({ group, groupId, field, before, after, waiting, lookalike }, voice) => ({
    heading: voice.say('groups.ask.change.heading', { field: voice.part(`groups.field.${field}`), group }),
    text: [
      voice.say('groups.ask.change.values', {
        before: fieldValue(field, before, voice),
        after: fieldValue(field, after, voice),
      }),
      lookalike && voice.say('groups.lookalike.rename', { group: lookalike }),
      waiting === 0
        ? undefined
        : voice.say(after === 'open' ? 'groups.ask.change.waitingOpen' : 'groups.ask.change.waitingClosed', {
            count: waiting,
          }),
    ],
    button: voice.say('buttons.changeIt'),
    typed: voice.command('commands.yesSetField', {
      field: voice.part(`groups.field.${field}`),
      group,
      value: field === 'joinRule' ? voice.command('commands.value', { value: after }) : after,
    }),
    verb: 'changeGroup',
    target: { groupId, setting: field, value: after },
    style: 'positive',
  }),
  saveGroup: ({ group, groupId, changes, waiting, lookalike }, voice) => ({
    heading: voice.say('groups.ask.save.heading', { group }),
    text: [
      voice.say('groups.ask.save.text'),
      ...changes
        .filter(({ isMeanwhile }) => isMeanwhile)
        .map(({ field }) => voice.say('groups.ask.save.meanwhile', { field: voice.part(`groups.field.${field}`) })),
      lookalike && voice.say('groups.lookalike.rename', { group: lookalike }),
      waiting === 0 ? undefined : voice.say('groups.ask.change.waitingClosed', { count: waiting }),
    ],
    items: changes.map(({ field, before, after }) =>
      voice.say('groups.ask.save.item', {
        field: voice.part(`groups.field.${field}`),
        before: fieldValue(field, before, voice),
        after: fieldValue(field, after, voice),
      }),
    ),
    button: voice.say('groups.ask.save.button'),
    typed: voice.command('commands.yes'),
    verb: 'saveGroup',
    target: { groupId, value: JSON.stringify(Object.fromEntries(changes.map(({ field, after }) => [field, after]))) },
    style: 'positive',
  }),
  transferGroup: ({ group, groupId, person }, voice) => ({
    heading: voice.say('groups.ask.transfer.heading', { group, person: person.name }),
    text: [person.about, voice.say('groups.ask.transfer.text')],
    button: voice.say('groups.ask.transfer.button'),
    typed: voice.command('commands.yesTransfer', { group, person: person.name }),
    verb: 'transferGroup',
    target: { groupId, personId: person.id },
    style: 'destructive',
  }),
  deleteGroup: ({ group, groupId, members, waiting, unlocks, isInEntra }, voice) => ({
    heading: voice.say('groups.ask.delete.heading', { group }),
    text: [
      voice.say('groups.ask.delete.count', { members, waiting }),
      isInEntra ? voice.say('directory.deletedToo') : undefined,
      unlocks.length > 0 ? voice.say('groups.ask.delete.losses') : undefined,
    ],
    items: unlocks.map((name) => shortName(name)),
    afterwards: voice.say('groups.ask.delete.afterwards'),
    button: voice.say('groups.ask.delete.button'),
    typed: voice.command('commands.yesDelete', { group }),
    verb: 'deleteGroup',
    target: { groupId },
    style: 'destructive',
  }),
  enrolKnown: ({ ids, results, joinRule, tells }, voice) => ({
    heading: enrolHeading('groups.ask.enrol', results, voice),
    text: [voice.say('members.import.preview')],
    items: enrolTexts(results, voice),
    afterwards: voice.say('reading.enrol.afterwards', { tells: tells ? 'yes' : 'no' }),
    button: voice.say('groups.ask.enrol.button', { count: results.length }),
    typed:
      results.length === 1
        ? voice.command('commands.yesEnrol', { group: results[0]?.name ?? '' })
        : voice.command('commands.yes'),
    verb: 'enrolGroup',
    target: { value: ids.join(','), ...(joinRule ? { setting: joinRule } : {}) },
    style: 'positive',
  }),
  enrolAll: ({ of, count, examples, joinRule }, voice) => ({
    heading: voice.say('reading.enrolAll.heading', { count, kind: voice.part(`groups.typeInline.${of}`) }),
    text: [
      voice.say('members.import.preview'),
      voice.say('reading.enrolAll.rule', { rule: voice.part(`groups.joinRuleInline.${joinRule}`) }),
      voice.say('reading.enrolAll.examples', { names: someNames(examples, voice) }),
    ],
    afterwards: voice.say('reading.enrol.afterwards', { tells: 'yes' }),
    button: voice.say('groups.ask.enrol.button', { count }),
    typed: voice.command(`commands.yesEnrolAll.${of}`),
    verb: 'enrolAll',
    target: { value: of },
    style: 'positive',
  }),
  linkGroup: ({ group, groupId, members, to, nickname }, voice) => ({
    heading: voice.say(nickname === undefined ? 'reading.link.make' : 'reading.link.join', {
      group,
      nickname: nickname ?? '',
    }),
    text: [
      voice.say('members.import.preview'),
      voice.say('reading.link.members', { count: members }),
      nickname === undefined ? undefined : voice.say('reading.link.theirs'),
    ],
    button: voice.say('reading.link.button'),
    typed: voice.command('commands.yes'),
    verb: 'linkGroup',
    target: { groupId, value: to },
    style: 'positive',
  }),
  enrolGroups: ({ list, formId, results, tells }, voice) => ({
    heading: enrolHeading('groups.ask.enrol', results, voice),
    text: [voice.say('members.import.preview')],
    items: enrolTexts(results, voice),
    afterwards: voice.say('groups.ask.enrol.afterwards', { tells: tells ? 'yes' : 'no' }),
    button: voice.say('groups.ask.enrol.button', { count: results.length }),
    typed: voice.command('commands.enrol'),
    verb: 'enrolGroups',
    target: { value: list, formId },
    style: 'positive',
  }),
};
