import { given } from '../../domain/given.js';
import { said, type Voice } from '../../messages/voice.js';
import { inputText, plain, type PlainText, type RunText } from '../../messages/escape.js';
import { shortName } from '../parts/lengths.js';
import { bind } from '../parts/bind.js';
import { choice, dayRange, durationChoices, durationValue, noDuration, type ChoiceData } from '../parts/durations.js';
import {
  button,
  cancel,
  frame,
  paragraphs,
  primary,
  type ButtonData,
  type FrameData,
  type ParagraphData,
} from '../parts/parts.js';
import type { Shown } from '../parts/shown.js';
import { standingSentence } from '../parts/standing.js';
import { unexplainedOf } from '../parts/unexplained.js';
import type { GroupRow, JoinForm } from '../../domain/views.js';

/** The data of `cards/joinForm.json`: which group, why and for how long; an input whose id is null is left out. */
export interface JoinFormData extends FrameData {
  readonly paragraphs: readonly ParagraphData[];
  readonly problem: PlainText | null;
  readonly groupInput: 'groupId' | null;
  readonly groupLabel: PlainText;
  readonly groups: readonly ChoiceData[];
  readonly groupValue: string | null;
  readonly groupError: PlainText;
  /** Groups that came up but cannot be asked for, and why. */
  readonly notes: readonly ParagraphData[];
  readonly reasonInput: 'justification' | null;
  readonly reasonLabel: PlainText;
  readonly reasonHint: PlainText;
  readonly reason: RunText | null;
  readonly reasonRequired: boolean;
  readonly reasonError: PlainText;
  readonly durationInput: 'duration' | null;
  readonly durationLabel: PlainText;
  readonly durations: readonly ChoiceData[];
  readonly durationValue: string;
  readonly untilInput: 'until' | null;
  readonly untilLabel: PlainText;
  readonly untilValue: string | null;
  readonly untilMin: string;
  readonly untilMax: string | null;
  readonly buttons: readonly ButtonData[];
}

/** Problems with what was given: said in the colour of a problem. */
const problems: ReadonlySet<JoinForm['why']> = new Set<JoinForm['why']>([
  'reasonTooShort',
  'durationTooLong',
  'durationInThePast',
]);

/** The form on which somebody picks a group and says what is still missing. */
export function showJoinForm({ form }: { readonly form: JoinForm }, voice: Voice): Shown {
  const { say } = voice;
  const open = form.candidates.filter(({ standing }) => standing.kind === 'canJoin' || standing.kind === 'canAsk');
  const summary = headingOf(form, voice);
  const intro = introOf(form, voice);
  const isProblem = problems.has(form.why);
  const data: JoinFormData = {
    ...frame({ summary, heading: summary, kicker: say('joining.kicker'), typed: typedFor(form, open, voice) }, voice),
    paragraphs: paragraphs(isProblem ? undefined : intro, unexplainedOf(form.unexplained ?? [], voice)),
    problem: isProblem && intro ? plain(intro) : null,
    ...groupFields(form, open, voice),
    ...reasonFields(form, open, voice),
    ...durationFields(form, open, voice),
    buttons: buttonsFor(form, open, voice),
  };
  return { card: bind('joinForm', data), summary };
}

function openRows({ candidates }: JoinForm): readonly GroupRow[] {
  return candidates.filter(({ standing }) => standing.kind === 'canJoin' || standing.kind === 'canAsk');
}

function only(rows: readonly GroupRow[]): GroupRow | undefined {
  return rows.length === 1 ? rows[0] : undefined;
}

function headingOf(form: JoinForm, { say }: Voice): string {
  // The one that can be joined is the one that the button is for.
  const group = (only(form.candidates) ?? only(openRows(form)))?.group.name;
  const { resource = '' } = form;
  switch (form.why) {
    case 'confirm':
      return group ? say('joining.heading.confirm', { group }) : say('joining.heading.confirmOne');
    case 'inexact':
      return group ? say('joining.heading.inexact', { group }) : say('joining.heading.which');
    case 'several':
      return say('joining.heading.which');
    case 'unlocksResource':
      return group
        ? say('joining.heading.unlocksResource', { group, resource })
        : say('joining.heading.severalUnlock', { resource });
    case 'reasonMissing':
      return group ? say('joining.heading.reasonMissing', { group }) : say('joining.heading.reasonMissingAny');
    case 'reasonTooShort':
    case 'durationTooLong':
    case 'durationInThePast':
      return say(`joining.heading.${form.why}`);
  }
}

function introOf(
  { why, typed, minJustificationLength, maxDurationDays = 0 }: JoinForm,
  { say }: Voice,
): string | undefined {
  switch (why) {
    case 'inexact':
    case 'several':
      return typed ? say(`joining.intro.${why}`, { typed }) : undefined;
    case 'reasonTooShort':
      return say('joining.intro.reasonTooShort', { min: minJustificationLength });
    case 'durationTooLong':
      return say('joining.intro.durationTooLong', { days: maxDurationDays });
    default:
      return say(`joining.intro.${why}`);
  }
}

type GroupFields = Pick<JoinFormData, 'groupInput' | 'groupLabel' | 'groups' | 'groupValue' | 'groupError' | 'notes'>;

function groupFields({ candidates }: JoinForm, open: readonly GroupRow[], voice: Voice): GroupFields {
  const { say, part } = voice;
  const closed = candidates.filter((row) => !open.includes(row));
  return {
    // With one group there is nothing to pick: its id goes with the button.
    groupInput: open.length > 1 ? 'groupId' : null,
    groupLabel: plain(say('joining.groupLabel')),
    groups: open.map(({ group }) =>
      choice(
        say('joining.choice', { group: shortName(group.name), rule: part(`groups.joinRuleInline.${group.joinRule}`) }),
        group.id,
      ),
    ),
    groupValue: null,
    groupError: plain(say('joining.groupError')),
    notes: paragraphs(
      ...closed.map(({ group, standing }) =>
        candidates.length === 1
          ? standingSentence(standing, voice)
          : withName(group.name, standingSentence(standing, voice), voice),
      ),
    ),
  };
}

/** Says of which group a sentence is, where it does not name it itself. */
function withName(group: string, sentence: string, { say }: Voice): string {
  return sentence.includes(group) ? sentence : say('joining.cannot', { group, why: said(sentence) });
}

type ReasonFields = Pick<
  JoinFormData,
  'reasonInput' | 'reasonLabel' | 'reasonHint' | 'reason' | 'reasonRequired' | 'reasonError'
>;

function reasonFields(
  { justification, justificationRule }: JoinForm,
  open: readonly GroupRow[],
  { say }: Voice,
): ReasonFields {
  const required = justificationRule === 'required';
  return {
    reasonInput: open.length === 0 || justificationRule === 'off' ? null : 'justification',
    reasonLabel: plain(required ? say('joining.reasonLabel') : say('joining.reasonLabelOptional')),
    reasonHint: plain(say('joining.reasonHint')),
    reason: justification ? inputText(justification) : null,
    reasonRequired: required,
    reasonError: plain(say('joining.reasonError')),
  };
}

type DurationFields = Pick<
  JoinFormData,
  | 'durationInput'
  | 'durationLabel'
  | 'durations'
  | 'durationValue'
  | 'untilInput'
  | 'untilLabel'
  | 'untilValue'
  | 'untilMin'
  | 'untilMax'
>;

function durationFields(form: JoinForm, open: readonly GroupRow[], voice: Voice): DurationFields {
  const { say, f } = voice;
  const limit = form.maxDurationDays;
  // A length that was refused is not offered again.
  const kept = form.why === 'durationTooLong' || form.why === 'durationInThePast' ? undefined : form.duration;
  const durations = durationChoices(given({ duration: kept, maxDurationDays: limit }), voice);
  const wanted = durationValue(kept);
  return {
    durationInput: open.length === 0 ? null : 'duration',
    durationLabel: plain(
      limit === undefined ? say('joining.durationLabel') : say('joining.durationLimit', { days: limit }),
    ),
    durations,
    durationValue: durations.some(({ value }) => value === wanted) ? wanted : noDuration,
    untilInput: open.length === 0 ? null : 'until',
    untilLabel: plain(say('joining.untilLabel')),
    untilValue: kept?.kind === 'until' ? f.isoDay(kept.until) : null,
    ...dayRange(limit, voice),
  };
}

function buttonsFor(form: JoinForm, open: readonly GroupRow[], voice: Voice): ButtonData[] {
  const { say } = voice;
  const browse = button(say('buttons.browse'), 'browseGroups', { page: 1 }, { inputs: 'none' });
  const first = form.candidates[0];
  const see =
    first && form.candidates.length === 1
      ? [button(say('buttons.seeGroup'), 'showGroup', { groupId: first.group.id }, { inputs: 'none' })]
      : [];
  if (open.length === 0) return [...see, browse, cancel(voice)];
  const title = open.every(({ standing }) => standing.kind === 'canJoin') ? say('buttons.join') : say('buttons.ask');
  const single = only(open);
  return [primary(title, 'joinGroup', single ? { groupId: single.group.id } : {}), ...see, browse, cancel(voice)];
}

function typedFor(
  { candidates, justificationRule }: JoinForm,
  open: readonly GroupRow[],
  { command }: Voice,
): string[] {
  const group = shortName((open[0] ?? candidates[0])?.group.name ?? '…');
  const join = command(justificationRule === 'off' ? 'commands.join' : 'commands.joinBecause', { group });
  return [
    ...(open.length === 0 ? [] : [join]),
    ...(candidates.length === 1 ? [command('commands.group', { group })] : []),
    command('commands.groups'),
    command('commands.cancel'),
  ];
}
