import { z } from 'zod';
import { given } from '../domain/given.js';
import type { PageWish } from '../domain/page.js';

/** The longest place of a row that a button may carry, in characters. */
const longestPlace = 600;
const place = z.string().max(longestPlace).optional().catch(undefined);

/** What a button that turns the pages of a list sends; one that is older sends the number alone. */
export const pageFields = {
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
  after: place,
  before: place,
};

/** Which page is wanted. */
export function toPageWish({
  page,
  after,
  before,
}: {
  readonly page: number;
  readonly after?: string | undefined;
  readonly before?: string | undefined;
}): PageWish {
  return { page, ...given({ after, before }) };
}
