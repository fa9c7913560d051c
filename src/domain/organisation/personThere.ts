import type { PersonId } from '../terms.js';

/** What a reading of the directory shows of a person, or that they are gone. */
export type PersonThere =
  | { readonly id: PersonId; readonly isGone: true }
  | {
      readonly id: PersonId;
      readonly isGone?: undefined;
      /** Absent where only the manager has changed. */
      readonly face?: PersonFace;
      /** `null`: nobody any more. */
      readonly managerId?: PersonId | null;
    };

/** Who somebody is in the directory. */
export interface PersonFace {
  readonly name: string;
  /** In lower case. */
  readonly email?: string;
  readonly jobTitle?: string;
  readonly department?: string;
  readonly isEnabled: boolean;
}
