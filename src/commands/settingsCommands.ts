import { loadTenant, viewPeople, viewPerson } from './people.js';
import { actorOf, changeAsked, loadActorFacts, refused, resolvePerson, typedPerson } from './resolve.js';
import { countAffected } from './settingEffects.js';
import { occasionOf, type Turn } from './turn.js';
import { decideAdminister } from '../domain/decideManage.js';
import type { PersonId } from '../domain/document.js';
import type { Outcome } from '../domain/outcome.js';
import { isLooser, isPossible, isSame, readSetting, settingNames, type SettingWish } from '../domain/settings.js';
import { changeAdmins, changeSetting as applySetting, changeSettings, proposeSetting, settleProposal } from '../domain/tenantChanges.js';
import type { Tenant } from '../domain/tenant.js';
import type { IntentOf } from '../intents/intent.js';

/** Where the settings are kept. */
const at = { collection: 'tenants', id: 'tenant' } as const;

/** "settings": how everything stands, and who changed it (F58). */
export async function showSettings(_intent: IntentOf<'showSettings'>, turn: Turn): Promise<Outcome> {
  const facts = await loadActorFacts(turn);
  const verdict = decideAdminister(facts);
  if (!verdict.allowed) return refused(verdict.refusal);
  const { tenant } = facts;
  const wishes = settingNames.map((name) => readSetting(tenant, name));
  const people = await namesOf(turn, [...wishes.flatMap(({ personIds = [] }) => personIds), ...Object.values(tenant.settingChanges ?? {}).map(({ by }) => by)]);
  const rows = wishes.map(({ name, value, personIds = [] }) => {
    const change = tenant.settingChanges?.[name];
    return { name, value, people: personIds.map((id) => people.get(id) ?? viewPerson(undefined, id)), ...(change ? { changed: { by: people.get(change.by) ?? viewPerson(undefined, change.by), at: change.at } } : {}) };
  });
  return { kind: 'tableShown', table: { code: 'settings', rows } };
}

/** "set licence P2": first what it would mean, then, on the click, in force at once (F58, F59, F62). */
export async function changeSetting(intent: IntentOf<'changeSetting'>, turn: Turn): Promise<Outcome> {
  const allowed = decideAdminister(await loadActorFacts(turn));
  if (!allowed.allowed) return refused(allowed.refusal);
  // Nothing was chosen yet: the form asks.
  if (intent.value === '') {
    const now = readSetting(await loadTenant(turn.store, turn), intent.setting);
    return { kind: 'settingFormNeeded', setting: intent.setting, value: now.value, people: await viewPeople(turn.store, now.personIds ?? []) };
  }
  const personIds: PersonId[] = [];
  for (const target of intent.people ?? []) {
    const person = await resolvePerson(turn, target, { verb: 'changeSetting', carry: { setting: intent.setting, value: intent.value } });
    if (!person.ok) return person.answer;
    personIds.push(person.value.id);
  }
  const wish: SettingWish = { name: intent.setting, value: intent.value, ...(personIds.length > 0 ? { personIds } : {}) };
  if (!isPossible(wish)) return refused({ code: 'setting_value_unknown', setting: wish.name });
  return changeAsked(turn, at, async (current) => {
    const facts = await loadActorFacts(turn);
    const verdict = decideAdminister(facts);
    if (!verdict.allowed || !current) return refused(verdict.allowed ? { code: 'admins_only', admins: facts.admins } : verdict.refusal);
    const before = readSetting(current, wish.name);
    if (isSame(before, wish)) return refused({ code: 'nothing_to_change', what: '' });
    const others = facts.admins.filter(({ id }) => id !== turn.actor.id);
    const needsSecond = isLooser(before, wish);
    if (needsSecond && others.length === 0) return refused({ code: 'second_admin_needed', setting: wish.name });
    if (!intent.confirmed) {
      const people = await viewPeople(turn.store, personIds);
      return { kind: 'confirmNeeded', question: { code: 'changeSetting', setting: wish.name, before: before.value, after: wish.value, people, affected: await countAffected(turn, current, wish), ...(needsSecond ? { confirmers: others.map(({ name }) => name) } : {}) } };
    }
    if (needsSecond) return { proof: verdict.proof, document: proposeSetting(current, wish, actorOf(turn), occasionOf(turn)), outcome: { kind: 'noticed', notice: { code: 'proposalWaits', setting: wish.name, after: wish.value, others: others.map(({ name }) => name) } } };
    return { proof: verdict.proof, document: applySetting(current, wish, actorOf(turn), occasionOf(turn)), outcome: { kind: 'noticed', notice: { code: 'settingChanged', setting: wish.name, before: before.value, after: wish.value } } };
  });
}

/** A second administrator's answer to a loosening (F59); without an id the one that waits is meant. */
export async function answerProposal({ accepted, proposalId }: IntentOf<'answerProposal'>, turn: Turn): Promise<Outcome> {
  return changeAsked(turn, at, async (current) => {
    const facts = await loadActorFacts(turn);
    const verdict = decideAdminister(facts);
    if (!verdict.allowed) return refused(verdict.refusal);
    const { proposal } = current ?? {};
    if (!current || !proposal || (proposalId !== undefined && proposal.id !== proposalId)) return refused({ code: 'proposal_gone' });
    const { name, value } = proposal.wish;
    // Who proposed it may take it back, but not be the second one.
    if (proposal.by === turn.actor.id && accepted) return refused({ code: 'own_proposal', setting: name, others: facts.admins.filter(({ id }) => id !== turn.actor.id) });
    const outcome: Outcome = { kind: 'noticed', notice: { code: 'proposalSettled', setting: name, after: value, by: turn.actor.name, accepted } };
    return { proof: verdict.proof, document: settleProposal(current, proposal, accepted, actorOf(turn), occasionOf(turn)), outcome };
  });
}

/** The one click of the first administrator that turns self-service on (Q3). */
export async function setUp({ licence }: IntentOf<'setUp'>, turn: Turn): Promise<Outcome> {
  return changeAsked(turn, at, async (current) => {
    const facts = await loadActorFacts(turn);
    const verdict = decideAdminister(facts);
    if (!verdict.allowed) return refused(verdict.refusal);
    // Only an organisation that nobody has set up yet; afterwards each loosening needs two.
    if (!current || isSetUp(current)) return showSettings({ kind: 'showSettings' }, turn);
    const wishes: SettingWish[] = [{ name: 'ownersManageRequests', value: 'yes' }, { name: 'restrictGroupAccess', value: 'no' }, { name: 'licence', value: licence }];
    return { proof: verdict.proof, document: changeSettings(current, wishes, actorOf(turn), occasionOf(turn)), outcome: { kind: 'noticed', notice: { code: 'setUpDone' } } };
  });
}

/** Whether somebody has changed any setting. */
export function isSetUp(tenant: Tenant): boolean {
  return tenant.ownersManageRequests || Object.keys(tenant.settingChanges ?? {}).length > 0;
}

/** "admins": who administers the organisation (Q9). */
export async function listAdmins(_intent: IntentOf<'listAdmins'>, turn: Turn): Promise<Outcome> {
  const tenant = await loadTenant(turn.store, turn);
  return { kind: 'tableShown', table: { code: 'admins', people: await viewPeople(turn.store, tenant.adminIds) } };
}

/** "admins add @Bo": one more or one less, never without the last (Q9). */
export async function changeAdmin(intent: IntentOf<'changeAdmin'>, turn: Turn): Promise<Outcome> {
  const allowed = decideAdminister(await loadActorFacts(turn));
  if (!allowed.allowed) return refused(allowed.refusal);
  const { is } = intent;
  const person = await resolvePerson(turn, intent.person, { verb: 'changeAdmin', carry: { value: is ? 'yes' : 'no' } });
  if (!person.ok) return person.answer;
  const { id, name } = person.value;
  return changeAsked(turn, at, async (current) => {
    const verdict = decideAdminister(await loadActorFacts(turn));
    if (!verdict.allowed) return refused(verdict.refusal);
    if (!current || current.adminIds.includes(id) === is) return refused(is ? { code: 'nothing_to_change', what: name } : { code: 'person_not_found', typed: typedPerson(intent.person) || name });
    if (!is && current.adminIds.length === 1) return refused({ code: 'last_admin' });
    if (!intent.confirmed) return { kind: 'confirmNeeded', question: { code: 'changeAdmin', person: viewPerson(person.value, id), is } };
    return { proof: verdict.proof, document: changeAdmins(current, { id, name }, is, actorOf(turn), occasionOf(turn)), outcome: { kind: 'noticed', notice: { code: is ? 'adminAdded' : 'adminRemoved', person: name } } };
  });
}

async function namesOf(turn: Turn, ids: readonly PersonId[]): Promise<Map<string, ReturnType<typeof viewPerson>>> {
  const unique = [...new Set(ids)];
  return new Map((await viewPeople(turn.store, unique)).map((person) => [person.id, person]));
}
