import { en } from './en/en.js';

/** All messages by their keys, as English has them. */
export type Texts = typeof en;

/** The name of a message. */
export type MessageKey = keyof Texts;

/** The messages of one language; what it does not have yet is said in English. */
export interface Catalogue {
  /** For dates, numbers and lists where the person's own variant of the language is not known, such as `en-GB`. */
  readonly locale: string;
  readonly texts: { readonly [K in MessageKey]?: string };
}

/** The language that has every message. */
export const english: Catalogue = { locale: 'en-GB', texts: en };

/** The languages that are spoken, by their two letters. */
export const catalogues: Readonly<Record<string, Catalogue>> = { en: english };
