import { escapeHtml } from './escapeHtml.js';
import type { DirectoryState, FakeGroup } from './fakeGraph/state.js';

/** The pane that shows what the simulated directory has, past the bot. */
export interface EntraPane {
  /** The groups and who is in them at this moment. */
  html(): string;
  /** Takes somebody out as another program would, without the bot; says whether they were in. */
  remove(groupId: string, personId: string): boolean;
}

/** The pane of a directory. */
export function createEntraPane(state: DirectoryState): EntraPane {
  return {
    html: () => {
      const groups = [...state.groups.values()].filter(({ deletedDateTime }) => deletedDateTime === null);
      return groups.map((group) => toGroup(state, group)).join('');
    },
    remove(groupId, personId) {
      if (!state.isTied('members', groupId, personId)) return false;
      state.cut('members', groupId, personId);
      return true;
    },
  };
}

function toGroup(state: DirectoryState, group: FakeGroup): string {
  const members = state.tiedAt('members', group.id, state.now()).map((id) => toMember(state, group, id));
  const list = members.length > 0 ? `<ul>${members.join('')}</ul>` : '<p>Nobody is in it.</p>';
  return `<article><h3>${escapeHtml(group.displayName)}<small>${kindOf(group)}</small></h3>${list}</article>`;
}

function toMember(state: DirectoryState, { id: groupId, displayName }: FakeGroup, personId: string): string {
  const name = state.users.get(personId)?.displayName ?? personId;
  const what = escapeHtml(`Take ${name} out of ${displayName}, past the bot`);
  const button = `<button type="button" title="${what}" aria-label="${what}">×</button>`;
  return `<li data-group="${escapeHtml(groupId)}" data-person="${escapeHtml(personId)}">${escapeHtml(name)}${button}</li>`;
}

/** What the administrators' portal calls such a group. */
function kindOf(group: FakeGroup): string {
  const { groupTypes, mailEnabled, securityEnabled, onPremisesSyncEnabled, isAssignableToRole } = group;
  if (isAssignableToRole) return 'role-assignable';
  if (groupTypes.includes('DynamicMembership')) return 'dynamic';
  if (onPremisesSyncEnabled) return 'synchronised';
  if (groupTypes.includes('Unified')) return 'Microsoft 365';
  if (!mailEnabled) return 'security';
  return securityEnabled ? 'mail-enabled security' : 'distribution list';
}
