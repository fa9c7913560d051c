import { fold, squeeze } from './fold.js';
import type { KnownName } from './knownName.js';
import { personForms } from './people.js';
import { given } from '../../domain/given.js';

/** Names of an organisation, ready to be found in a text. */
export interface NameBook {
  readonly forms: ReadonlyMap<string, readonly Entry[]>;
  readonly squeezed: ReadonlyMap<string, readonly Entry[]>;
  readonly parts: ReadonlyMap<string, readonly KnownName[]>;
  readonly names: readonly { readonly name: KnownName; readonly squeezed: string; readonly words: number }[];
}

export interface Entry {
  readonly name: KnownName;
  readonly certainty: 'exact' | 'near';
  /** A first name that is an everyday word is taken only where a person is meant. */
  readonly isPart?: true;
}

/** Prepares the names that were loaded for one message. */
export function toNameBook(names: readonly KnownName[]): NameBook {
  const [forms, squeezed, parts] = [
    new Map<string, Entry[]>(),
    new Map<string, Entry[]>(),
    new Map<string, KnownName[]>(),
  ];
  const put = <V>(map: Map<string, V[]>, key: string, value: V): void => {
    if (key !== '') map.set(key, [...(map.get(key) ?? []), value]);
  };
  const all: { name: KnownName; squeezed: string; words: number }[] = [];
  for (const name of names) {
    const key = fold(name.name);
    all.push({ name, squeezed: squeeze(name.name), words: key.split(' ').length });
    if (name.of === 'people') {
      for (const { form, isPart } of personForms(name))
        put(forms, form, { name, certainty: 'exact', ...given({ isPart }) });
      continue;
    }
    put(forms, key, { name, certainty: 'exact' });
    put(squeezed, squeeze(name.name), { name, certainty: 'near' });
    for (const part of partsOf(key)) put(parts, part, name);
  }
  return { forms, squeezed, parts, names: all };
}

/** Runs of words inside a name: "kestrel" and "team berlin" for what has more around it. */
function partsOf(key: string): string[] {
  const words = key.split(' ');
  const found = new Set<string>();
  for (let from = 0; from < words.length; from += 1)
    for (let to = from + 1; to <= words.length; to += 1)
      if (to - from < words.length) found.add(words.slice(from, to).join(' '));
  return [...found];
}

export function unique(names: readonly KnownName[]): KnownName[] {
  return [...new Map(names.map((name) => [`${name.of} ${name.id}`, name])).values()];
}
