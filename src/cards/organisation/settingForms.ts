import type { OutcomeOf } from '../../domain/outcome.js';
import { settingRows } from '../../domain/organisation/settings/rows.js';
import { valuesOf } from '../../domain/organisation/settings/settings.js';
import type { Voice } from '../../messages/voice.js';
import { settingTexts, settingValue } from '../../messages/en/settings.js';
import { showForm } from '../parts/form.js';
import { button, primary } from '../parts/parts.js';
import type { Shown } from '../parts/shown.js';
import type { SettingName } from '../../domain/terms.js';

/** The values that a setting can have, to choose from. */
export function showSettingForm({ setting, value, people }: OutcomeOf<'settingFormNeeded'>, voice: Voice): Shown {
  const { say, f } = voice;
  const text = say.settings.form;
  const { label, what, typed } = settingTexts[setting];
  const values = valuesOf(setting);
  const names = people.map(({ name }) => name).join(', ');
  const typedIn = freeText(setting, voice);
  return showForm(
    {
      kicker: say.settings.heading,
      heading: label,
      sentences: [what],
      fields: [
        typedIn
          ? { kind: 'text', id: 'value', ...typedIn, value, requiredError: text.error }
          : {
              kind: 'choice',
              id: 'value',
              label: text.value,
              look: 'expanded',
              value,
              choices: values.map((one) => ({ title: settingValue(setting, one, f), value: one })),
              requiredError: text.error,
            },
        ...(values.includes('selected')
          ? [{ kind: 'text' as const, id: 'people', label: text.people, value: names, maxLength: 1000 }]
          : []),
      ],
      buttons: [primary(text.button, 'changeSetting', { setting })],
      typed: [
        `set ${typed} ${values.at(-1) === 'selected' ? 'none' : (values.at(-1) ?? typedIn?.example ?? '')}`,
        'settings',
      ],
    },
    voice,
  );
}

/** What the first administrator sees: what is off, and the click that turns it on (Q3). */
export function showSetUp(_outcome: OutcomeOf<'setUpNeeded'>, voice: Voice): Shown {
  const { say } = voice;
  const text = say.settings.setUp;
  return showForm(
    {
      heading: text.heading,
      sentences: [text.text, ...text.off, text.licenceHint],
      fields: [
        {
          kind: 'choice',
          id: 'licence',
          label: text.licenceLabel,
          value: 'P1',
          look: 'expanded',
          choices: (['P1', 'P2', 'none'] as const).map((value) => ({
            title: value === 'none' ? 'None' : value,
            value,
          })),
        },
      ],
      buttons: [primary(text.button, 'setUp'), button(say.buttons.settings, 'showSettings', {}, { inputs: 'none' })],
      typed: ['set up with P1', 'settings'],
    },
    voice,
  );
}

/** What is typed for a setting that has no list of values; nothing for the others. */
function freeText(
  setting: SettingName,
  { say }: Voice,
): { readonly label: string; readonly maxLength: number; readonly example: string } | undefined {
  const { form } = settingRows[setting].sort;
  if (form.kind === 'choice') return undefined;
  const { kind, maxLength, example } = form;
  return { label: say.settings.form[kind], maxLength, example };
}
