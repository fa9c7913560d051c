import type { TenantStore } from '../ports.js';

/** Thrown where a look would change something: nothing has been changed. */
export class WouldChange extends Error {
  constructor() {
    super('a look would change something');
  }
}

function refuse(): never {
  throw new WouldChange();
}

/**
 * A tenant's store that can be read and not be changed: for a client that only brings a card up to date. What is kept
 * for a while beside the records (quotas, the last question) stays as it is, too.
 */
export function lookOnly(store: TenantStore): TenantStore {
  const { shared } = store;
  return {
    ...store,
    insert: async () => refuse(),
    replace: async () => refuse(),
    appendAudit: async () => refuse(),
    amendAudit: async () => refuse(),
    shared: {
      ...shared,
      openQuestions: {
        get: (...key) => shared.openQuestions.get(...key),
        put: async () => undefined,
        remove: async () => false,
      },
      quotas: { ...shared.quotas, take: async () => ({ ok: true }) },
      keptQuotas: { ...shared.keptQuotas, take: async () => ({ ok: true }) },
      exports: { put: async () => refuse(), take: async () => undefined },
    },
  };
}
