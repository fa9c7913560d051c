import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { allFrames } from '../commands/frames.js';
import { fullName, samplePeople } from '../demo/samplePeople.js';
import { sampleGroups } from '../demo/sampleGroups.js';
import { sampleResources } from '../demo/sampleResources.js';
import { given } from '../domain/given.js';
import { toNameKey } from '../domain/names.js';
import type { KnownName } from '../intents/entities/knownName.js';
import { explain } from '../intents/explain.js';
import { prepareFrames } from '../intents/frames/match.js';
import { understand } from '../intents/understand.js';

interface NamesFile {
  readonly people?: readonly { readonly id?: string; readonly name: string; readonly email?: string }[];
  readonly groups?: readonly { readonly id?: string; readonly name: string }[];
  readonly resources?: readonly { readonly id?: string; readonly name: string }[];
}

/** Shows how a sentence is read: `npm run explain -- "add Bo to Marketing" [names.json]`. */
function main([text, file]: readonly string[]): void {
  if (text === undefined || text === '') {
    process.stdout.write('Usage: npm run explain -- "what somebody typed" [file with people, groups and resources]\n');
    return;
  }
  const names = file === undefined ? sampleNames() : namesIn(JSON.parse(readFileSync(file, 'utf8')) as NamesFile);
  const understanding = understand(text, names, prepareFrames(allFrames), {
    now: Date.now(),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
    me: { id: 'me', name: '' },
    mine: { requestsWaitingForMe: [], myOpenRequests: [] },
  });
  process.stdout.write(`${explain(understanding).join('\n')}\n`);
}

function namesIn({ people = [], groups = [], resources = [] }: NamesFile): KnownName[] {
  const named =
    (of: KnownName['of']) => (one: { readonly id?: string; readonly name: string; readonly email?: string }) => ({
      of,
      id: one.id ?? one.name,
      name: one.name,
      nameKey: toNameKey(one.name),
      ...given({ email: one.email }),
    });
  return [...people.map(named('people')), ...groups.map(named('groups')), ...resources.map(named('resources'))];
}

function sampleNames(): KnownName[] {
  const occasion = { now: Date.now(), newId: randomUUID, processId: 'explain' };
  return namesIn({
    people: samplePeople.map((person) => ({ id: person.id, name: fullName(person) })),
    groups: sampleGroups(occasion).map(({ id, name }) => ({ id, name })),
    resources: sampleResources(occasion).map(({ id, name }) => ({ id, name })),
  });
}

main(process.argv.slice(2));
