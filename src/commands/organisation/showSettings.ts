import { viewPeople, viewPerson } from '../reads/people.js';
import { loadActorFacts, refused } from '../reads/resolve.js';
import { type Turn } from '../turn.js';
import { decideAdminister } from '../../domain/groups/decideManage.js';
import type { Outcome } from '../../domain/outcome.js';
import { settingRows } from '../../domain/organisation/settings/rows.js';
import { readSetting } from '../../domain/organisation/settings/settings.js';
import type { IntentOf } from '../../intents/intent.js';
import type { PersonId } from '../../domain/terms.js';
import { settingNames } from '../../domain/terms.js';

/** One card for all of them would be too large. */
const pages = ['access', 'rules'] as const;

/** "settings": how everything stands, and who changed it (F58). */
export async function showSettings({ page }: IntentOf<'showSettings'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const verdict = decideAdminister(facts);
  if (!verdict.allowed) return refused(verdict.refusal);
  const { tenant } = facts;
  const at = Math.min(page, pages.length);
  const names = settingNames.filter((name) => settingRows[name].page === pages[at - 1]);
  const wishes = names.map((name) => readSetting(tenant, name));
  const people = await namesOf(turn, [
    ...wishes.flatMap(({ personIds = [] }) => personIds),
    ...Object.values(tenant.settingChanges ?? {}).map(({ by }) => by),
  ]);
  const rows = wishes.map(({ name, value, personIds = [] }) => {
    const change = tenant.settingChanges?.[name];
    return {
      name,
      value,
      people: personIds.map((id) => people.get(id) ?? viewPerson(undefined, id)),
      ...(name === 'licence' && tenant.licenceThere ? { there: tenant.licenceThere } : {}),
      ...(change ? { changed: { by: people.get(change.by) ?? viewPerson(undefined, change.by), at: change.at } } : {}),
    };
  });
  return {
    kind: 'tableShown',
    table: { code: 'settings', rows, page: { page: at, pageCount: pages.length, total: settingNames.length } },
  };
}

async function namesOf(turn: Turn, ids: readonly PersonId[]): Promise<Map<string, ReturnType<typeof viewPerson>>> {
  const unique = [...new Set(ids)];
  return new Map((await viewPeople(turn.store, unique)).map((person) => [person.id, person]));
}
