import { adminIdsOf } from '../groups/policy.js';
import { askPeople, settleQuestion } from '../askedQuestion.js';
import type { AuditEvent } from '../history/audit.js';
import { tenantRecordId } from '../keys.js';
import type { News } from '../news.js';
import { revise, toEffects, type NewEffect, type Occasion } from '../revise.js';
import { readSetting, withSetting } from './settings/settings.js';
import { areTwo } from './voices.js';
import { firstSweep } from './retention.js';
import type { Tenant, SettingWish, SettingProposal } from './tenant.js';
import type { PersonId } from '../terms.js';

/** Who acts, by id and by the name that others read. */
export interface Actor {
  readonly id: PersonId;
  readonly name: string;
}

/**
 * An effect that tells somebody something in their personal chat; `near` are people whose chat shows where the channel
 * is. A single one of them is who did it, and hears when it could not be delivered.
 */
export function tell(personId: PersonId, notice: News, near: readonly PersonId[]): NewEffect {
  const [by] = near;
  return { kind: 'tell', personId, notice, near, ...(near.length === 1 && by !== undefined ? { by } : {}) };
}

/** An effect that puts something into the history. */
export function record(event: Omit<AuditEvent, 'id' | 'at'>, occasion: Pick<Occasion, 'now' | 'newId'>): NewEffect {
  return { kind: 'recordEvent', event: { id: occasion.newId(), at: occasion.now, ...event } };
}

/** The organisation with a setting changed, who changed it kept beside it, and any proposal about the same setting gone. */
export function changeSetting(tenant: Tenant, wish: SettingWish, actor: Actor, occasion: Occasion): Tenant {
  const before = readSetting(tenant, wish.name);
  const isReplaced = tenant.proposal?.wish.name === wish.name;
  const { document, tasks } = isReplaced
    ? dropProposal(tenant, { code: 'proposalReplaced', setting: wish.name, by: actor.name })
    : { document: tenant, tasks: [] };
  const settingChanges = { ...tenant.settingChanges, [wish.name]: { by: actor.id, at: occasion.now } };
  const event = record(
    { kind: 'settingChanged', actorId: actor.id, setting: wish.name, before: describe(before), after: describe(wish) },
    occasion,
  );
  const next = { ...withSetting(document, wish), settingChanges };
  if (wish.name !== 'reasonsKept') return more(next, [event, ...tasks], occasion);
  // It begins anew: what the last sweep left may be too old by now.
  const effects = next.effects.filter(({ kind }) => kind !== 'eraseOldReasons');
  const sweep = wish.value === 'none' ? [] : [firstSweep];
  return more({ ...next, effects }, [event, ...sweep, ...tasks], occasion);
}

/** What else the other administrators read of a proposal: all that they confirm. */
export type ProposalDetail = Pick<Extract<News, { code: 'proposalMade' }>, 'people' | 'affected'>;

/** The organisation with a loosening that waits for another administrator, all of whom are asked (F59). */
export function proposeSetting(
  tenant: Tenant,
  wish: SettingWish,
  detail: ProposalDetail,
  actor: Actor,
  occasion: Occasion,
): Tenant {
  const proposal: SettingProposal = { id: occasion.newId(), wish, by: actor.id, at: occasion.now };
  const before = readSetting(tenant, wish.name);
  const notice: News = {
    code: 'proposalMade',
    proposalId: proposal.id,
    setting: wish.name,
    before: before.value,
    after: wish.value,
    by: actor.name,
    ...detail,
  };
  const { document, tasks } = dropProposal(tenant, {
    code: 'proposalReplaced',
    setting: tenant.proposal?.wish.name ?? wish.name,
    by: actor.name,
  });
  const asked = askPeople(
    { id: proposal.id, collection: 'tenants', recordId: tenantRecordId },
    adminIdsOf(tenant).filter((id) => areTwo(tenant, id, actor.id)),
    notice,
    [actor.id],
  );
  const event = record(
    { kind: 'settingProposed', actorId: actor.id, setting: wish.name, before: describe(before), after: describe(wish) },
    occasion,
  );
  return more({ ...document, proposal, question: asked.question }, [event, ...tasks, ...asked.tasks], occasion);
}

/** The organisation after a second administrator's answer; who proposed it is told, and the others see it on their cards. */
export function settleProposal(
  tenant: Tenant,
  proposal: SettingProposal,
  accepted: boolean,
  actor: Actor,
  occasion: Occasion,
): Tenant {
  const { wish } = proposal;
  const notice: News = { code: 'proposalSettled', setting: wish.name, after: wish.value, by: actor.name, accepted };
  const { document, tasks } = dropProposal(tenant, notice);
  const told = proposal.by === actor.id ? [] : [tell(proposal.by, notice, [actor.id])];
  if (accepted)
    return more(changeSetting(document, wish, actor, occasion), [...told, ...tasks], occasion, tenant.version);
  return more(
    document,
    [
      ...told,
      ...tasks,
      record({ kind: 'settingRejected', actorId: actor.id, setting: wish.name, after: describe(wish) }, occasion),
    ],
    occasion,
  );
}

function dropProposal(
  tenant: Tenant,
  notice: News,
): { readonly document: Tenant; readonly tasks: readonly NewEffect[] } {
  const { proposal: _, ...rest } = tenant;
  return settleQuestion<Tenant>(rest, notice);
}

/**
 * The organisation with one administrator more or less; they are told. One more speaks for whoever made them until
 * another has confirmed them, and those who can do so are told, too.
 */
export function changeAdmins(tenant: Tenant, person: Actor, is: boolean, actor: Actor, occasion: Occasion): Tenant {
  const adminIds = is
    ? [...new Set([...tenant.adminIds, person.id])]
    : tenant.adminIds.filter((id) => id !== person.id);
  const event = record({ kind: is ? 'adminAdded' : 'adminRemoved', actorId: actor.id, subjectId: person.id }, occasion);
  // A proposal falls with its proposer's rights.
  const { proposal } = tenant;
  const falls = !is && proposal?.by === person.id;
  const { document, tasks } = falls
    ? dropProposal(tenant, { code: 'proposalReplaced', setting: proposal.wish.name, by: actor.name })
    : { document: tenant, tasks: [] };
  const told =
    person.id === actor.id
      ? []
      : [tell(person.id, { code: is ? 'youAreAdmin' : 'youAreNoAdmin', by: actor.name }, [actor.id])];
  const next = withUnconfirmed(document, person.id, is ? actor.id : undefined);
  const notice: News = { code: 'adminMade', person: person.name, personId: person.id, by: actor.name };
  const others = is && !tenant.trustsNewAdmins ? adminIdsOf(tenant).filter((id) => areTwo(tenant, id, actor.id)) : [];
  const asked = others.filter((id) => id !== person.id).map((id) => tell(id, notice, others));
  return more({ ...next, adminIds }, [event, ...told, ...asked, ...tasks], occasion);
}

/** The organisation with an administrator whom a second one has confirmed; from now on they speak for themselves. */
export function confirmAdmin(tenant: Tenant, person: Actor, actor: Actor, occasion: Occasion): Tenant {
  const event = record({ kind: 'adminConfirmed', actorId: actor.id, subjectId: person.id }, occasion);
  return more(withUnconfirmed(tenant, person.id, undefined), [event], occasion);
}

/** The organisation in which somebody is an administrator by the word of another one alone, or not any more. */
function withUnconfirmed(tenant: Tenant, id: PersonId, by: PersonId | undefined): Tenant {
  const { unconfirmedAdmins: before = [], ...rest } = tenant;
  const kept = before.filter((one) => one.id !== id);
  const unconfirmedAdmins = by === undefined ? kept : [...kept, { id, by }];
  return unconfirmedAdmins.length === 0 ? rest : { ...rest, unconfirmedAdmins };
}

/** Several changes in one version of the record. */
export function changeSettings(
  tenant: Tenant,
  wishes: readonly SettingWish[],
  actor: Actor,
  occasion: Occasion,
): Tenant {
  return wishes.reduce(
    (next, wish) => ({ ...changeSetting(next, wish, actor, occasion), version: tenant.version + 1 }),
    tenant,
  );
}

function more(tenant: Tenant, tasks: readonly NewEffect[], occasion: Occasion, version = tenant.version): Tenant {
  return revise<Tenant>({ ...tenant, version }, [...tenant.effects, ...toEffects(tasks, occasion)], occasion);
}

function describe({ value, personIds = [] }: SettingWish): string {
  return value === 'selected' ? `selected: ${personIds.join(', ')}` : value;
}
