/** Where a list stands; `page` counts from 1. */
export interface Page {
  readonly page: number;
  readonly pageCount: number;
  readonly total: number;
  /** The places of its first and last row, where the list is read on from there and not from a number. */
  readonly first?: string;
  readonly last?: string;
}

/**
 * Which page of a list is wanted: what stands behind or before a row, so that nothing is repeated or left out while the
 * list changes. By its number alone where it was typed, or where the button is older than this.
 */
export interface PageWish {
  readonly page: number;
  readonly after?: string;
  readonly before?: string;
}

/** Where something stands in the order of names. */
export interface NamePlace {
  readonly nameKey: string;
  readonly id: string;
}

/** A place as a button carries it; no id has a slash. */
export function toPlace({ id, nameKey }: NamePlace): string {
  return `${id}/${nameKey}`;
}

/** The place that a button carries; none where it is no such thing. */
export function readPlace(text: string | undefined): NamePlace | undefined {
  const [, id, nameKey] = /^([^/]+)\/([^]*)$/u.exec(text ?? '') ?? [];
  return id === undefined || nameKey === undefined ? undefined : { id, nameKey };
}

/** What is read of a list beside its rows; `hasMore`: the list goes on in the direction that it was read in. */
export interface PageRead {
  readonly total: number;
  readonly size: number;
  readonly hasMore: boolean;
}

/** The page that was read for a wish: where one reads on from a row, the rows know better than the number. */
export function pageOf({ page, after, before }: PageWish, { total, size, hasMore }: PageRead): Page {
  const counted = Math.max(1, Math.ceil(total / size));
  if (before !== undefined) return { page: hasMore ? Math.max(page, 2) : 1, pageCount: counted, total };
  if (after === undefined) return { page, pageCount: Math.max(counted, page), total };
  return { page, pageCount: hasMore ? Math.max(counted, page + 1) : page, total };
}

/** The places of the first and the last row, from which the pages beside it are read. */
export function edgesOf(rows: readonly NamePlace[]): Pick<Page, 'first' | 'last'> {
  const [first, last] = [rows[0], rows.at(-1)];
  return first && last ? { first: toPlace(first), last: toPlace(last) } : {};
}
