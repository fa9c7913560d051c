import type { OutcomeOf } from '../domain/outcome.js';
import type { Table, TableOf } from '../domain/table.js';
import type { Voice } from '../messages/voice.js';
import { showList, type List } from './parts/listCard.js';
import type { Shown } from './parts/shown.js';
import { settingsTable, adminsTable } from './organisation/tables.js';
import { membersTable } from './members/tables.js';
import { ownerlessTable } from './groups/tables.js';
import { resourcesTable, accessTable, accessPathsTable } from './resources/tables.js';
import { historyTable, explainedTable } from './history/tables.js';
import { delegationsTable } from './delegations/tables.js';

type Builders = { readonly [C in Table['code']]: (table: TableOf<C>, voice: Voice) => List };

/** One builder for each table; a table without one does not compile. */
const builders: Builders = {
  settings: settingsTable,
  admins: adminsTable,
  members: membersTable,
  ownerless: ownerlessTable,
  resources: resourcesTable,
  access: accessTable,
  accessPaths: accessPathsTable,
  history: historyTable,
  explained: explainedTable,
  delegations: delegationsTable,
};

/** Something that is shown as a list. */
export function showTable({ table }: OutcomeOf<'tableShown'>, voice: Voice): Shown {
  const build = builders[table.code] as (table: Table, voice: Voice) => List;
  return showList(build(table, voice), voice);
}
