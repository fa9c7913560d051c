import type { InsideThere } from './directory.js';
import type { GroupType, PersonId, UnsupportedKind } from '../terms.js';

/** What a group is in the directory. */
export interface GroupFace {
  readonly name: string;
  readonly description: string;
  readonly groupType: GroupType;
  readonly unsupportedKind?: UnsupportedKind;
  /** By which groups of the same name are told apart. */
  readonly nickname?: string;
  /** Everybody can let themselves in there, past the bot. */
  readonly isPublic?: true;
  /** Our id, of a group that we made there. */
  readonly madeAs?: string;
}

/** Somebody's tie to a group, or that it was cut; what is no person (a group in a group) is told apart. */
export interface TieThere {
  readonly id: PersonId;
  readonly isIn: boolean;
  readonly isPerson: boolean;
}

/** What a reading of the directory shows of a group: what it is, some of its ties, or that it is gone. */
export type GroupThere =
  /** `restorable`: deleted, and for some days it can be brought back. */
  | { readonly directoryId: string; readonly isGone: 'restorable' | 'forGood' }
  | {
      readonly directoryId: string;
      readonly isGone?: undefined;
      /** Absent where only ties came. */
      readonly face?: GroupFace;
      readonly members: readonly TieThere[];
      readonly owners: readonly TieThere[];
    };

/** What became of a group that a reading calls gone; `missing`: it is not there, and whether for good cannot be seen. */
export type GroupLook =
  { readonly is: 'there'; readonly face?: GroupFace } | { readonly is: 'restorable' | 'gone' | 'missing' };

/** How much is in a group after some ties were made and cut. */
export function insideAfter(before: InsideThere | undefined, ties: readonly TieThere[]): InsideThere {
  const count = (isWanted: (tie: TieThere) => boolean, from = 0): number =>
    Math.max(
      0,
      ties.filter(isWanted).reduce((sum, { isIn }) => sum + (isIn ? 1 : -1), from),
    );
  return {
    people: count(({ isPerson }) => isPerson, before?.people),
    groups: count(({ isPerson }) => !isPerson, before?.groups),
  };
}
