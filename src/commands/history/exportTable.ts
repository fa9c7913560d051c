import { peopleOf, readAccess } from '../reads/accessReads.js';
import { viewAccessRows } from '../resources/accessRows.js';
import { exportTime, toCsv } from './csv.js';
import { readSize, viewEntries } from './historyRows.js';
import { loadActorFacts, refused, resolveGroup, resolveResource } from '../reads/resolve.js';
import { type Turn } from '../turn.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import type { Outcome } from '../../domain/outcome.js';
import type { IntentOf } from '../../intents/intent.js';

/** "export audit as csv", "export who has Salesforce": a file, for administrators (F60, F67). */
export async function exportTable(intent: IntentOf<'exportTable'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const verdict = decideAdminister(facts);
  if (!verdict.allowed) return refused(verdict.refusal);
  const made = intent.resource ? await accessLines(turn, intent.resource) : await historyLines(turn, facts, intent);
  if (!Array.isArray(made)) return made;
  const day = new Date(turn.now).toISOString().slice(0, 10);
  const fileName = `${intent.table}-${day}.${intent.format}`;
  const text = intent.format === 'csv' ? toCsv(made) : JSON.stringify(made, null, 2);
  const url = await turn.exports.offer(turn.tenantId, {
    fileName,
    contentType: intent.format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8',
    text,
  });
  if (url === undefined) return refused({ code: 'export_address_missing' });
  return { kind: 'newsTold', notice: { code: 'fileReady', fileName, rows: made.length, url } };
}

type Line = Readonly<Record<string, string | number>>;

async function accessLines(
  turn: Turn,
  target: NonNullable<IntentOf<'exportTable'>['resource']>,
): Promise<Line[] | Outcome> {
  const found = await resolveResource(turn, target, { verb: 'listAccess', carry: {} });
  if (!found.ok) return found.answer;
  const facts = await readAccess(turn, found.value);
  const rows = await viewAccessRows(turn, found.value, facts, peopleOf(facts));
  return rows.flatMap(({ person, paths, isBlocked }) =>
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
}

async function historyLines(
  turn: Turn,
  facts: Awaited<ReturnType<typeof loadActorFacts>>,
  { target }: IntentOf<'exportTable'>,
): Promise<Line[] | Outcome> {
  const found = target && (await resolveGroup(turn, facts.tenant, target, { verb: 'showHistory', carry: {} }));
  if (found && !found.ok) return found.answer;
  const lines: Line[] = [];
  for (let from = 1; ; from += readSize) {
    const entries = await turn.store.readAudit(from, readSize);
    const wanted = entries.filter(({ event }) => !found || event.groupId === found.value.id);
    lines.push(
      ...(await viewEntries(turn, wanted)).map(
        ({ event, actor = '', standsFor = '', subject = '', group = '', resource = '' }, index) => ({
          sequence: wanted[index]?.sequence ?? 0,
          at: exportTime(event.at),
          event: event.kind,
          actor,
          actingFor: standsFor,
          subject,
          group,
          resource,
          setting: event.setting ?? '',
          request: event.requestId ?? '',
          before: event.before ?? '',
          after: event.after ?? '',
          reason: event.reason ?? '',
          hash: wanted[index]?.hash ?? '',
        }),
      ),
    );
    if (entries.length < readSize) return lines;
  }
}
