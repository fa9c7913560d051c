/** What a name belongs to. */
export type NamedSort = 'groups' | 'resources' | 'people';

/** A name that the organisation has, loaded because the words of a message may hold it. */
export interface KnownName {
  readonly of: NamedSort;
  readonly id: string;
  readonly name: string;
  readonly nameKey: string;
  readonly email?: string;
}
