import type { Group } from './group.js';
import type { GroupType, JoinRule } from '../terms.js';

/** What a group has when nobody has chosen anything yet. */
export interface GroupDefaults {
  readonly joinRule: JoinRule;
  readonly isListed: boolean;
  /** Whether whoever makes it becomes its owner by itself. */
  readonly creatorOwns: boolean;
  /** Whether the options can be chosen while it is made. */
  readonly choosesOptions: boolean;
}

type Origin = Group['origin'];

const onlyOwners = { joinRule: 'ownersOnly', isListed: true, choosesOptions: false } as const;
const openToAll = { joinRule: 'open', isListed: true } as const;

/** The defaults by origin and kind (S12–S29, Q6, Q7). */
const defaults: { readonly [O in Origin]: { readonly [T in GroupType]: GroupDefaults } } = {
  // The owners of a group from PowerShell are those that the import names.
  powershell: {
    security: { ...onlyOwners, creatorOwns: false },
    m365: { ...openToAll, choosesOptions: false, creatorOwns: false },
  },
  portal: {
    security: { ...onlyOwners, creatorOwns: false },
    m365: { ...openToAll, choosesOptions: false, creatorOwns: true },
  },
  selfService: {
    security: { ...openToAll, choosesOptions: true, creatorOwns: true },
    m365: { ...openToAll, choosesOptions: true, creatorOwns: true },
  },
};

/** What a group of this origin and kind begins with. */
export function groupDefaults(origin: Origin, groupType: GroupType): GroupDefaults {
  return defaults[origin][groupType];
}
