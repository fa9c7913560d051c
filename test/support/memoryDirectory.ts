import type { Directory, DirectoryResult } from '../../src/commands/ports.js';

/** A directory that works and forgets; it can be told to fail. */
export class MemoryDirectory implements Directory {
  readonly members = new Set<string>();
  readonly calls: string[] = [];
  readonly #script: (DirectoryResult | (() => Promise<DirectoryResult>))[] = [];

  /** Says how coming calls end, in their order; after that all succeed. */
  script(...results: readonly (DirectoryResult | (() => Promise<DirectoryResult>))[]): void {
    this.#script.push(...results);
  }

  addMember(_tenantId: string, groupId: string, personId: string): Promise<DirectoryResult> {
    return this.#change('add', `${groupId}/${personId}`, (key) => this.members.add(key));
  }

  removeMember(_tenantId: string, groupId: string, personId: string): Promise<DirectoryResult> {
    return this.#change('remove', `${groupId}/${personId}`, (key) => this.members.delete(key));
  }

  async #change(verb: string, key: string, apply: (key: string) => unknown): Promise<DirectoryResult> {
    this.calls.push(`${verb} ${key}`);
    const scripted = this.#script.shift();
    const result = typeof scripted === 'function' ? await scripted() : (scripted ?? { ok: true });
    if (result.ok) apply(key);
    return result;
  }
}
