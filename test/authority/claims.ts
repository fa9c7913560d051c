import type { MessageKey } from '../../src/messages/catalogues.js';
import type { Reply } from './window.js';

/** Words by which the bot says that it tells or asks somebody else. */
export const claiming =
  /\bI(?:’ve|’m|’ll)? (?:told|tell|telling|asked|asking|reminding)\b|\b(?:is|are) (?:told|asked|offered)\b|\bhears? of it\b/u;

/**
 * How a sentence that claims to tell somebody is held to it: `now`: by the work that follows from the turn that says it;
 * `then`: by what follows once the card's button is clicked.
 */
interface Claim {
  readonly when: 'now' | 'then';
  /** How it reads. */
  readonly reads: RegExp;
  /** It is as true of somebody who has heard of it before. */
  readonly isLasting?: true;
}

/** Every sentence that claims it; what is left out here has to be among those that claim nothing of this turn. */
export const claims: Partial<Readonly<Record<MessageKey, Claim>>> = {
  'shared.theyWereTold': { when: 'now', reads: /I’m telling them, and I’ll tell you if/u },
  'resources.news.unblockedText': { when: 'now', reads: /I’m telling them, and I’ll tell you if/u },
  'resources.news.blockedText': { when: 'now', reads: /I’m telling them and the owners/u },
  'groupNews.enrolled.tells': { when: 'now', reads: /I’m telling the owners/u },
  'groupNews.changed.waiting': {
    when: 'now',
    reads: /that (?:was|were) waiting (?:is|are) closed, and whoever asked is told/u,
  },
  'groupNews.deleted.members': { when: 'now', reads: /loses? what only it opened; I’m telling/u },
  'groupNews.claimSettled.byRefused': { when: 'now', reads: /decided it; I’m telling/u },
  'groupNews.askedForGroup.heading': { when: 'now', reads: /I’m asking .+ to create a group/u },
  'organisation.news.proposalWaits.heading': { when: 'now', reads: /A second administrator is asked/u },
  'requests.asked': { when: 'now', reads: /\bI asked .+ I’ll write to you/u },
  'requests.heading.opened': { when: 'now', reads: /I’ve asked for you to join/u },
  'requests.reminded.heading': { when: 'now', reads: /I’m reminding/u },
  'requests.askedForOther.heading': { when: 'now', reads: /I’m asking .+ about/u },
  'groupNews.claimSent.heading': { when: 'now', reads: /I’m telling the administrators/u },
  'requests.toldThem.delivering': { when: 'now', reads: /and tell them when it is done/u, isLasting: true },
  'requests.toldThem.delivered': { when: 'now', reads: /was let in and hears of it/u, isLasting: true },
  'requests.toldThem.denied': { when: 'now', reads: /hears of it from me, with the reason/u, isLasting: true },
  'groups.ask.change.waitingClosed': { when: 'then', reads: /waits? and (?:is|are) closed; whoever asked is told/u },
  'groups.ask.change.waitingOpen': { when: 'then', reads: /whoever asked is offered to join/u },
  'shared.theyWillBeTold': { when: 'then', reads: /I’ll tell them, or tell you/u },
  'resources.news.concernedTold': { when: 'now', reads: /I’m telling its other owners/u },
  'resources.rename.told': { when: 'then', reads: /Its other owners are told, and so are the owners of the groups/u },
  'resources.remove.told': { when: 'then', reads: /Its other owners are told, and so are the owners of these/u },
  'resources.grant.ownersTold': { when: 'then', reads: /The owners of the group are told/u },
  'reading.enrol.afterwards': { when: 'then', reads: /Their owners are told/u },
  'groups.ask.enrol.afterwards': { when: 'then', reads: /I tell the owners/u },
};

/**
 * What reads like a claim and is none of this turn: what others did, what a rule says, or what is only possible. Of each
 * it was looked at that it can be said without knowing who is told.
 */
export const noClaims: readonly MessageKey[] = [
  'groups.field.asked',
  'groups.manage.intro',
  'groups.manage.asked',
  'history.explained.askOwners',
  'organisation.refused.still_admin.why',
  'organisation.refused.still_owner.why',
  'requestRefusals.reminder_too_soon.justAsked',
  'requests.askedNobody',
  'requests.beingSetUp',
  'requests.pick.intro.denyRequest',
  'requests.askedForReport.text',
  'settings.longestMembership.what',
  'settings.volunteerDays.what',
  'start.help.privacy',
  'start.questionOver.heading',
];

/** What the answer claims to tell others, and nobody is told. */
export function findFalseClaims(
  { text, told, heard }: Pick<Reply, 'text' | 'told' | 'heard'>,
  when: Claim['when'],
): string[] {
  return claimsIn(text, when)
    .filter((key) => told.length === 0 && !(claims[key]?.isLasting && heard.length > 0))
    .map((key) => `says ${key}, and nobody is told`);
}

/** The claims that a text makes. */
export function claimsIn(text: string, when: Claim['when']): MessageKey[] {
  const all = Object.entries(claims) as [MessageKey, Claim][];
  return all.filter(([, claim]) => claim.when === when && claim.reads.test(text)).map(([key]) => key);
}
