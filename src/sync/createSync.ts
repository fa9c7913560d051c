import { compareGroup, type CompareEnd } from './compareGroup.js';
import type { SyncDeps } from './deps.js';
import { readFacts, tellBrake, tellFirstReading } from './facts.js';
import { followReading, type Stream } from './followReading.js';
import { loseUnseenGroups, readGroupsIn } from './groupsIn.js';
import { holdLease, releaseLease } from './lease.js';
import { loseUnseenPeople, readPeopleIn } from './peopleIn.js';
import type { GroupThere } from '../domain/groups/groupThere.js';
import type { PersonThere } from '../domain/organisation/personThere.js';

/** Keeps the records of one organisation in step with its directory. */
export interface Sync {
  /** Reads what is new, once; nothing while another process does. */
  round(): Promise<void>;
  /** Compares who is in a group on both sides. */
  compare(groupId: string, isReleased: boolean): Promise<CompareEnd>;
  /** Begins to read, and goes on every so often. */
  start(pollMs: number): void;
  /** Finishes the page under way. */
  stop(): Promise<void>;
}

/** Makes what reads the directory in; it begins with `start`. */
export function createSync(deps: SyncDeps): Sync {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  const { reader } = deps;
  const people: Stream<PersonThere> = {
    of: 'people',
    read: (link) => reader.people(link),
    takeIn: (items, fullSince) => readPeopleIn(deps, items, fullSince),
    loseUnseen: (fullSince) => loseUnseenPeople(deps, fullSince),
  };
  const groups: Stream<GroupThere> = {
    of: 'groups',
    read: (link) => reader.groups(link),
    takeIn: (items, fullSince) => readGroupsIn(deps, items, fullSince),
    loseUnseen: (fullSince) => loseUnseenGroups(deps, fullSince),
  };

  async function readOnce(): Promise<void> {
    if (isStopped || !(await holdLease(deps))) return;
    try {
      // People first: groups name them.
      await followReading(deps, people, () => isStopped);
      await tellBrake(deps);
      if (await followReading(deps, groups, () => isStopped)) await tellFirstReading(deps);
      if (!isStopped) await readFacts(deps);
    } finally {
      deps.heap.growAsUsual();
      await releaseLease(deps);
    }
  }

  /** One round at a time; who asks while one is under way waits for it. */
  function round(): Promise<void> {
    running ??= readOnce().finally(() => (running = undefined));
    return running;
  }

  return {
    round,
    compare: (groupId, isReleased) => compareGroup(deps, groupId, isReleased),
    start(pollMs) {
      const tick = async (): Promise<void> => {
        try {
          await round();
        } catch (error) {
          deps.log.error({ err: error }, 'a round of reading the directory broke off');
        }
        if (!isStopped) timer = setTimeout(() => void tick(), pollMs).unref();
      };
      void tick();
    },
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running?.catch(() => undefined);
    },
  };
}
