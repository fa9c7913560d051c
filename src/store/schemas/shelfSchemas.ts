import type { z } from 'zod';
import type { Shelves } from '../collections.js';
import type { KeptShelf } from '../keptShelves.js';
import { group } from './groups.js';
import { auditEntry } from './history.js';
import { membership } from './members.js';
import { person, tenant } from './organisation.js';
import { membershipRequest } from './requests.js';
import { resource } from './resources.js';

/**
 * What the records of each collection look like. A schema is a question, never a transformation: what passes is handed
 * on as it came, with the fields that a newer program has added.
 */
export const shelfSchemas = {
  tenants: tenant,
  people: person,
  groups: group,
  resources: resource,
  memberships: membership,
  requests: membershipRequest,
  audit: auditEntry,
} as const satisfies { readonly [N in KeptShelf]: z.ZodType };

/** The same type, but that nothing in it can be changed. */
type Fixed<T> = T extends readonly (infer E)[]
  ? readonly Fixed<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Fixed<T[K]> }
    : T;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** With every field there, so that an optional one that is missing on one side is seen. */
type Full<T> = T extends (...args: never[]) => unknown
  ? T
  : T extends readonly (infer E)[]
    ? readonly Full<E>[]
    : T extends object
      ? { readonly [K in keyof T]-?: Full<T[K]> }
      : T;

/** Does not compile where a schema and the type of the domain have grown apart; the collection's name is the error's. */
type Differing = {
  [N in KeptShelf]: Same<Fixed<z.output<(typeof shelfSchemas)[N]>>, Fixed<Shelves[N]>> extends true
    ? Same<Full<Fixed<z.output<(typeof shelfSchemas)[N]>>>, Full<Fixed<Shelves[N]>>> extends true
      ? never
      : N
    : N;
}[KeptShelf];
const differing: [Differing] extends [never] ? 'none' : Differing = 'none';
void differing;
