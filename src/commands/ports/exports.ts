import type { PersonId } from '../../domain/terms.js';

/** A file for one person, and nobody else. */
export interface OfferedFile {
  readonly fileName: string;
  readonly contentType: string;
  readonly text: string;
  /** Who made it: the file dies with their rights. */
  readonly makerId: PersonId;
}

/** Where a person fetches a file that is too large for a message. */
export interface Exports {
  /** Keeps the file for a few minutes under an address that cannot be guessed and works once; none where no address would lead to it. */
  offer(tenantId: string, file: OfferedFile): Promise<string | undefined>;
}
