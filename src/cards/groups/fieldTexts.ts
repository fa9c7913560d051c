import type { GroupField } from '../../domain/terms.js';
import type { Phrase } from '../../messages/placeholders.js';
import type { Voice } from '../../messages/voice.js';
import { said } from '../../messages/voice.js';

/** A value of something about a group, as a part of a sentence. */
export function fieldValue(field: GroupField, value: string, { part, f }: Voice): Phrase {
  switch (field) {
    case 'longestMembership':
      return value === 'none' ? part('groups.value.noLimit') : said(f.days(Number(value)));
    case 'asked':
      return value === 'all' ? part('groups.value.askedAll') : part('groups.value.typed', { value });
    case 'name':
    case 'description':
      return value === '' ? part('groups.value.none') : part('groups.value.quoted', { value });
    case 'joinRule':
    case 'listed':
    case 'justification':
    case 'drift':
      return part('groups.value', { value });
  }
}
