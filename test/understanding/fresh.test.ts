// Holds what is understood of phrases of another office, written after the rules and scored once before anybody looked
// at them: the wish and what it is about. Lengths and reasons are held by the other corpora.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { friday, phrasesOf, type Phrase, zone } from './organisation.js';
import { toNameKey } from '../../src/domain/names.js';
import { allFrames } from '../../src/commands/frames.js';
import type { UnderstandContext } from '../../src/intents/context.js';
import type { KnownName, NamedSort } from '../../src/intents/entities/knownName.js';
import { prepareFrames } from '../../src/intents/frames/match.js';
import { meaningsIn, understand } from '../../src/intents/understand.js';
import { isChange, type Verdict } from '../../src/intents/verdicts.js';

const named = (of: NamedSort, all: readonly string[]): KnownName[] =>
  all.map((name) => ({ of, id: name, name, nameKey: toNameKey(name) }));
const people = { nora: 'Nora Lind', ravi: 'Ravi Menon', otto: 'Otto Brandt', ines: 'Ines Falk', lotte: 'Lotte Kaas' };
const names: readonly KnownName[] = [
  ...named('groups', ['Canteen Committee', 'Harbour Crane Team', 'Payables', 'Customs Desk', 'Choir', 'Tenders']),
  ...named('groups', ['Safety Officers', 'Night Dispatch', 'Old Lighthouse']),
  ...named('resources', ['Berth Planner', 'Invoice Hub']),
  ...named('people', [...Object.values(people), 'Greta Holm']),
];
const frames = prepareFrames(allFrames);
const waiting = [
  {
    id: 'REQ-2B4C6D8F',
    requesterId: 'Nora Lind',
    requesterName: 'Nora Lind',
    groupId: 'Payables',
    groupName: 'Payables',
  },
  {
    id: 'REQ-3C5D7F9G',
    requesterId: 'Ravi Menon',
    requesterName: 'Ravi Menon',
    groupId: 'Payables',
    groupName: 'Payables',
  },
];

function contextOf(by: string): UnderstandContext {
  const name = people[by as keyof typeof people] ?? 'Greta Holm';
  return {
    now: friday,
    timeZone: zone,
    locale: 'en-GB',
    me: { id: name, name },
    mine: {
      requestsWaitingForMe: by === 'lotte' ? waiting : [],
      myOpenRequests: waiting.filter(({ requesterName }) => requesterName === name),
      isAdministrator: by === 'greta',
      groupsILead: by === 'lotte' ? ['Payables', 'Choir'] : [],
    },
  };
}

function done(verdict: Verdict): readonly string[] {
  if ('all' in verdict) return verdict.all.flatMap(done);
  return 'do' in verdict && isChange(verdict.do) ? [verdict.do.kind] : [];
}

function mark({ text, by, expect }: Phrase): 'right' | 'miss' | 'wrong change' {
  const { verdict } = understand(text, names, frames, contextOf(by));
  const meanings = meaningsIn(verdict).filter(({ kind }) => kind !== 'acceptThanks' || expect.intent === kind);
  const isMeant = meanings.some(
    (meaning) =>
      meaning.kind === expect.intent &&
      JSON.stringify(meaning).includes(typeof expect.about === 'string' ? expect.about : ''),
  );
  if (expect.nothing ? meanings.length === 0 : isMeant) return 'right';
  return done(verdict).some((kind) => kind !== expect.intent) ? 'wrong change' : 'miss';
}

describe('what is understood of another office', () => {
  it('at least as much as at the first try, and no wrong change', () => {
    const marked = phrasesOf('fresh.jsonl').map((phrase) => ({ phrase, mark: mark(phrase) }));
    const right = marked.filter((one) => one.mark === 'right').length;
    const wrong = marked.filter((one) => one.mark === 'wrong change').map(({ phrase }) => phrase.text);
    process.stdout.write(`\n  phrases of another office: ${right} of ${marked.length}\n`);
    assert.deepEqual(wrong, []);
    assert.ok(right / marked.length >= 0.9, `${right} of ${marked.length}`);
  });
});
