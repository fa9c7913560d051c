import type { AccessPath } from '../views.js';
import type { Page } from '../page.js';
import type { PersonView } from '../personView.js';

/** What is asked before a resource's change. */
export type ResourceQuestion =
  | {
      readonly code: 'changeGrant';
      readonly resource: string;
      readonly resourceId: string;
      readonly group: string;
      readonly groupId: string;
      readonly is: boolean;
      readonly members: number;
      /** Whether the group has an owner who hears of it. */
      readonly tells?: true;
    }
  | {
      readonly code: 'renameResource';
      readonly resource: string;
      readonly resourceId: string;
      readonly name: string;
      readonly tells?: true;
    }
  /** `groups`: those that open it, as far as the reader may know of them; `members`: who is in them, `blocks`: vetoes that go with it. */
  | {
      readonly code: 'removeResource';
      readonly resource: string;
      readonly resourceId: string;
      readonly groups: readonly string[];
      readonly members: number;
      readonly blocks: number;
      readonly tells?: true;
    }
  | {
      readonly code: 'changeBlock';
      readonly resource: string;
      readonly resourceId: string;
      readonly person: PersonView;
      readonly is: boolean;
      readonly reason?: string;
      readonly groups: readonly string[];
    };

/** What is listed of resources. */
export type ResourceTable =
  | {
      readonly code: 'resources';
      readonly rows: readonly {
        readonly id: string;
        readonly name: string;
        readonly groups: readonly string[];
        readonly owners: readonly string[];
      }[];
      readonly page: Page;
    }
  | {
      readonly code: 'access';
      readonly resource: string;
      readonly resourceId: string;
      readonly rows: readonly {
        readonly person: PersonView;
        readonly paths: readonly AccessPath[];
        readonly isBlocked: boolean;
      }[];
      readonly page: Page;
    }
  | {
      readonly code: 'accessPaths';
      readonly resource: string;
      readonly resourceId: string;
      readonly person?: PersonView;
      readonly paths: readonly AccessPath[];
      readonly block?: { readonly by: string; readonly reason?: string };
      readonly openers: readonly { readonly id: string; readonly name: string }[];
    };
