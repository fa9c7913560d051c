import { readFileSync } from 'node:fs';
import { Desk } from '../support/desk.js';
import { aGroup, aMembership, aPerson, aRequest, aResource, aTenant } from '../support/documents.js';
import { projectPath } from '../support/project.js';
import { friday, zone } from './organisation.js';
import type { Said } from '../../src/commands/performSteps.js';
import { toNameKey } from '../../src/domain/names.js';

const folder = projectPath('test', 'understanding');

interface Org {
  readonly people: readonly { id: string; name: string; email: string; title?: string; department?: string }[];
  readonly groups: readonly {
    name: string;
    rule?: string;
    kind?: string;
    owners: readonly string[];
    managers?: readonly string[];
    opens?: readonly string[];
  }[];
  readonly resources: readonly { name: string; owners: readonly string[] }[];
  readonly requests: readonly { id: string; by: string; for: string; owner: string }[];
}

const organisation = JSON.parse(readFileSync(`${folder}/organisation.json`, 'utf8')) as Org;

const memberships: readonly (readonly [string, readonly string[]])[] = [
  ['ann', ['Book Club', 'Marketing News', 'Night Shift', 'Old Project']],
  ['bo-berg', ['Finance', 'Sales']],
  ['zed', ['Marketing']],
  ['mona', ['Design Guild', 'C++ Guild', 'VPN Users']],
  ['dee', ['Sales']],
];

/** The organisation of the corpora behind a desk, as it is on that Friday morning. */
export function openDesk(): Desk {
  const desk = new Desk(false);
  desk.now = friday;
  desk.store.seed('tenants', aTenant({ adminIds: ['ada', 'abe'], licence: 'P1', restrictGroupAccess: false }));
  for (const { id, name, email, title, department } of organisation.people)
    desk.store.seed(
      'people',
      aPerson({
        id,
        name,
        nameKey: toNameKey(name),
        email,
        timeZone: zone,
        locale: 'en-GB',
        ...(title ? { jobTitle: title } : {}),
        ...(department ? { department } : {}),
      }),
    );
  for (const { name, rule = 'ownerApproval', kind, owners, managers = [] } of organisation.groups)
    desk.store.seed(
      'groups',
      aGroup({
        id: name,
        name,
        nameKey: toNameKey(name),
        joinRule: rule as 'open',
        ownerIds: owners,
        managerIds: managers,
        justification: name === 'Marketing' ? 'required' : 'optional',
        ...(kind ? { unsupportedKind: kind as 'distributionList' } : {}),
      }),
    );
  for (const { name, owners } of organisation.resources)
    desk.store.seed(
      'resources',
      aResource({
        id: name,
        name,
        nameKey: toNameKey(name),
        ownerIds: owners,
        groupIds: organisation.groups.filter((group) => group.opens?.includes(name)).map((group) => group.name),
      }),
    );
  for (const [personId, groups] of memberships)
    for (const groupId of groups) desk.store.seed('memberships', aMembership({ personId, groupId }));
  for (const { id, by, for: groupId, owner } of organisation.requests)
    desk.store.seed(
      'requests',
      aRequest({
        id,
        requesterId: by,
        groupId,
        approvers: [{ personId: owner, delivery: 'sent' }],
        createdAt: friday - 3_600_000,
        expiresAt: friday + 13 * 86_400_000,
      }),
    );
  return desk;
}

/** One turn of a dialogue. */
export interface DialogueTurn {
  readonly text: string;
  readonly by?: string;
  readonly expect: Readonly<Record<string, unknown>>;
}

/** A dialogue as people had it. */
export interface Dialogue {
  readonly by: string;
  readonly turns: readonly DialogueTurn[];
}

/** What became of a turn. */
export interface TurnScore {
  readonly turn: DialogueTurn;
  readonly said: Said;
  readonly isRight: boolean;
}

/** Has a dialogue and says of each turn whether it went as meant. */
export async function have(dialogue: Dialogue): Promise<TurnScore[]> {
  const desk = openDesk();
  const scores: TurnScore[] = [];
  for (const turn of dialogue.turns) {
    const said = await desk.says(turn.by ?? dialogue.by, turn.text);
    scores.push({ turn, said, isRight: isAsMeant(turn.expect, said) });
  }
  return scores;
}

function isAsMeant(expect: Readonly<Record<string, unknown>>, { kind, outcome }: Said): boolean {
  const asks = outcome.kind.endsWith('Needed');
  if (expect['cancelled']) return outcome.kind === 'cancelled';
  if (expect['nothing']) return kind === 'suggest' || kind === 'acceptThanks' || outcome.kind === 'cancelled';
  if (expect['answers'] !== undefined) return kind === expect['answers'];
  if (expect['asks'] !== undefined) return asks || outcome.kind === 'refused';
  return kind === expect['intent'] && !(asks && outcome.kind !== 'approvalNeeded');
}
