import type { Duration } from '../domain/terms.js';
import type { NamedSort } from './entities/knownName.js';
import { toDuration } from './entities/times/toDuration.js';
import type { Intent } from './intent.js';
import { toAnswer, withLength, withText, type AskedBack } from './openQuestion.js';
import type { PersonTarget } from './parsePerson.js';
import type { Understanding } from './understand.js';
import type { Verdict } from './verdicts.js';
import { aroundLength, aroundName, asideWords, noAnswerYet, reasonSign, whereFrom } from './words/answers.en.js';

/** The intent that a name, a length or a reason completes, where the text is one and the question asks for it. */
export function completeAnswer(text: string, asked: AskedBack, understanding: Understanding): Intent | undefined {
  const { verdict } = understanding;
  const isOwnWish = 'do' in verdict || 'ask' in verdict || 'all' in verdict;
  if (asked.text?.slot === 'justification' && reasonSign.test(text.trim())) return withText(asked.text, text);
  const duration = onlyLength(understanding);
  if (duration && asked.length) return withLength(asked.length, duration);
  const base = baseOf(asked);
  const instead = base && substitute(text, base, understanding);
  if (instead) return instead;
  if (isOwnWish && !isBareName(verdict)) return undefined;
  if ('tooLong' in verdict || !isStatement(text)) return undefined;
  if (asked.text) return withText(asked.text, text);
  // An answer that fits nothing that was offered: the same is asked again.
  return asked.again && !asked.yes && toAnswer(text).split(' ').length <= 3 ? asked.again : undefined;
}

/** Whether a text can be a reason, a value or a name: no question, no "one moment", no greeting. */
function isStatement(text: string): boolean {
  const words = toAnswer(text);
  if (asideWords.test(words)) return false;
  if (words === '' || /\?\s*$/.test(text)) return false;
  return !noAnswerYet.test(words);
}

/** A message that says nothing but how long. */
function onlyLength({ items }: Understanding): Duration | undefined {
  const isFiller = items.every((item) => item.kind !== 'word' || aroundLength.has(item.key));
  const times = items.flatMap((item) => (item.kind === 'slot' && item.value.type === 'time' ? [item.value.time] : []));
  const others = items.some((item) => item.kind === 'slot' && item.value.type !== 'time');
  const [time] = times;
  if (!time || times.length > 1 || others || !isFiller) return undefined;
  const duration = toDuration(time.reading);
  return duration === 'forever' ? undefined : duration;
}

/** What the question is about, to be asked again about something else. */
function baseOf({ yes, length, text, options }: AskedBack): Intent | undefined {
  const base = yes?.[0] ?? length ?? text?.intent ?? options?.[0]?.intent;
  if (!base) return undefined;
  const { confirmed: _, ...rest } = base as Intent & { readonly confirmed?: true };
  return rest;
}

type Named = { readonly of: NamedSort } & ({ readonly id: string } | { readonly target: PersonTarget });

/** "no, Sales instead", "Bo Berg", "I meant Jan Becker": the same again about what is named exactly. */
function substitute(text: string, base: Intent, { items, verdict }: Understanding): Intent | undefined {
  const words = items.filter((item) => item.kind === 'word').map((item) => item.key);
  // Where somebody is from ("Jan Becker from Sales") tells two of a name apart, and is nothing else to do.
  const isShort = words.every((key, at) => words[at - 1] === whereFrom || aroundName.has(key));
  if (!isShort || ('all' in verdict && text.length > 60)) return undefined;
  const named = items.flatMap((item): Named[] => {
    if (item.kind !== 'slot') return [];
    if (item.value.type === 'address') return [{ of: 'people', target: { by: 'address', email: item.value.email } }];
    if (item.value.type !== 'name') return [];
    return item.value.found.readings.flatMap(({ of, candidates, certainty }) => {
      const [only] = candidates;
      return only && candidates.length === 1 && certainty === 'exact' ? [{ of, id: only.id }] : [];
    });
  });
  for (const one of named) {
    if (one.of === 'groups' && 'id' in one && 'target' in base)
      return { ...base, target: { by: 'id', groupId: one.id } } as Intent;
    if (one.of === 'resources' && 'id' in one && 'resource' in base)
      return { ...base, resource: { by: 'id', resourceId: one.id } };
    if (one.of === 'people') {
      const person = 'id' in one ? { by: 'id', personId: one.id } : one.target;
      if ('people' in base && base.people) return { ...base, people: [person] } as Intent;
      if ('person' in base) return { ...base, person } as Intent;
    }
  }
  return undefined;
}

/** A name alone is a wish only for want of anything better. */
function isBareName(verdict: Verdict): boolean {
  return 'ask' in verdict && verdict.ask.kind === 'joinGroup' && verdict.why === 'uncertain';
}
