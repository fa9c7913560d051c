import type { TableOf } from '../../domain/table.js';
import type { Voice } from '../../messages/voice.js';
import { settingTexts, settingValue } from '../../messages/en/settings.js';
import type { List, Row } from '../parts/listCard.js';
import { button } from '../parts/parts.js';

/** Every setting with its value and who changed it, as a list. */
export function settingsTable({ rows, page: { page } }: TableOf<'settings'>, { say, f }: Voice): List {
  const text = say.settings;
  const isFirst = page === 1;
  return {
    summary: text.heading,
    heading: isFirst ? text.heading : text.rules,
    sentences: [text.intro],
    rows: rows.map(({ name, value, people, changed }): Row => {
      const flip = value === 'yes' ? 'no' : value === 'no' ? 'yes' : undefined;
      return {
        title: settingTexts[name].label,
        badge: people.length > 0 ? f.and(people.map((person) => person.name)) : settingValue(name, value, f),
        badgeColour: 'accent',
        about: [changed ? text.changed(changed.by.name, changed.at, f) : text.byDefault],
        detail: settingTexts[name].what,
        buttons:
          flip === undefined
            ? [button(text.change.other, 'changeSetting', { setting: name })]
            : [button(text.change[flip], 'changeSetting', { setting: name, value: flip })],
      };
    }),
    buttons: [
      isFirst
        ? button(text.rules, 'showSettings', { page: 2 })
        : button(say.buttons.settings, 'showSettings', { page: 1 }),
      button(say.buttons.admins, 'listAdmins'),
    ],
    typed: isFirst
      ? ['set owners manage requests yes', 'set licence P1', 'settings page 2', 'admins']
      : ['set longest membership 180', 'set name prefix GRP-', 'settings', 'admins'],
  };
}

/** Who administers, as a list. */
export function adminsTable({ people }: TableOf<'admins'>, { say }: Voice): List {
  const text = say.settings.admins;
  return {
    summary: text.heading,
    heading: text.heading,
    sentences: [text.text],
    rows: people
      .slice(0, 12)
      .map(({ name, about }) => ({ title: name, badge: text.role, about: [about], buttons: [] })),
    buttons: [button(say.buttons.settings, 'showSettings')],
    typed: ['admins add …', 'admins remove …', 'settings'],
  };
}
