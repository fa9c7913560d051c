/** What a bot says instead of working on half a store. */
export class UnfinishedRestoreError extends Error {
  override readonly name = 'UnfinishedRestoreError';
  constructor(place: string) {
    super(
      `A restore into ${place} was broken off, so that only a part of the records is there. Run the same restore again to its end, or remove what is there.`,
    );
  }
}
