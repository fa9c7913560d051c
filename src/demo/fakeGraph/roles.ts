import type { World } from './groups.js';
import { page, type Answer, type Call } from './query.js';

/** Somebody, or a group, that holds a role. */
export interface RoleHolding {
  readonly roleDefinitionId: string;
  readonly principalId: string;
}

/** GET /roleManagement/directory/roleAssignments, filtered by the role, with the principal where it is expanded. */
export function readRoles({ state }: World, holdings: readonly RoleHolding[], call: Call): Answer {
  const wanted = /^roleDefinitionId eq '([^']+)'$/.exec(call.query.get('$filter') ?? '')?.[1];
  const isExpanded = call.query.get('$expand') === 'principal';
  const found = holdings.filter(({ roleDefinitionId }) => wanted === undefined || roleDefinitionId === wanted);
  const rows = found.map((holding) => {
    const type = state.groups.has(holding.principalId) ? 'group' : 'user';
    const principal = { '@odata.type': `#microsoft.graph.${type}`, id: holding.principalId };
    return { ...holding, directoryScopeId: '/', ...(isExpanded ? { principal } : {}) };
  });
  return page(rows, call, 100);
}
