/**
 * How much one person may do: turns a minute, requests that wait at the same time, groups created in a day, typed names
 * in an hour that fit nothing.
 */
export const limitNames = ['messagesPerMinute', 'openRequests', 'groupsPerDay', 'unknownNames'] as const;

/** The name of a limit. */
export type LimitName = (typeof limitNames)[number];

/** A limit as an organisation has set it. */
export type Limit = number | 'none';

/** What holds where an organisation has set nothing else. */
export const defaultLimits: { readonly [L in LimitName]: number } = {
  messagesPerMinute: 30,
  openRequests: 20,
  groupsPerDay: 5,
  unknownNames: 60,
};

/** What holds in an organisation; `Infinity` for no limit. */
export function limitOf(tenant: { readonly limits?: { readonly [L in LimitName]?: Limit } }, name: LimitName): number {
  const limit = tenant.limits?.[name] ?? defaultLimits[name];
  return limit === 'none' ? Infinity : limit;
}
