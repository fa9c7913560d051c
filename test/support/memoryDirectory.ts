import type { Directory, DirectoryGroup, DirectoryResult, GroupMade } from '../../src/commands/ports/directory.js';

type Failure = Extract<DirectoryResult, { ok: false }>;

/** A directory that works and forgets; it can be told to fail. */
export class MemoryDirectory implements Directory {
  readonly kind: Directory['kind'];
  readonly members = new Set<string>();
  readonly owners = new Set<string>();
  readonly groups = new Map<string, string>();
  readonly calls: string[] = [];
  readonly #script: (DirectoryResult | (() => Promise<DirectoryResult>))[] = [];

  constructor(kind: Directory['kind'] = 'ledger') {
    this.kind = kind;
  }

  can(): boolean {
    return true;
  }

  /** Says how coming calls end, in their order; after that all succeed. */
  script(...results: readonly (DirectoryResult | (() => Promise<DirectoryResult>))[]): void {
    this.#script.push(...results);
  }

  addMember(_tenantId: string, { directoryId }: DirectoryGroup, personId: string): Promise<DirectoryResult> {
    return this.#change('add', `${directoryId}/${personId}`, (key) => this.members.add(key));
  }

  removeMember(_tenantId: string, { directoryId }: DirectoryGroup, personId: string): Promise<DirectoryResult> {
    return this.#change('remove', `${directoryId}/${personId}`, (key) => this.members.delete(key));
  }

  addOwner(_tenantId: string, { directoryId }: DirectoryGroup, personId: string): Promise<DirectoryResult> {
    return this.#change('addOwner', `${directoryId}/${personId}`, (key) => this.owners.add(key));
  }

  removeOwner(_tenantId: string, { directoryId }: DirectoryGroup, personId: string): Promise<DirectoryResult> {
    return this.#change('removeOwner', `${directoryId}/${personId}`, (key) => this.owners.delete(key));
  }

  async canCreate(): Promise<DirectoryResult> {
    return { ok: true };
  }

  async createGroup(
    _tenantId: string,
    { id, name, ownerIds }: Parameters<Directory['createGroup']>[1],
  ): Promise<GroupMade | Failure> {
    const directoryId = `entra-${id}`;
    const result = await this.#change('create', directoryId, (key) => {
      this.groups.set(key, name);
      for (const owner of ownerIds) this.owners.add(`${key}/${owner}`);
    });
    return result.ok ? { ok: true, directoryId, ownerIds } : result;
  }

  changeGroup(
    _tenantId: string,
    { directoryId }: DirectoryGroup,
    { name }: { readonly name?: string },
  ): Promise<DirectoryResult> {
    return this.#change('change', directoryId, (key) => name !== undefined && this.groups.set(key, name));
  }

  deleteGroup(_tenantId: string, { directoryId }: DirectoryGroup): Promise<DirectoryResult> {
    return this.#change('delete', directoryId, (key) => this.groups.delete(key));
  }

  async #change(verb: string, key: string, apply: (key: string) => unknown): Promise<DirectoryResult> {
    this.calls.push(`${verb} ${key}`);
    const scripted = this.#script.shift();
    const result = typeof scripted === 'function' ? await scripted() : (scripted ?? { ok: true });
    if (result.ok) apply(key);
    return result;
  }
}
