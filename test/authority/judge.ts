import { mayDo, mayKnow, mayRead, maySee, mustSee, type Standing } from './contract.js';
import type { Done } from './deeds.js';
import type { Scene } from './situations.js';
import { standings, type Part, type Stage } from './stage.js';
import type { Way } from './verbs.js';
import type { Reply } from './window.js';

/** Somebody who tried something in a scene. */
export interface Try {
  readonly stage: Stage;
  readonly scene: Scene;
  readonly part: Part;
  /** What they typed, or what their click sent. */
  readonly given: string;
}

/** What a person's standing is, to the group that something is about. */
function standingAt(
  { stage, part, scene }: Try,
  at: string,
): { who: ReadonlySet<Standing>; situation: Scene['situation'] } {
  if (at !== stage.orphan && at !== stage.claimed)
    return { who: scene.standings?.[part] ?? new Set(standings[part]), situation: scene.situation };
  // Orphan and Orphan Pier have one member, no owner, and nothing happens to them.
  const now = scene.standings?.[part] ?? new Set(standings[part]);
  const who = new Set<Standing>([...now].filter((one) => one === 'administrator' || one === 'licensed'));
  if (part === 'member') who.add('member');
  return { who, situation: { ...scene.situation, group: 'listed', kind: 'security' } };
}

/** What happened though the contract does not give it. */
export function findUndue(done: readonly Done[], tried: Try): string[] {
  return done
    .filter(({ deed, at }) => {
      const { who, situation } = standingAt(tried, at);
      return !mayDo(deed, who, situation);
    })
    .map(({ deed }) => `must not ${deed}`);
}

/** Whether somebody is something else by now than at the beginning. */
function hasChanged({ standings: now }: Scene, part: Part): boolean {
  const isNow = now?.[part] ?? new Set();
  return standings[part].some((one) => !isNow.has(one)) || isNow.has('owner') !== standings[part].includes('owner');
}

/** What the contract gives and did not happen, or was not shown. */
export function findMissing({ done, text }: Pick<Reply, 'done' | 'text'>, way: Way, tried: Try): string[] {
  const { stage, part, scene } = tried;
  const { deed, sight, secret = '', about = [] } = way;
  if (about.some((one) => hasChanged(scene, one))) return [];
  const { who, situation } = standingAt(tried, way.at ?? stage.harbor);
  // Who takes themselves out has left; whoever asks for themselves has asked; nobody gives back what they have not got.
  const isOwn = (way.self ?? []).includes(part);
  const isDone = done.some((one) => one.deed === deed);
  const isMissing = deed && deed !== 'endDelegation' && !isOwn && !isDone && mayDo(deed, who, situation);
  const shown = secret.replaceAll('{group}', scene.groupName);
  const isUnseen = sight && mustSee(sight, who, situation) && !text.includes(shown);
  return [
    ...(isMissing ? [`did not ${deed}, read: ${line(text)}`] : []),
    ...(isUnseen ? [`did not see ${shown}, read: ${line(text)}`] : []),
  ];
}

/** What somebody reads who must not. */
export function findLeaks({ text }: Pick<Reply, 'text'>, tried: Try): string[] {
  const { stage, part, scene, given } = tried;
  const { who, situation } = standingAt(tried, stage.harbor);
  const { id, name } = stage.people.target;
  const isSaid = given.includes(scene.groupName);
  // Who owns a listed group stands on its card (Q10).
  const isPublic = scene.standings?.target.has('owner') === true && mayKnow(who, situation);
  const isMeant = part === 'target' || isPublic || given.includes(id) || given.includes(name);
  const leaks: (string | false)[] = [
    situation.group === 'hidden' &&
      !isSaid &&
      !mayRead(who, situation) &&
      text.includes(scene.groupName) &&
      'the name of a hidden group',
    !mayKnow(who, situation) && text.includes('Ships and cranes') && 'what a group is for',
    !isMeant &&
      !maySee('members', who, situation) &&
      !maySee('access', who, situation) &&
      text.includes(name) &&
      'a member',
    !maySee('request', who, situation) && text.includes('I steer the pilot boats') && 'a request',
  ];
  return leaks.filter((leak) => leak !== false).map((leak) => `leaks ${leak}: ${line(text)}`);
}

/** Whether somebody may not even know that the group is there, by the name that it has now. */
export function isSecret({ stage, part, scene }: Try): boolean {
  const { who, situation } = standingAt({ stage, part, scene, given: '' }, stage.harbor);
  return situation.group === 'hidden' && !mayRead(who, situation);
}

/** A text in one line. */
export function line(text: string): string {
  return text.replaceAll('\n', ' | ');
}
