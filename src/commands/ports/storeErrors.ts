/**
 * The database does not answer, or not in time: for the person it is "try again", for the dispatcher "later". Of a
 * write that ends so it is not known whether it was saved; repeating the turn is safe, for it reads everything afresh.
 */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
}

/** A record that is not what its collection says, and where. */
export interface UnreadableRecord {
  readonly collection: string;
  readonly key: string;
  /** Fields and what kind of thing is wrong with them; never what stands in them. */
  readonly problem: string;
}

/**
 * A record that a turn cannot do without does not fit its schema: somebody who looks after the store has to mend it.
 * Where several are read, such a record is left out instead.
 */
export class UnreadableRecordError extends Error {
  override readonly name = 'UnreadableRecordError';
  constructor(readonly record: UnreadableRecord) {
    super(`The record ${record.key} of ${record.collection} does not fit: ${record.problem}.`);
  }
}
