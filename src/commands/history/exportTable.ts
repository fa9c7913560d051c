import { peopleOf, readAccess } from '../reads/accessReads.js';
import { viewAccessRows } from '../resources/accessRows.js';
import { exportTime, toCsv, type Line } from './csv.js';
import { historyColumns, historyLines } from './historyLines.js';
import { loadActorFacts, refused, resolveGroup, resolveResource } from '../reads/resolve.js';
import { type Turn } from '../turn.js';
import { given } from '../../domain/given.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import { rangeOf, takePeriod } from '../../domain/history/period.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** What goes into a file, under which name. */
interface Sheet {
  readonly name: string;
  readonly columns: readonly string[];
  readonly lines: readonly Line[];
}

/** "export audit Marketing 2026-Q1", "export who has Salesforce": a file, for administrators (F60, F67). */
export async function exportTable(intent: IntentOf<'exportTable'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const verdict = decideAdminister(facts);
  if (!verdict.allowed) return refused(verdict.refusal);
  const made = intent.resource ? await accessSheet(turn, intent.resource) : await historySheet(turn, facts, intent);
  if ('kind' in made) return made;
  const { name, columns, lines } = made;
  const fileName = `${name}.${intent.format}`;
  const isCsv = intent.format === 'csv';
  const url = await turn.exports.offer(turn.tenantId, {
    fileName,
    contentType: isCsv ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    text: isCsv ? toCsv(columns, lines) : JSON.stringify(lines, null, 2),
    makerId: turn.actor.id,
  });
  if (url === undefined) return refused({ code: 'export_address_missing' });
  return { kind: 'newsTold', notice: { code: 'fileReady', fileName, rows: lines.length, url } };
}

const accessColumns = [
  'resource',
  'person',
  'personId',
  'group',
  'how',
  'since',
  'until',
  'decidedBy',
  'request',
  'reason',
  'blocked',
] as const;

async function accessSheet(
  turn: Turn,
  target: NonNullable<IntentOf<'exportTable'>['resource']>,
): Promise<Sheet | Outcome> {
  const found = await resolveResource(turn, target, { verb: 'listAccess', carry: {} });
  if (!found.ok) return found.answer;
  const facts = await readAccess(turn, found.value);
  const rows = await viewAccessRows(turn, found.value, facts, peopleOf(facts));
  const lines = rows.flatMap(({ person, paths, isBlocked }) =>
    paths.map((path) => ({
      resource: found.value.name,
      person: person.name,
      personId: person.id,
      group: path.group,
      how: path.how,
      since: exportTime(path.since),
      until: exportTime(path.until),
      decidedBy: path.by ?? '',
      request: path.requestId ?? '',
      reason: path.reason ?? '',
      blocked: isBlocked ? 'yes' : 'no',
    })),
  );
  return { name: `access-${dayOf(turn)}`, columns: accessColumns, lines };
}

async function historySheet(
  turn: Turn,
  { tenant }: Awaited<ReturnType<typeof loadActorFacts>>,
  { target, format, period: typed }: IntentOf<'exportTable'>,
): Promise<Sheet | Outcome> {
  const found =
    target &&
    (await resolveGroup(turn, tenant, target, {
      verb: 'exportTable',
      carry: { setting: 'history', value: format, ...given({ words: typed }) },
    }));
  if (found && !found.ok) return found.answer;
  // A group may be called "Budget 2026".
  const period = found?.reading && takePeriod(found.reading.name).period !== undefined ? undefined : typed;
  const lines = await historyLines(turn, tenant, {
    ...(found ? { groupId: found.value.id } : {}),
    ...(period === undefined ? {} : { range: rangeOf(period) }),
  });
  const name = ['audit', ...(found ? [found.value.name] : []), period ?? dayOf(turn)].join('-');
  return { name, columns: historyColumns, lines };
}

function dayOf({ now }: Turn): string {
  return new Date(now).toISOString().slice(0, 10);
}
