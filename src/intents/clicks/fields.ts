import { z } from 'zod';
import type { ResourceTarget } from '../adminIntent.js';
import type { ClickProblem } from '../clickProblem.js';
import { parsePerson, toMentions, type PersonTarget } from '../parsePerson.js';
import type { GroupTarget } from '../targets.js';
import type { Duration } from '../../domain/terms.js';

/*
 * What the buttons of several subjects send, and what it means. In the place of messages the schemas give codes of
 * `ClickProblem`.
 */

/** Of a button whose card is of an earlier time, or was tampered with. */
export const lost: ClickProblem['code'] = 'tooOld';

/** The id of a record. */
export const id = z
  .string({ error: lost })
  .trim()
  .min(1, lost)
  .max(100, lost)
  .regex(/^[^/]+$/, lost);

/** The id of a group that was to be picked. */
export const pickedGroup = z
  .string({ error: 'pickGroup' satisfies ClickProblem['code'] })
  .trim()
  .min(1, 'pickGroup' satisfies ClickProblem['code'])
  .max(100, 'noGroup' satisfies ClickProblem['code'])
  .regex(/^[^/]+$/, 'noGroup' satisfies ClickProblem['code']);

/** Which page of a list. */
export const page = z.coerce.number().int().min(1).max(10_000).catch(1).default(1);

/** What was typed into a field. */
export const text = (longest: number) =>
  z
    .string({ error: lost })
    .max(longest, 'tooLong' satisfies ClickProblem['code'])
    .transform((typed) => typed.trim())
    .optional();

/**
 * Who was picked from the directory: ids there, with commas in between. They are read like mentions that somebody
 * typed, and so looked up and checked like these; what is no id is left out.
 */
export const picked = z.string().max(4000).transform(toMentions).catch('').default('');

/** What was typed and what was picked, as if all of it had been typed. */
export function withPicked(typed: string | undefined, mentions: string): string | undefined {
  return [typed, mentions].filter((part) => part !== undefined && part !== '').join(', ') || undefined;
}

/** Words to look for, or none. */
export const words = z.string().max(1000).catch('').default('');

/** A yes, or nothing. */
export const flag = z
  .union([z.literal(true), z.literal('true')])
  .optional()
  .catch(undefined);

/** What a button carries beside ids. */
export const value = z.string({ error: lost }).max(4000, lost);

/** One of two answers. */
export const yesOrNo = z.enum(['yes', 'no'], lost);

/** A group, by its id or by what was typed. */
export const group = { groupId: id.optional(), words: text(1000) };

/** A person, likewise. */
export const person = { personId: id.optional(), words: text(1000) };

/** On the second click of two. */
export const confirmed = { confirmed: flag };

/** Until when, as the moment itself; older cards bring a day, which is another moment elsewhere, and what cannot be read is never "for ever". */
export const end = {
  endsAt: z.iso.datetime(lost).optional(),
  lastDay: z
    .string()
    .refine(() => false, lost)
    .optional(),
};

/** Of the form or card that a button stands on; one that is none is as good as absent. */
export const formId = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .optional()
  .catch(undefined);

interface Named {
  readonly groupId?: string | undefined;
  readonly personId?: string | undefined;
  readonly words?: string | undefined;
}

/** The group that a click is about. */
export function groupOf({ groupId, words }: Named): GroupTarget {
  return groupId === undefined ? { by: 'name', readings: [{ name: words ?? '' }] } : { by: 'id', groupId };
}

/** The person whom a click is about. */
export function personOf({ personId, words }: Named): PersonTarget {
  return personId === undefined ? (parsePerson(words ?? '') ?? { by: 'name', name: '' }) : { by: 'id', personId };
}

/** The resource that a click is about. */
export function resourceOf({ resourceId }: { readonly resourceId: string }): ResourceTarget {
  return { by: 'id', resourceId };
}

/** Whether it was the second click. */
export function sure({ confirmed: is }: { readonly confirmed?: true | 'true' | undefined }): {
  readonly confirmed?: true;
} {
  return is ? { confirmed: true } : {};
}

/** Until when. */
export function until({ endsAt }: { readonly endsAt?: string | undefined }): { readonly duration?: Duration } {
  return endsAt === undefined ? {} : { duration: { kind: 'until', until: Date.parse(endsAt) } };
}

/** For which reason. */
export function why({ reason }: { readonly reason?: string | undefined }): { readonly justification?: string } {
  return reason ? { justification: reason } : {};
}

/** Leaves out what is not there, or blank. */
export function filled<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, one]) => one !== undefined && one !== '')) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
