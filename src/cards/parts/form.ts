import { given } from '../../domain/given.js';
import type { Voice } from '../../messages/voice.js';
import { inputText, plain, type PlainText, type RunText } from '../../messages/escape.js';
import { bind } from './bind.js';
import {
  frame,
  paragraphs,
  type ButtonData,
  type FactData,
  type Frame,
  type FrameData,
  type ParagraphData,
} from './parts.js';
import type { Shown } from './shown.js';

/** The data of `cards/form.json`: some fields to fill in, and the buttons that send them. */
export interface FormData extends FrameData {
  readonly paragraphs: readonly ParagraphData[];
  readonly facts: readonly FactData[];
  readonly problem: PlainText | null;
  readonly fields: readonly FieldData[];
  readonly buttons: readonly ButtonData[];
}

interface FieldData {
  readonly textId: string | null;
  readonly choiceId: string | null;
  readonly pickId: string | null;
  readonly dateId: string | null;
  readonly label: PlainText;
  readonly value: RunText | null;
  readonly hint: PlainText | null;
  readonly multiline: boolean | null;
  readonly maxLength: number | null;
  readonly required: boolean | null;
  readonly error: PlainText | null;
  readonly style: 'compact' | 'expanded' | null;
  readonly several: boolean | null;
  readonly choices: readonly { readonly title: PlainText; readonly value: RunText }[];
  readonly min: string | null;
}

/** One thing to fill in; `id` is the name under which a click sends it. */
export type Field = { readonly id: string; readonly label: string; readonly value?: string | undefined } & (
  | {
      readonly kind: 'text';
      readonly hint?: string;
      readonly lines?: 'one' | 'many';
      readonly maxLength: number;
      readonly requiredError?: string;
    }
  | {
      readonly kind: 'choice';
      readonly choices: readonly Choice[];
      readonly look?: 'compact' | 'expanded';
      readonly several?: true;
      readonly requiredError?: string;
    }
  /** Looks people up in the organisation's directory, where the client can. */
  | { readonly kind: 'people'; readonly hint: string; readonly several?: true; readonly requiredError?: undefined }
  /** `min`: the first day that can be chosen, as `2026-12-31`. */
  | { readonly kind: 'day'; readonly min?: string; readonly requiredError?: string }
);

/** One of several answers to choose from. */
export interface Choice {
  readonly title: string;
  readonly value: string;
}

/** What a form says and asks. */
export interface Form extends Omit<Frame, 'summary'> {
  readonly sentences: readonly (string | undefined)[];
  readonly facts?: readonly FactData[];
  /** What was wrong with what was filled in before. */
  readonly problem?: string | undefined;
  readonly fields: readonly Field[];
  readonly buttons: readonly ButtonData[];
}

/** A card with fields; its heading is the notification too. */
export function showForm({ sentences, facts = [], problem, fields, buttons, ...rest }: Form, voice: Voice): Shown {
  const summary = rest.heading;
  const data: FormData = {
    ...frame({ ...rest, summary }, voice),
    paragraphs: paragraphs(...sentences),
    facts,
    problem: problem ? plain(problem) : null,
    fields: fields.map(toFieldData),
    buttons,
  };
  return { card: bind('form', data), summary };
}

/** What looks people up beside a field into which they can be typed. */
export function pickField(id: string, voice: Voice, several?: true): Field {
  const label = voice.say('shared.pick.label');
  return { kind: 'people', id, label, hint: voice.say('shared.pick.hint'), ...given({ several }) };
}

function toFieldData(field: Field): FieldData {
  const { id, label, value, requiredError } = field;
  const blank = {
    textId: null,
    choiceId: null,
    pickId: null,
    dateId: null,
    hint: null,
    multiline: null,
    maxLength: null,
    style: null,
    several: null,
    choices: [],
    min: null,
  };
  const shared = {
    ...blank,
    label: plain(label),
    value: value ? inputText(value) : null,
    required: requiredError ? true : null,
    error: requiredError ? plain(requiredError) : null,
  };
  if (field.kind === 'day') return { ...shared, dateId: id, min: field.min ?? null };
  if (field.kind === 'people')
    return { ...shared, pickId: id, hint: plain(field.hint), several: field.several ?? null };
  if (field.kind === 'text')
    return {
      ...shared,
      textId: id,
      hint: field.hint ? plain(field.hint) : null,
      multiline: field.lines === 'many' ? true : null,
      maxLength: field.maxLength,
    };
  const choices = field.choices.map((choice) => ({
    title: plain(choice.title),
    value: inputText(choice.value),
  }));
  return { ...shared, choiceId: id, style: field.look ?? 'compact', several: field.several ?? null, choices };
}
