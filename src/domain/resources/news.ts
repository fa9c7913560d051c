import type { OwnDeed, Tells } from '../ownDeed.js';
import type { Each } from '../terms.js';

/** What happened to resources, told to whom it concerns. */
export type ResourceNews =
  | { readonly code: 'resourceAdded'; readonly resource: string; readonly owner: string }
  | (Tells & { readonly code: 'resourceRenamed'; readonly before: string; readonly resource: string })
  | (Tells & { readonly code: 'resourceRemoved'; readonly resource: string })
  /** To its other owners, and to those of the groups that open it, or did; `group`: one of these. */
  | Each<
      'resourceIsRenamed' | 'resourceIsGone',
      { readonly resource: string; readonly before: string; readonly by: string; readonly group?: string }
    >
  | Each<
      'granted' | 'ungranted',
      { readonly resource: string; readonly group: string; readonly groupId: string; readonly members: number }
    >
  | Each<
      'grantTold' | 'ungrantTold',
      { readonly resource: string; readonly group: string; readonly groupId: string; readonly by: string }
    >
  | Each<'accessBlocked' | 'accessUnblocked', OwnDeed & { readonly resource: string; readonly person: string }>
  | Each<
      'youWereBlocked' | 'youWereUnblocked',
      { readonly resource: string; readonly by: string; readonly reason?: string }
    >
  | {
      readonly code: 'memberBlocked';
      readonly resource: string;
      readonly group: string;
      readonly groupId: string;
      readonly person: string;
      readonly by: string;
    };
