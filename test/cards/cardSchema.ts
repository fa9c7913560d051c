import { z } from 'zod';

/** The part of Adaptive Cards 1.5 that the product sends, and nothing beside it: an unknown property is a mistake. */
const text = z.string().min(1);
const colour = z.enum(['default', 'accent', 'good', 'warning', 'attention']);
const spacing = z.enum(['none', 'small', 'medium']);
const size = z.enum(['small', 'large']);

/** What a click carries: the command and ids; no name, state or right could be forged there. */
export const actionData = z.strictObject({
  /** That each is a verb is held by `test/intents/cardsContract.test.ts`. */
  action: z.string().regex(/^[a-z][A-Za-z]+$/u),
  requestId: z
    .string()
    .regex(/^REQ-[0-9A-HJKMNP-TV-Z]{8}$/u)
    .optional(),
  groupId: text.max(60).optional(),
  page: z.number().int().min(1).optional(),
  words: z.string().max(1000).optional(),
  personId: text.max(60).optional(),
  resourceId: text.max(60).optional(),
  formId: text.max(64).optional(),
  setting: text.max(60).optional(),
  value: z.string().max(2000).optional(),
  reason: z.string().max(1000).optional(),
  endsAt: z.iso.datetime().optional(),
  confirmed: z.literal(true).optional(),
});

const buttonLook = {
  title: text.max(100),
  style: z.enum(['positive', 'destructive']).optional(),
  associatedInputs: z.literal('none').optional(),
  data: actionData,
};
const submit = z.strictObject({ type: z.literal('Action.Submit'), ...buttonLook });
const execute = z.strictObject({
  type: z.literal('Action.Execute'),
  verb: actionData.shape.action,
  ...buttonLook,
  fallback: submit,
});
const openUrl = z.strictObject({
  type: z.literal('Action.OpenUrl'),
  title: text.max(100),
  url: z.url({ protocol: /^https?$/u }),
});

const textRun = z.strictObject({
  type: z.literal('TextRun'),
  text,
  color: colour.optional(),
  weight: z.literal('bolder').optional(),
  size: size.optional(),
  isSubtle: z.boolean().optional(),
});
const richTextBlock = z.strictObject({
  type: z.literal('RichTextBlock'),
  inlines: z.array(textRun).min(1),
  spacing: spacing.optional(),
});
const textBlock = z.strictObject({
  type: z.literal('TextBlock'),
  text,
  wrap: z.literal(true),
  style: z.literal('heading').optional(),
  size: size.optional(),
  weight: z.literal('bolder').optional(),
  color: colour.optional(),
  isSubtle: z.boolean().optional(),
  spacing: spacing.optional(),
});
const factSet = z.strictObject({
  type: z.literal('FactSet'),
  facts: z.array(z.strictObject({ title: text, value: text })).min(1),
  spacing: spacing.optional(),
});

const inputId = z.string().regex(/^[a-z][A-Za-z]*$/u);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);
const inputText = z
  .strictObject({
    type: z.literal('Input.Text'),
    id: inputId,
    label: text,
    placeholder: text.optional(),
    value: text.optional(),
    isMultiline: z.boolean().optional(),
    maxLength: z.number(),
    isRequired: z.boolean().optional(),
    errorMessage: text.optional(),
  })
  .refine((input) => !input.isRequired || input.errorMessage !== undefined, 'required without errorMessage');
const inputDate = z
  .strictObject({
    type: z.literal('Input.Date'),
    id: inputId,
    label: text,
    value: day.optional(),
    min: day.optional(),
    max: day.optional(),
    isRequired: z.boolean().optional(),
    errorMessage: text.optional(),
  })
  .refine((input) => !input.isRequired || input.errorMessage !== undefined, 'required without errorMessage');
const choiceSet = z
  .strictObject({
    type: z.literal('Input.ChoiceSet'),
    id: inputId,
    label: text,
    style: z.enum(['compact', 'expanded']),
    wrap: z.boolean().optional(),
    isMultiSelect: z.boolean().optional(),
    value: z.string().optional(),
    isRequired: z.boolean().optional(),
    errorMessage: text.optional(),
    choices: z.array(z.strictObject({ title: text, value: text })).min(2),
  })
  .refine((input) => !input.isRequired || input.errorMessage !== undefined, 'required without errorMessage')
  .refine(
    (input) =>
      !input.value || input.value.split(',').every((each) => input.choices.some(({ value }) => value === each)),
    'preselects what is not offered',
  );

/** Looks people up in the directory: the client finds the choices, so that there are none on the card. */
export const peoplePicker = z.strictObject({
  type: z.literal('Input.ChoiceSet'),
  id: inputId,
  label: text,
  style: z.literal('filtered'),
  placeholder: text,
  isMultiSelect: z.literal(true).optional(),
  choices: z.array(z.never()).length(0),
  'choices.data': z.strictObject({ type: z.literal('Data.Query'), dataset: z.literal('graph.microsoft.com/users') }),
});

const actionSet = z.strictObject({
  type: z.literal('ActionSet'),
  actions: z
    .array(z.union([execute, openUrl]))
    .min(1)
    .max(5),
  spacing: spacing.optional(),
});
const plainElement = z.union([richTextBlock, textBlock, factSet, actionSet]);
const container = z.strictObject({
  type: z.literal('Container'),
  items: z
    .array(z.union([plainElement, inputText, inputDate, choiceSet, peoplePicker, z.lazy(() => innerContainer)]))
    .min(1),
  style: z.literal('emphasis').optional(),
  spacing: spacing.optional(),
  separator: z.boolean().optional(),
});
const innerContainer = z.strictObject({
  type: z.literal('Container'),
  items: z.array(plainElement).min(1),
  style: z.literal('emphasis').optional(),
  spacing: spacing.optional(),
});
const column = z.strictObject({
  type: z.literal('Column'),
  width: z.enum(['stretch', 'auto']),
  verticalContentAlignment: z.literal('center').optional(),
  items: z.array(plainElement).min(1),
});
// More than two columns would not fit a narrow screen.
const columnSet = z.strictObject({
  type: z.literal('ColumnSet'),
  columns: z.array(column).min(1).max(2),
  spacing: spacing.optional(),
  separator: z.boolean().optional(),
});
const element = z.union([plainElement, container, columnSet, inputText, inputDate, choiceSet]);

const innerCard = z.strictObject({
  type: z.literal('AdaptiveCard'),
  body: z.array(z.union([inputText, inputDate, choiceSet])).min(1),
  actions: z.array(execute).length(1),
});
const showCard = z.strictObject({
  type: z.literal('Action.ShowCard'),
  title: text.max(100),
  style: z.enum(['positive', 'destructive']).optional(),
  card: innerCard,
});

/** A whole card. */
export const cardSchema = z.strictObject({
  $schema: z.literal('http://adaptivecards.io/schemas/adaptive-card.json'),
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.5'),
  fallbackText: text,
  refresh: z.strictObject({ action: execute, userIds: z.array(text).max(60) }).optional(),
  body: z.array(element).min(1),
  actions: z
    .array(z.union([execute, openUrl, showCard]))
    .max(5)
    .optional(),
});
