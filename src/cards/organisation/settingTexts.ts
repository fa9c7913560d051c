import { settingRows } from '../../domain/organisation/settings/rows.js';
import { longestDays } from '../../domain/organisation/settings/sorts.js';
import type { SettingName } from '../../domain/terms.js';
import type { Phrase } from '../../messages/placeholders.js';
import { anyOf, said, type Voice } from '../../messages/voice.js';

/** A setting's value, as it is read. */
export function settingValue(name: SettingName, value: string, { say }: Voice): string {
  switch (settingRows[name].sort.form.kind) {
    case 'choice':
      return say('settings.value', { value });
    case 'days':
      return value === 'none' ? say('settings.value.noLimit') : say('settings.value.days', { days: Number(value) });
    case 'count':
      return value === 'none' ? say('settings.value.noLimit') : say('settings.value.count', { count: Number(value) });
    case 'text':
    case 'words':
      return value === 'none' ? say('settings.value.none') : say('settings.value.words', { value });
  }
}

/** A setting's value as a part of a sentence. */
export function settingPhrase(name: SettingName, value: string, voice: Voice): Phrase {
  return said(settingValue(name, value, voice));
}

/** What a setting can be set to, in a sentence. */
export function possibleValues(name: SettingName, voice: Voice): string {
  const { say, part } = voice;
  const { form } = settingRows[name].sort;
  if (form.kind === 'days') return say('settings.possible.days', { most: longestDays });
  if (form.kind === 'words') return say('settings.possible.words');
  if (form.kind !== 'choice') return say(`settings.possible.${form.kind}`, { most: form.maxLength });
  if (form.values.every((value) => value === 'none' || value === 'selected')) return say('settings.possible.people');
  return say('settings.possible.oneOf', {
    values: anyOf(
      form.values.map((value) =>
        value === 'selected'
          ? part('settings.possible.namesOfPeople')
          : part('groups.value.quoted', { value: settingPhrase(name, value, voice) }),
      ),
    ),
  });
}
