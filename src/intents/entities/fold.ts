import { toPlainKey } from '../../domain/names.js';

export { toPlainKey as fold };

/** The same without blanks: "night shift" and "nightshift". */
export function squeeze(text: string): string {
  return toPlainKey(text).replace(/ /g, '');
}
