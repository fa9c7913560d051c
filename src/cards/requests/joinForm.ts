import type { Voice } from '../../messages/voice.js';
import { clip, inputText, isolate, plain, type PlainText, type RunText } from '../../messages/escape.js';
import { bind } from '../parts/bind.js';
import { choice, dayRange, durationChoices, noDuration, type ChoiceData } from '../parts/durations.js';
import {
  button,
  frame,
  paragraphs,
  primary,
  type ButtonData,
  type FrameData,
  type ParagraphData,
} from '../parts/parts.js';
import type { Shown } from '../parts/shown.js';
import { standingSentence } from '../parts/standing.js';
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
    ...frame({ summary, heading: summary, kicker: say.joinForm.kicker, typed: typedFor(form, open) }, voice),
    paragraphs: isProblem ? [] : paragraphs(intro),
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
  const one = only(form.candidates) ?? only(openRows(form));
  return say.joinForm.heading[form.why](one && isolate(one.group.name), isolate(form.resource ?? ''));
}

function introOf(
  { why, typed, minJustificationLength, maxDurationDays }: JoinForm,
  { say, f }: Voice,
): string | undefined {
  if ((why === 'inexact' || why === 'several') && !typed) return undefined;
  return say.joinForm.intro[why](
    isolate(typed ?? ''),
    minJustificationLength,
    maxDurationDays === undefined ? '' : f.days(maxDurationDays),
  );
}

type GroupFields = Pick<JoinFormData, 'groupInput' | 'groupLabel' | 'groups' | 'groupValue' | 'groupError' | 'notes'>;

function groupFields({ candidates }: JoinForm, open: readonly GroupRow[], voice: Voice): GroupFields {
  const { say } = voice;
  const closed = candidates.filter((row) => !open.includes(row));
  return {
    // With one group there is nothing to pick: its id goes with the button.
    groupInput: open.length > 1 ? 'groupId' : null,
    groupLabel: plain(say.joinForm.groupLabel),
    groups: open.map(({ group }) =>
      choice(say.joinForm.choice(clip(group.name, 120), say.joinRules[group.joinRule]), group.id),
    ),
    groupValue: null,
    groupError: plain(say.joinForm.groupError),
    notes: paragraphs(
      ...closed.map(({ group, standing }) =>
        candidates.length === 1
          ? standingSentence(standing, voice)
          : say.joinForm.cannot(group.name, standingSentence(standing, voice)),
      ),
    ),
  };
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
    reasonLabel: plain(required ? say.joinForm.reasonLabel : say.joinForm.reasonLabelOptional),
    reasonHint: plain(say.joinForm.reasonHint),
    reason: justification ? inputText(justification) : null,
    reasonRequired: required,
    reasonError: plain(say.joinForm.reasonError),
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
  const durations = durationChoices(
    { ...(kept ? { duration: kept } : {}), ...(limit === undefined ? {} : { maxDurationDays: limit }) },
    voice,
  );
  const wanted = kept === undefined ? noDuration : kept.kind === 'days' ? String(kept.days) : 'until';
  return {
    durationInput: open.length === 0 ? null : 'duration',
    durationLabel: plain(limit === undefined ? say.joinForm.durationLabel : say.joinForm.durationLimit(limit, f)),
    durations,
    durationValue: durations.some(({ value }) => value === wanted) ? wanted : noDuration,
    untilInput: open.length === 0 ? null : 'until',
    untilLabel: plain(say.joinForm.untilLabel),
    untilValue: kept?.kind === 'until' ? f.isoDay(kept.until) : null,
    ...dayRange(limit, voice),
  };
}

function buttonsFor(form: JoinForm, open: readonly GroupRow[], { say: { buttons } }: Voice): ButtonData[] {
  const browse = button(buttons.browse, 'browseGroups', { page: 1 }, { inputs: 'none' });
  const first = form.candidates[0];
  const see =
    first && form.candidates.length === 1
      ? [button(buttons.seeGroup, 'showGroup', { groupId: first.group.id }, { inputs: 'none' })]
      : [];
  if (open.length === 0) return [...see, browse];
  const title = open.every(({ standing }) => standing.kind === 'canJoin') ? buttons.join : buttons.ask;
  const single = only(open);
  return [primary(title, 'joinGroup', single ? { groupId: single.group.id } : {}), ...see, browse];
}

function typedFor({ candidates, justificationRule }: JoinForm, open: readonly GroupRow[]): string[] {
  const name = clip((open[0] ?? candidates[0])?.group.name ?? '…', 80);
  const join = open.length === 0 ? [] : [`join ${name}${justificationRule === 'off' ? '' : ' because …'}`];
  return [...join, ...(candidates.length === 1 ? [`group ${name}`] : []), 'groups'];
}
