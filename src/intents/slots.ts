import type { Intent } from './intent.js';
import { parsePerson } from './parsePerson.js';

/** What a command cannot do without, and was not said. */
export type MissingSlot = 'group' | 'person' | 'resource' | 'name' | 'length';

const nobody = { by: 'name', name: '' } as const;

/** What stands where nothing was said yet; each is asked for before the command is carried out. */
export const blanks = {
  target: { by: 'name', readings: [{ name: '' }] },
  person: nobody,
  people: [],
  resource: nobody,
  value: '',
} as const;

/** The first thing that an intent still lacks. */
export function missingIn(intent: Intent): MissingSlot | undefined {
  const { target, person, people, resource, about } = intent as {
    readonly target?: { readonly by?: string; readonly readings?: readonly { readonly name: string }[] };
    readonly person?: { readonly name?: string };
    readonly people?: readonly unknown[];
    readonly resource?: { readonly name?: string };
    readonly about?: { readonly target?: { readonly readings?: readonly { readonly name: string }[] } };
  };
  const readings = target?.readings ?? about?.target?.readings;
  if (person?.name === '' || (intent.kind === 'addMembers' && people?.length === 0)) return 'person';
  if (resource?.name === '') return 'resource';
  if (readings?.length === 1 && readings[0]?.name === '') return 'group';
  if (intent.kind !== 'changeGroup' || intent.value !== '') return undefined;
  return intent.field === 'name' ? 'name' : intent.field === 'longestMembership' ? 'length' : undefined;
}

/** The intent with what was said where something was missing, as it was typed. */
export function withSaid(intent: Intent, slot: MissingSlot, text: string): Intent {
  switch (slot) {
    case 'group': {
      const target = { by: 'name', readings: [{ name: text }] } as const;
      return (
        intent.kind === 'showHistory' ? { ...intent, about: { of: 'group', target } } : { ...intent, target }
      ) as Intent;
    }
    case 'person': {
      const person = parsePerson(text) ?? nobody;
      return (intent.kind === 'addMembers' ? { ...intent, people: [person] } : { ...intent, person }) as Intent;
    }
    case 'resource':
      return { ...intent, resource: { by: 'name', name: text } } as Intent;
    case 'name':
    case 'length':
      return { ...intent, value: text } as Intent;
  }
}
