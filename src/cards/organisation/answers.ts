import type { OutcomeOf } from '../../domain/outcome.js';
import type { OrganisationOutcome } from '../../domain/organisation/answers.js';
import { settingRows } from '../../domain/organisation/settings/rows.js';
import { valuesOf } from '../../domain/organisation/settings/settings.js';
import type { SettingName } from '../../domain/terms.js';
import type { Voice } from '../../messages/voice.js';
import type { OutcomeBuilders } from '../parts/builders.js';
import { pickField, showForm, type Field } from '../parts/form.js';
import { button, cancel, primary } from '../parts/parts.js';
import { showNews } from '../parts/newsCard.js';
import { namesOf } from '../parts/people.js';
import type { Shown } from '../parts/shown.js';
import { organisationNews } from './news.js';
import { settingValue } from './settingTexts.js';

/** The cards of the organisation. */
export const organisationCards: OutcomeBuilders<OrganisationOutcome> = {
  setUpNeeded: showSetUp,
  settingFormNeeded: showSettingForm,
  proposalNeeded: ({ proposal }, voice) => {
    const { buttons, typed, ...news } = organisationNews.proposalMade(proposal, voice);
    return showNews(
      { ...news, buttons: [...buttons, cancel(voice)], typed: [...typed, voice.command('commands.cancel')] },
      voice,
    );
  },
};

/** The values that a setting can have, to choose from. */
function showSettingForm(outcome: OutcomeOf<'settingFormNeeded'>, voice: Voice): Shown {
  const { say, part, command } = voice;
  const { setting } = outcome;
  const values = valuesOf(setting);
  const last = values.at(-1);
  const example = last === 'selected' ? 'none' : (last ?? freeText(setting, voice)?.example ?? '');
  return showForm(
    {
      kicker: say('organisation.settings.heading'),
      heading: say(`settings.${setting}.label`),
      sentences: [say(`settings.${setting}.what`)],
      fields: settingFields(outcome, voice),
      buttons: [primary(say('organisation.form.button'), 'changeSetting', { setting }), cancel(voice)],
      typed: [
        command('commands.set', {
          setting: part(`settings.${setting}.typed`),
          value: command('commands.value', { value: example }),
        }),
        command('commands.settings'),
        command('commands.cancel'),
      ],
    },
    voice,
  );
}

function settingFields({ setting, value, people, hasPicker }: OutcomeOf<'settingFormNeeded'>, voice: Voice): Field[] {
  const { say } = voice;
  const values = valuesOf(setting);
  const typedIn = freeText(setting, voice);
  const requiredError = say('organisation.form.error');
  return [
    typedIn
      ? { kind: 'text', id: 'value', label: typedIn.label, maxLength: typedIn.maxLength, value, requiredError }
      : {
          kind: 'choice',
          id: 'value',
          label: say('organisation.form.value'),
          look: 'expanded',
          value,
          choices: values.map((one) => ({ title: settingValue(setting, one, voice), value: one })),
          requiredError,
        },
    ...(values.includes('selected')
      ? [
          {
            kind: 'text' as const,
            id: 'people',
            label: say('organisation.form.people'),
            value: namesOf(people).join(', '),
            maxLength: 1000,
          },
          ...(hasPicker ? [pickField('picked', voice, true)] : []),
        ]
      : []),
  ];
}

/** What the first administrator sees: what is off, and the click that turns it on (Q3). */
function showSetUp(_outcome: OutcomeOf<'setUpNeeded'>, voice: Voice): Shown {
  const { say, command } = voice;
  return showForm(
    {
      heading: say('organisation.setUp.heading'),
      sentences: [
        say('organisation.setUp.text'),
        say('organisation.setUp.offRequests'),
        say('organisation.setUp.offLicence'),
        say('organisation.setUp.licenceHint'),
      ],
      fields: [
        {
          kind: 'choice',
          id: 'licence',
          label: say('organisation.setUp.licenceLabel'),
          value: 'P1',
          look: 'expanded',
          choices: (['P1', 'P2', 'none'] as const).map((value) => ({
            title: settingValue('licence', value, voice),
            value,
          })),
        },
      ],
      buttons: [
        primary(say('organisation.setUp.button'), 'setUp'),
        button(say('buttons.settings'), 'showSettings', {}, { inputs: 'none' }),
        cancel(voice),
      ],
      typed: [command('commands.setUp'), command('commands.settings'), command('commands.cancel')],
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
  return { label: say(`organisation.form.${kind}`), maxLength, example };
}
