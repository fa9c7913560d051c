import type { Page, PageWish } from '../../domain/page.js';

/**
 * The page that is wished for. Behind the end stands the last one; what is left before the first rows is read as the
 * whole first page.
 */
export async function turnTo<R extends { readonly rows: readonly unknown[]; readonly page: Page }>(
  wish: PageWish,
  size: number,
  read: (wish: PageWish) => Promise<R>,
): Promise<R> {
  const found = await read(wish);
  const { page, total } = found.page;
  if (wish.before !== undefined && page === 1) return read({ page: 1 });
  return found.rows.length > 0 || total === 0 ? found : read({ page: Math.ceil(total / size) });
}
