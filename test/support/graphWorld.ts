import { GraphClient, type GraphOptions } from '../../src/directory/graph/client.js';
import { createGraphDirectory, type GraphDirectoryOptions } from '../../src/directory/graph/graphDirectory.js';
import { FakeGraph, type FakeGraphOptions } from '../../src/demo/fakeGraph/fakeGraph.js';
import { fakeToken } from '../../src/demo/fakeGraph/permissions.js';

/** A fake organisation with a group, its owner and a person beside, and the directory that the product has of it. */
export async function openGraphWorld(
  given: {
    readonly fake?: FakeGraphOptions;
    readonly client?: Partial<GraphOptions>;
    readonly directory?: Partial<GraphDirectoryOptions>;
    /** The permissions in the token; asked anew with each call. */
    readonly roles?: () => readonly string[];
  } = {},
) {
  const time = { now: Date.UTC(2026, 2, 2, 9) };
  const graph = new FakeGraph({ now: () => time.now, ...given.fake });
  const baseUrl = await graph.start();
  const ownerId = graph.state.addUser({ displayName: 'Olga Berg' }).id;
  const personId = graph.state.addUser({ displayName: 'Ann Archer' }).id;
  const groupId = graph.state.addGroup({
    displayName: 'Marketing',
    groupTypes: ['Unified'],
    mailEnabled: true,
    securityEnabled: false,
  }).id;
  graph.state.tie('owners', groupId, ownerId);
  // What is there at the beginning is known everywhere.
  time.now += 60_000;
  const clock = { now: () => time.now };
  const { roles } = given;
  let calls = 0;
  const client = new GraphClient({
    clock,
    newId: () => `call-${(calls += 1)}`,
    baseUrl,
    timeoutMs: 3_000,
    ...(roles ? { getToken: async () => fakeToken(roles()) } : {}),
    ...given.client,
  });
  const tenantId = 'contoso';
  const directory = createGraphDirectory({ client, clock, tenantId, writes: true, ...given.directory });
  return {
    graph,
    baseUrl,
    client,
    directory,
    time,
    tenantId,
    group: { directoryId: groupId },
    ownerId,
    personId,
    inside: {
      isMember: (group: string, person: string) => graph.state.isTied('members', group, person),
      isOwner: (group: string, person: string) => graph.state.isTied('owners', group, person),
      nameOf: (group: string) => {
        const found = graph.state.groups.get(group);
        return found?.deletedDateTime ? undefined : found?.displayName;
      },
    },
    close: () => graph.stop(),
  };
}

/** A world with a product in front of it. */
export type GraphWorld = Awaited<ReturnType<typeof openGraphWorld>>;
