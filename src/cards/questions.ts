import type { OutcomeOf } from '../domain/outcome.js';
import type { Question } from '../domain/question.js';
import type { Voice } from '../messages/voice.js';
import { clip, verbatim } from '../messages/escape.js';
import { bind } from './parts/bind.js';
import { showList } from './parts/listCard.js';
import { button, frame, paragraphs, type ButtonData, type Target, type Verb } from './parts/parts.js';
import type { Shown } from './parts/shown.js';
import type { ConfirmData } from './parts/confirmData.js';

/** The question before a change; the one button carries it out. */
export function showQuestion({ question }: OutcomeOf<'confirmNeeded'>, voice: Voice): Shown {
  const { say, f } = voice;
  // As with notices: keyed by the question's own code.
  const ask = say.questions[question.code] as (
    question: Question,
    formats: typeof f,
  ) => ReturnType<(typeof say.questions)['changeAdmin']>;
  const { heading, text, items = [], afterwards, button: title, typed } = ask(question, f);
  const data: ConfirmData = {
    ...frame({ summary: heading, heading, typed: [typed] }, voice),
    paragraphs: paragraphs(...text),
    items: items.map((item) => ({ text: verbatim(clip(item, 160)) })),
    afterwards: paragraphs(afterwards),
    buttons: [confirmButton(question, title)],
  };
  return { card: bind('confirm', data), summary: heading };
}

function confirmButton(question: Question, title: string): ButtonData {
  const [verb, target, style] = actionOf(question);
  return button(title, verb, { ...target, confirmed: true }, { style });
}

function actionOf(question: Question): [Verb, Target, 'positive' | 'destructive'] {
  switch (question.code) {
    case 'changeSetting':
      return [
        'changeSetting',
        {
          setting: question.setting,
          value:
            question.people.length > 0
              ? `${question.after}:${question.people.map(({ id }) => id).join(',')}`
              : question.after,
        },
        'positive',
      ];
    case 'changeAdmin':
      return [
        'changeAdmin',
        { personId: question.person.id, value: question.is ? 'yes' : 'no' },
        question.is ? 'positive' : 'destructive',
      ];
    case 'changeGroup':
      return ['changeGroup', { groupId: question.groupId, setting: question.field, value: question.after }, 'positive'];
    case 'saveGroup': {
      const wished = Object.fromEntries(question.changes.map(({ field, after }) => [field, after]));
      return ['saveGroup', { groupId: question.groupId, value: JSON.stringify(wished) }, 'positive'];
    }
    case 'transferGroup':
      return ['transferGroup', { groupId: question.groupId, personId: question.person.id }, 'destructive'];
    case 'deleteGroup':
      return ['deleteGroup', { groupId: question.groupId }, 'destructive'];
    case 'enrolGroups':
      return ['enrolGroups', { value: question.list, formId: question.formId }, 'positive'];
    case 'importMembers':
      return ['importMembers', { groupId: question.groupId, value: question.list }, 'positive'];
    case 'removeMember':
      return [
        'removeMember',
        {
          groupId: question.groupId,
          personId: question.person.id,
          ...(question.reason ? { reason: question.reason } : {}),
        },
        'destructive',
      ];
    case 'changeRole':
      return [
        'changeRole',
        { groupId: question.groupId, personId: question.person.id, value: question.role },
        question.role === 'member' ? 'destructive' : 'positive',
      ];
    case 'changeGrant':
      return [
        'changeGrant',
        { resourceId: question.resourceId, groupId: question.groupId, value: question.is ? 'yes' : 'no' },
        question.is ? 'positive' : 'destructive',
      ];
    case 'changeBlock':
      return [
        'changeBlock',
        {
          resourceId: question.resourceId,
          personId: question.person.id,
          value: question.is ? 'yes' : 'no',
          ...(question.reason ? { reason: question.reason } : {}),
        },
        question.is ? 'destructive' : 'positive',
      ];
  }
}

/** Which one was meant; a click carries on with it. */
export function showChoice({ choice }: OutcomeOf<'choiceNeeded'>, voice: Voice): Shown {
  const { say } = voice;
  const { what, typed, verb, carry, options } = choice;
  const heading = say.choices.heading[what];
  const [first] = options;
  return showList(
    {
      summary: heading,
      heading,
      sentences: [say.choices.intro(clip(typed, 60))],
      rows: options.map(({ id, title, about }) => ({
        title,
        about: [about],
        buttons: [
          button(say.choices.pick, verb, {
            ...carry,
            ...(verb === 'listMembers' || verb === 'listAccess' ? { page: 1 } : {}),
            [`${what}Id`]: id,
          }),
        ],
      })),
      buttons: [],
      typed: first ? [say.choices.typed[verb](first.title)] : ['help'],
    },
    voice,
  );
}
