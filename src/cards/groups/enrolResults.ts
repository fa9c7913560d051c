import type { EnrolResult } from '../../domain/groups/news.js';
import { shortName, someNames } from '../parts/lengths.js';
import type { Voice } from '../../messages/voice.js';

/** So many lines of a list of groups are shown on a card; those with a problem come first. */
const linesShown = 14;

/** Whether a line was taken, or would be. */
export function isTaken({ result }: EnrolResult): boolean {
  return result === 'enrolled' || result === 'unsupported';
}

/** How many of a list were taken, or would be; one alone is said by its name. */
export function enrolHeading(
  of: 'groups.ask.enrol' | 'groupNews.enrolled',
  results: readonly EnrolResult[],
  voice: Voice,
): string {
  const [taken, count] = [results.filter(isTaken).length, results.length];
  if (taken < count) return voice.say(`${of}.some`, { taken, count });
  return voice.say(`${of}.all`, { count, group: shortName(results[0]?.name ?? '') });
}

/** What the lines of a list of groups came to, or would. */
export function enrolTexts(results: readonly EnrolResult[], voice: Voice): string[] {
  const sorted = [...results.filter((one) => !isTaken(one)), ...results.filter(isTaken)];
  return [
    ...sorted.slice(0, linesShown).map((one) => [enrolText(one, voice), ...insideTexts(one, voice)].join(' ')),
    ...(sorted.length > linesShown ? [voice.say('shared.andMore', { count: sorted.length - linesShown })] : []),
  ];
}

function enrolText(one: EnrolResult, voice: Voice): string {
  const { say, part } = voice;
  const { result, groupType, unsupportedKind, joinRule = 'ownersOnly', owners = [], unknownOwners = [] } = one;
  const name = one.nickname
    ? part('groups.nicknamed', { name: shortName(one.name), nickname: shortName(one.nickname) })
    : shortName(one.name);
  if (result !== 'enrolled' && result !== 'unsupported')
    return say(`groups.enrol.${result}`, { name: one.name === '' ? part('groups.enrol.noName') : name });
  if (unsupportedKind)
    return say('groups.enrol.unsupported', { name, kind: part(`groups.unsupportedInline.${unsupportedKind}`) });
  const what = {
    name,
    type: part(`groups.typeInline.${groupType ?? 'security'}`),
    rule: part(`groups.joinRuleInline.${joinRule}`),
  };
  if (one.isPublic) return say('groups.enrol.public', what);
  const short = (names: readonly string[]) => someNames(names, voice);
  const unknown = short(unknownOwners);
  if (owners.length === 0)
    return unknown.length === 0
      ? say('groups.enrol.noOwner', what)
      : say('groups.enrol.noOwnerKnown', { ...what, unknown });
  return unknown.length === 0
    ? say('groups.enrol.owned', { ...what, owners: short(owners) })
    : say('groups.enrol.ownedSomeUnknown', { ...what, owners: short(owners), unknown });
}

/** How many come along, and that those who are in it through another group do not. */
function insideTexts({ inside }: EnrolResult, { say }: Voice): string[] {
  if (!inside) return [];
  const { people, groups } = inside;
  return [
    say('groups.enrol.inside', { count: people }),
    ...(groups > 0 ? [say('groups.enrol.nested', { count: groups })] : []),
  ];
}
