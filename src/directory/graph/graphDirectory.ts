import type { GraphClient } from './client.js';
import { canCreate, changeGroup, createGroup, deleteGroup } from './groups.js';
import type { Haste } from './pace.js';
import { cutTie, makeTie, type Tie } from './ties.js';
import type { Clock } from '../../commands/ports.js';
import type { Directory, DirectoryGroup, DirectoryResult } from '../../commands/ports/directory.js';

/** What the adapter for Microsoft Graph needs. */
export interface GraphDirectoryOptions {
  readonly client: GraphClient;
  readonly clock: Clock;
  /** The only organisation whose directory this is. */
  readonly tenantId: string;
  /** Whether anything may be written; otherwise it is only said what would be. */
  readonly writes: boolean;
  readonly report?: (fields: object, message: string) => void;
}

/** Groups in Microsoft Entra, through Microsoft Graph. */
export function createGraphDirectory({ client, clock, tenantId, writes, report }: GraphDirectoryOptions): Directory {
  /** Only in the one organisation, and only when writing is on. */
  const write = async <R>(
    tenant: string,
    what: object,
    change: () => Promise<R>,
  ): Promise<R | Extract<DirectoryResult, { ok: false }>> => {
    if (tenant !== tenantId)
      return {
        ok: false,
        failure: 'refused',
        reason: 'other',
        detail: 'this directory belongs to another organisation',
      };
    if (writes) return change();
    report?.(what, 'would be written to the directory, but DIRECTORY_WRITES is off');
    return { ok: false, failure: 'held', hold: 'writesOff', detail: 'writing is switched off' };
  };
  const tie =
    (relation: Tie['relation'], verb: string, act: typeof makeTie) =>
    (tenant: string, group: DirectoryGroup, personId: string, haste: Haste = 'person') =>
      write(tenant, { verb, relation, group: group.directoryId, personId }, () =>
        act(client, clock, { relation, group, personId, haste }),
      );
  return {
    kind: 'entra',
    can: (capability) => client.capabilities.has(capability),
    addMember: tie('members', 'add', makeTie),
    removeMember: tie('members', 'remove', cutTie),
    addOwner: tie('owners', 'add', makeTie),
    removeOwner: tie('owners', 'remove', cutTie),
    canCreate: (tenant, wish) => write(tenant, { verb: 'create', group: wish.id }, () => canCreate(client)),
    createGroup: (tenant, wish) => write(tenant, { verb: 'create', group: wish.id }, () => createGroup(client, wish)),
    changeGroup: (tenant, group, change) =>
      write(tenant, { verb: 'change', group: group.directoryId }, () => changeGroup(client, clock, group, change)),
    deleteGroup: (tenant, group) =>
      write(tenant, { verb: 'delete', group: group.directoryId }, () => deleteGroup(client, clock, group)),
  };
}
