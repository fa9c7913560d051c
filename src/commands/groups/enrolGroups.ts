import { findPerson } from '../reads/findPerson.js';
import { readNamed } from '../reads/names.js';
import { actorOf, loadActorFacts, refused, typedPerson } from '../reads/resolve.js';
import { save } from '../change.js';
import { occasionOf, type Turn } from '../turn.js';
import { clickClaim, groupNameClaim } from '../../domain/claims.js';
import { given } from '../../domain/given.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import { enrolGroup } from '../../domain/groups/newGroups.js';
import { groupDefaults } from '../../domain/groups/groupDefaults.js';
import { longestGroupName } from '../../domain/groups/groupNames.js';
import { toNameKey } from '../../domain/names.js';
import type { Outcome } from '../../domain/outcome.js';
import { tellsAny } from '../../domain/ownDeed.js';
import type { IntentOf } from '../../intents/intent.js';
import { parseGroupList, type GroupLine } from '../../intents/parseList.js';
import type { EnrolResult } from '../../domain/groups/news.js';

/** The longest list that is taken at once: lines, and characters; the card that asks brings it along. */
const mostLines = 60;
const mostCharacters = 2000;

/** A line of the list, what it comes to, and whom it names as owners. */
interface Row {
  readonly line: GroupLine;
  readonly result: EnrolResult;
  readonly ownerIds: readonly string[];
  /** What this line of this card makes, once. */
  readonly click?: string;
  readonly isDone?: boolean;
}

/** "enrol groups: …": groups that exist elsewhere come under self-service with the rule of their origin; first as a dry run (S12–S23, F63). */
export async function enrolGroups(intent: IntentOf<'enrolGroups'>, turn: Turn): Promise<Outcome> {
  const { list, confirmed, formId } = intent;
  const verdict = decideAdminister(await loadActorFacts(turn));
  if (!verdict.allowed) return refused(verdict.refusal);
  const lines = parseGroupList(list);
  if (!lines) return refused({ code: 'list_unreadable', of: 'groups', problem: 'unreadable' });
  if (lines.length === 0) return refused({ code: 'list_unreadable', of: 'groups', problem: 'empty' });
  if (lines.length > mostLines || list.length > mostCharacters)
    return refused({ code: 'list_unreadable', of: 'groups', problem: 'tooLong' });
  const rows: Row[] = [];
  for (const line of lines) rows.push(await preview(turn, line, rows, formId));
  if (!confirmed)
    return {
      kind: 'confirmNeeded',
      question: {
        code: 'enrolGroups',
        list,
        formId: formId ?? turn.ids.uuid(),
        results: rows.map(({ result }) => result),
        ...tellsOwners(rows, turn),
      },
    };
  const results: EnrolResult[] = [];
  for (const row of rows) results.push(await enrolOne(turn, verdict.proof, row));
  const done = rows.map(({ ownerIds }, at) => ({ ownerIds, result: results[at] as EnrolResult }));
  return { kind: 'newsTold', notice: { code: 'groupsEnrolled', results, ...tellsOwners(done, turn) } };
}

async function preview(turn: Turn, line: GroupLine, before: readonly Row[], formId: string | undefined): Promise<Row> {
  const name = line.name.replace(/\s+/g, ' ').trim();
  const blank = { line, ownerIds: [] };
  if (name === '' || [...name].length > longestGroupName)
    return { ...blank, result: { name: [...name].slice(0, 40).join(''), result: 'badName' } };
  // Of what self-service refuses anyway, the refusal says all there is.
  const groupType = line.groupType ?? (line.unsupportedKind ? 'security' : undefined);
  if (!groupType) return { ...blank, result: { name, result: 'noKind' } };
  if (
    before.some(
      ({ result, line: other }) =>
        toNameKey(result.name) === toNameKey(name) || (line.id !== undefined && other.id === line.id),
    )
  )
    return { ...blank, result: { name, result: 'repeated' } };
  const groups = turn.store.read('groups');
  const [byId, byName] = await Promise.all([
    line.id === undefined ? undefined : groups.get(line.id),
    readNamed(turn, 'groups', [name]),
  ]);
  const click = formId === undefined ? undefined : clickClaim(turn.actor.id, `${formId}/${toNameKey(name)}`);
  // What an earlier click on this card has enrolled is not somebody else's.
  const isDone = click !== undefined && (byId !== undefined || byName.length > 0) && (await isHeld(turn, click));
  if (!isDone && (byId || byName.length > 0)) return { ...blank, result: { name, result: 'alreadyHere' } };
  const owners = await Promise.all(
    line.owners.map(async (target) => ({ target, search: await findPerson(turn, target) })),
  );
  const people = owners.flatMap(({ search }) => (search.found === 'one' ? [search.person] : []));
  const unknown = owners.flatMap(({ target, search }) => (search.found === 'one' ? [] : [typedPerson(target)]));
  const { joinRule } = groupDefaults(line.origin ?? 'portal', groupType);
  const detail = { groupType, joinRule, owners: people.map((person) => person.name), unknownOwners: unknown };
  return {
    line: { ...line, name, groupType },
    isDone,
    ...given({ click }),
    ownerIds: [...new Set(people.map(({ id }) => id))],
    result: {
      name,
      result: line.unsupportedKind ? 'unsupported' : 'enrolled',
      ...detail,
      ...given({ unsupportedKind: line.unsupportedKind }),
    },
  };
}

/** Whether an owner of a group that is taken hears of it. */
function tellsOwners(rows: readonly Pick<Row, 'result' | 'ownerIds'>[], { actor }: Turn): ReturnType<typeof tellsAny> {
  const taken = rows.filter(({ result }) => result.result === 'enrolled');
  return tellsAny(
    taken.flatMap(({ ownerIds }) => ownerIds),
    actor,
  );
}

async function enrolOne(
  turn: Turn,
  proof: Parameters<typeof save>[1],
  { line, ownerIds, result, click, isDone }: Row,
): Promise<EnrolResult> {
  const { groupType, unsupportedKind, name, description = '' } = line;
  if ((result.result !== 'enrolled' && result.result !== 'unsupported') || !groupType || isDone) return result;
  const wish = {
    id: line.id ?? turn.ids.uuid(),
    name,
    description: description.slice(0, 1000),
    groupType,
    origin: line.origin ?? 'portal',
    ownerIds,
    ...given({ unsupportedKind }),
    ...(line.id !== undefined && turn.directory.kind === 'entra' ? { directoryId: line.id } : {}),
  } as const;
  const document = enrolGroup(turn.tenantId, wish, actorOf(turn), occasionOf(turn));
  const claims = [groupNameClaim(name), ...(click === undefined ? [] : [click])];
  const written = await save(turn, proof, 'groups', document, claims);
  // Another click on the same card may have been faster.
  const isMine = written === 'written' || (click !== undefined && (await isHeld(turn, click)));
  return isMine ? result : { name, result: 'alreadyHere' };
}

async function isHeld({ store }: Turn, claim: string): Promise<boolean> {
  return (await store.holders([claim])).length > 0;
}
