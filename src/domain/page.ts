/** Where a list stands; `page` counts from 1. */
export interface Page {
  readonly page: number;
  readonly pageCount: number;
  readonly total: number;
}
