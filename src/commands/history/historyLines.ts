import { exportTime, type Line } from './csv.js';
import { readSize, viewEntries } from './historyRows.js';
import type { Turn } from '../turn.js';
import type { AuditEntry } from '../../domain/history/audit.js';
import { createRuleBook, type RuleBook } from '../../domain/history/rulesInForce.js';
import type { Group } from '../../domain/groups/group.js';
import type { Tenant } from '../../domain/organisation/tenant.js';
import type { Instant } from '../../domain/terms.js';

/** The columns of an exported history; `rule` is what held for the group at that moment. */
export const historyColumns = [
  'sequence',
  'at',
  'event',
  'actor',
  'actingFor',
  'subject',
  'group',
  'resource',
  'setting',
  'request',
  'before',
  'after',
  'reason',
  'rule',
  'hash',
] as const;

/** Which part of the history is wanted; without a group or a range, all of it. */
export interface HistoryPart {
  readonly groupId?: string;
  readonly range?: { readonly from: Instant; readonly to: Instant };
}

/** The history, line by line, with names in the place of ids and the rule that was in force. */
export async function historyLines(turn: Turn, tenant: Tenant, part: HistoryPart): Promise<Line[]> {
  const book = createRuleBook(tenant);
  const wanted: AuditEntry[] = [];
  // To its end, whatever part is wanted: what a rule was, its next change tells.
  for (let from = 1; ; from += readSize) {
    const entries = await turn.store.readAudit(from, readSize);
    book.read(entries.map(({ event }) => event));
    wanted.push(...entries.filter((entry) => isWanted(entry, part)));
    if (entries.length < readSize) break;
  }
  const lines: Line[] = [];
  for (let from = 0; from < wanted.length; from += readSize)
    lines.push(...(await linesOf(turn, book, wanted.slice(from, from + readSize))));
  return lines;
}

function isWanted({ event }: AuditEntry, { groupId, range }: HistoryPart): boolean {
  const isInTime = range === undefined || (event.at >= range.from && event.at < range.to);
  return isInTime && (groupId === undefined || event.groupId === groupId);
}

async function linesOf(turn: Turn, book: RuleBook, entries: readonly AuditEntry[]): Promise<Line[]> {
  const ids = [...new Set(entries.flatMap(({ event }) => event.groupId ?? []))];
  const groups = new Map((await turn.store.read('groups').getMany(ids)).map((group) => [group.id, group]));
  const rows = await viewEntries(turn, entries);
  return rows.map(({ event, actor = '', standsFor = '', subject = '', group = '', resource = '' }, index) => ({
    sequence: entries[index]?.sequence ?? 0,
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
    rule: ruleOf(turn, book, event, groups.get(event.groupId ?? '')),
    hash: entries[index]?.hash ?? '',
  }));
}

function ruleOf(turn: Turn, book: RuleBook, event: AuditEntry['event'], group: Group | undefined): string {
  return group ? turn.describeRules(book.rulesAt(event, group)) : '';
}
