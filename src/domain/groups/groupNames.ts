import { toNameKey } from '../names.js';
import type { Refusal } from '../refusal.js';
import type { Tenant } from '../organisation/tenant.js';

/** Entra's own limit, in characters. */
export const longestGroupName = 120;

/** A name as the organisation's rule makes it: with its prefix, once (F56). */
export function toGroupName(typed: string, tenant: Pick<Tenant, 'naming'>): string {
  const name = typed.replace(/\s+/g, ' ').trim();
  const { prefix = '' } = tenant.naming ?? {};
  return name === '' || name.toLowerCase().startsWith(prefix.toLowerCase()) ? name : `${prefix}${name}`;
}

/** What is wrong with a name: whole words are compared, in any case; the word at fault is told (F56). */
export function findNameProblem(
  name: string,
  tenant: Pick<Tenant, 'naming'>,
): Extract<Refusal, { code: 'name_not_allowed' }> | undefined {
  if (name === '') return { code: 'name_not_allowed', name, problem: 'missing' };
  if ([...name].length > longestGroupName)
    return { code: 'name_not_allowed', name: [...name].slice(0, 40).join(''), problem: 'tooLong' };
  const words = toWords(name);
  const blocked = (tenant.naming?.blockedWords ?? []).find((word) => words.includes(toWords(word)));
  return blocked === undefined ? undefined : { code: 'name_not_allowed', name, problem: 'blockedWord', word: blocked };
}

/** The words of a text between blanks, also at both ends, so that only whole words are found in it. */
function toWords(text: string): string {
  return ` ${toNameKey(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ')} `;
}
