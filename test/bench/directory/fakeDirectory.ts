import process from 'node:process';
import { groupFields, personFields } from '../../../src/directory/graph/readShapes.js';
import { FakeGraph } from '../../../src/demo/fakeGraph/fakeGraph.js';

/** How large an organisation is; ten memberships to a group. */
export interface Size {
  readonly groups: number;
  readonly people: number;
}

const membersPerGroup = 10;

/** A directory of that size in a process of its own: it says where it is, and how often it was asked what. */
async function serve({ groups, people }: Size): Promise<void> {
  const graph = new FakeGraph();
  const ids = Array.from({ length: people }, (_, at) => graph.state.addUser({ displayName: `Person ${at}` }).id);
  const idAt = (at: number): string => ids[at % people] as string;
  for (let at = 0; at < groups; at += 1) {
    const unified = at % 2 === 0 ? { groupTypes: ['Unified'], mailEnabled: true, securityEnabled: false } : {};
    const { id } = graph.state.addGroup({ displayName: `Group ${at}`, ...unified });
    graph.state.tie('owners', id, idAt(at));
    for (let member = 0; member < membersPerGroup; member += 1) graph.state.tie('members', id, idAt(at * 7 + member));
  }
  const url = await graph.start();
  // What it is first asked for is laid out before anybody waits for it.
  for (const first of [`users/delta?$select=${personFields}`, `groups/delta?$select=${groupFields},members,owners`])
    await fetch(`${url}/v1.0/${first}`).then((answer) => answer.text());
  graph.requests.length = 0;
  process.on('message', () => {
    const asked: Record<string, number> = {};
    for (const { path } of graph.requests.splice(0)) asked[path] = (asked[path] ?? 0) + 1;
    process.send?.({ asked });
  });
  process.send?.({ port: Number(new URL(url).port) });
}

await serve(JSON.parse(process.env['DIRECTORY_SIZE'] ?? '{}') as Size);
