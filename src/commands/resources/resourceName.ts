import type { Refusal } from '../../domain/refusal.js';

/** The longest name of a resource, in characters. */
const longest = 120;

/** What looks like an address and was not read as a link. */
const strayAddress = /(?:^|\s)[a-z][a-z0-9+.-]*:\S/i;

/** A resource's name as it is kept, or why it cannot be one. */
export function resourceName(typed: string): string | Extract<Refusal, { code: 'name_not_allowed' }> {
  const name = typed.replace(/\s+/g, ' ').trim();
  if (name === '') return { code: 'name_not_allowed', name, problem: 'missing' };
  if ([...name].length > longest)
    return { code: 'name_not_allowed', name: [...name].slice(0, 40).join(''), problem: 'tooLong' };
  return strayAddress.test(name) ? { code: 'name_not_allowed', name, problem: 'address' } : name;
}
