import { isEverydayWord } from '../words/lexicon.js';
import { spellOut } from '../../domain/names.js';
import { fold } from './fold.js';
import type { KnownName } from './knownName.js';
import { given } from '../../domain/given.js';

/** A way in which a person may be named; `isPart`: a first or a last name alone. */
export interface PersonForm {
  readonly form: string;
  readonly isPart?: true;
}

const titles = ['mr', 'mrs', 'ms', 'miss', 'dr', 'herr', 'frau', 'mister', 'prof'];

/** Every form of a person's name: in both orders, first or last name alone, with initials, with a title, by address. */
export function personForms(person: KnownName): PersonForm[] {
  const plain = person.name.replace(/\s*\([^)]{0,60}\)\s*/g, ' ');
  const [first, last] = firstAndLast(plain);
  const forms = new Map<string, PersonForm>();
  const put = (text: string, isPart?: true): void => {
    const form = fold(text);
    if (form.length > 1 && !forms.has(form)) forms.set(form, { form, ...given({ isPart }) });
  };
  for (const full of [person.name, plain, `${first} ${last}`, `${last} ${first}`]) put(full);
  if (person.email) {
    put(person.email);
    put(person.email.split('@')[0] ?? '');
  }
  if (last !== '') {
    for (const title of titles) put(`${title} ${last}`, true);
    put(`${first} ${last[0] ?? ''}`, true);
    if (!isEverydayWord(fold(last))) put(`${first[0] ?? ''} ${last}`, true);
  }
  put(first, true);
  put(last, true);
  for (const spelt of [first, last]) if (/[äöü]/i.test(spelt)) put(spellOut(spelt), true);
  put(spellOut(`${first} ${last}`));
  return [...forms.values()];
}

/** "Jensen, Bo" and "Bo Jensen" are the first name Bo and the last name Jensen. */
function firstAndLast(name: string): [string, string] {
  const comma = name.indexOf(',');
  if (comma > 0) return [name.slice(comma + 1).trim(), name.slice(0, comma).trim()];
  const words = name.trim().split(/\s+/);
  return [words[0] ?? '', words.slice(1).join(' ')];
}
