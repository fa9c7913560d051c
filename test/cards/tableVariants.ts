import type { AuditEvent } from '../../src/domain/history/audit.js';
import type { Table } from '../../src/domain/table.js';
import type { HistoryRow } from '../../src/domain/views.js';
import { now, type Words } from './samples.js';

const day = 86_400_000;
const page = { page: 1, pageCount: 1, total: 1 };

/** Further tables, for sentences that the samples do not come to. */
export function tableVariants(words: Words): readonly Table[] {
  const { person, group, resource, reason } = words;
  const ann = { id: 'p-ann', name: person };
  const path = { group, groupId: 'g-1', since: now - day };
  const history = (event: Omit<AuditEvent, 'id' | 'at'>, who: Omit<HistoryRow, 'event'> = {}): Table => ({
    code: 'history',
    title: group,
    groupId: 'g-1',
    rows: [{ event: { id: 'e-1', at: now - day, ...event }, ...who }],
    page,
  });
  return [
    history({ kind: 'resourceAdded' }),
    history({ kind: 'groupEnrolled', after: 'security, portal, open' }),
    history({ kind: 'roleChanged', before: 'none', after: 'manager' }),
    history({ kind: 'groupChanged', setting: 'name', after: words.typed }),
    history({ kind: 'groupChanged', setting: 'longestMembership', before: 'none', after: '365' }),
    history({ kind: 'settingChanged', setting: 'licensedPeople', before: 'none', after: 'selected:p-1' }),
    history({ kind: 'memberAdded', actorId: 'a', subjectId: 'a' }, { actor: person, subject: person, group }),
    history({ kind: 'memberAdded', actorId: 'a', subjectId: 'b', reason }, { actor: person, standsFor: person, group }),
    {
      code: 'history',
      title: group,
      groupId: 'g-1',
      rows: (['requestDelivered', 'memberAdded', 'requestApproved'] as const).map((kind) => ({
        event: { id: kind, kind, at: now - day, requestId: 'REQ-7K2M9QXW' },
        actor: person,
        subject: person,
        group,
      })),
      page,
    },
    { code: 'members', group, groupId: 'g-1', rows: [], page },
    {
      code: 'members',
      group,
      groupId: 'g-1',
      rows: (['owner', 'openJoin', 'request', 'added', 'imported'] as const).map((how) => ({
        person: ann,
        role: 'member',
        how,
        blocked: [],
      })),
      page,
    },
    { code: 'resources', rows: [], page },
    { code: 'access', resource, resourceId: 'r-1', rows: [], page },
    {
      code: 'accessPaths',
      resource,
      resourceId: 'r-1',
      person: ann,
      paths: [{ ...path, how: 'openJoin' }],
      openers: [],
    },
    ...(['yes', 'no'] as const).map((verdict): Table => ({
      code: 'explained',
      group,
      groupId: 'g-1',
      rules: (['kind', 'settingB', 'joinRule', 'settingA', 'licence', 'approver'] as const).map((rule) => ({
        rule,
        verdict,
      })),
      route: 'atOnce',
    })),
  ];
}
