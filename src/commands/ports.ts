/** What the core asks for from outside, a file for each port. */
export type * from './ports/clock.js';
export type * from './ports/exports.js';
export type * from './ports/messenger.js';
export type * from './ports/names.js';
export type * from './ports/records.js';
export type * from './ports/running.js';
export type * from './ports/shared.js';
export type * from './ports/store.js';
export * from './ports/storeErrors.js';
export type * from './ports/tenantStore.js';
