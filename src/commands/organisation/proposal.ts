import { viewPeople } from '../reads/people.js';
import { countAffected } from './settingEffects.js';
import type { Turn } from '../turn.js';
import { readSetting } from '../../domain/organisation/settings/settings.js';
import type { SettingProposal, SettingWish, Tenant } from '../../domain/organisation/tenant.js';
import type { ProposalDetail } from '../../domain/organisation/tenantChanges.js';
import type { Outcome } from '../../domain/outcome.js';

/** All that a second administrator has to know of a change before they confirm it (F59, F62). */
export async function describeProposal(turn: Turn, tenant: Tenant, wish: SettingWish): Promise<ProposalDetail> {
  const people = await viewPeople(turn.store, wish.personIds ?? []);
  return {
    ...(people.length > 0 ? { people: people.map(({ name }) => name) } : {}),
    affected: await countAffected(turn, tenant, wish),
  };
}

/** The proposal that waits, as a card with both answers. */
export async function showProposal(turn: Turn, tenant: Tenant, proposal: SettingProposal): Promise<Outcome> {
  const { id, wish, by } = proposal;
  const [proposer] = await viewPeople(turn.store, [by]);
  return {
    kind: 'proposalNeeded',
    proposal: {
      code: 'proposalMade',
      proposalId: id,
      setting: wish.name,
      before: readSetting(tenant, wish.name).value,
      after: wish.value,
      by: proposer?.name ?? '',
      ...(await describeProposal(turn, tenant, wish)),
    },
  };
}
