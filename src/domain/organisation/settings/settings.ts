import { settingRows } from './rows.js';
import type { SettingWish, Tenant } from '../tenant.js';
import type { SettingName } from '../../terms.js';

/** How a setting stands now. */
export function readSetting(tenant: Tenant, name: SettingName): SettingWish {
  return { name, ...settingRows[name].read(tenant) };
}

/** A wish as it is kept: blocked words one by one, each once. */
export function tidyWish(wish: SettingWish): SettingWish {
  return { ...wish, value: settingRows[wish.name].sort.tidy(wish.value) };
}

/** Whether a wish is one that its setting can have. */
export function isPossible(wish: SettingWish): boolean {
  return settingRows[wish.name].sort.isPossible(wish);
}

/** The settings as a wish would have them; the record's version and effects are not touched. */
export function withSetting(tenant: Tenant, wish: SettingWish): Tenant {
  return settingRows[wish.name].write(tenant, wish);
}

/** Whether a wish gives anybody more than the setting does now (F59). */
export function isLooser(now: SettingWish, wish: SettingWish): boolean {
  return settingRows[wish.name].sort.isLooser(now, wish);
}

/** Whether a wish is what the setting says already. */
export function isSame(now: SettingWish, wish: SettingWish): boolean {
  const [a, b] = [now.personIds ?? [], wish.personIds ?? []];
  return (
    now.value === wish.value &&
    (wish.value !== 'selected' || (a.length === b.length && a.every((id) => b.includes(id))))
  );
}

/** The values that a setting can have, from the tightest to the loosest; free ones have none. */
export function valuesOf(name: SettingName): readonly string[] {
  const { form } = settingRows[name].sort;
  return form.kind === 'choice' ? form.values : [];
}
