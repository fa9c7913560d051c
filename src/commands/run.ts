import { addMembers } from './addMembers.js';
import { addResource } from './addResource.js';
import { answerClaim } from './answerClaim.js';
import { answerProposal } from './answerProposal.js';
import { approveRequest } from './approveRequest.js';
import { browseGroups } from './browseGroups.js';
import { changeAdmin } from './changeAdmin.js';
import { changeBlock } from './changeBlock.js';
import { changeGrant } from './changeGrant.js';
import { changeGroup } from './changeGroup.js';
import { changeRole } from './changeRole.js';
import { changeSetting } from './changeSetting.js';
import { claimGroup } from './claimGroup.js';
import { createGroup } from './createGroup.js';
import { delegate } from './delegate.js';
import { deleteGroup } from './deleteGroup.js';
import { denyRequest } from './denyRequest.js';
import { endDelegations } from './endDelegations.js';
import { enrolGroup } from './enrolGroup.js';
import { enrolGroups } from './enrolGroups.js';
import { explainAccess } from './explainAccess.js';
import { explainJoin } from './explainJoin.js';
import { exportTable } from './exportTable.js';
import { findAccess } from './findAccess.js';
import { importMembers } from './importMembers.js';
import { joinGroup } from './joinGroup.js';
import { leaveGroup } from './leaveGroup.js';
import { listAccess } from './listAccess.js';
import { listAdmins } from './listAdmins.js';
import { listDelegations } from './listDelegations.js';
import { listMembers } from './listMembers.js';
import { listMyGroups } from './listMyGroups.js';
import { listMyRequests } from './listMyRequests.js';
import { listOwnerless } from './listOwnerless.js';
import { listResources } from './listResources.js';
import { manageGroup } from './manageGroup.js';
import { refreshRequest } from './refreshRequest.js';
import { removeMember } from './removeMember.js';
import { loadTenant } from './people.js';
import { loadActorFacts } from './resolve.js';
import { resubmitRequest } from './resubmitRequest.js';
import { saveGroup } from './saveGroup.js';
import { isSetUp } from './settingRecord.js';
import { setUp } from './setUp.js';
import { showGroup } from './showGroup.js';
import { showHelp } from './showHelp.js';
import { showHistory } from './showHistory.js';
import { showInbox } from './showInbox.js';
import { showRequest } from './showRequest.js';
import { showSettings } from './showSettings.js';
import { suggest } from './suggest.js';
import { transferGroup } from './transferGroup.js';
import type { Turn } from './turn.js';
import { verifyHistory } from './verifyHistory.js';
import { welcome } from './welcome.js';
import { withdrawRequest } from './withdrawRequest.js';
import { findClosedDoor } from '../domain/decideManage.js';
import { isAdmin } from '../domain/policy.js';
import type { Outcome } from '../domain/outcome.js';
import type { Intent, IntentKind, IntentOf } from '../intents/intent.js';

type Command<K extends IntentKind> = (intent: IntentOf<K>, turn: Turn) => Promise<Outcome>;

/** Every intent has its command: one left out does not compile. */
const commands: { readonly [K in IntentKind]: Command<K> } = {
  joinGroup,
  findAccess,
  leaveGroup,
  withdrawRequest,
  approveRequest,
  denyRequest,
  showRequest,
  resubmitRequest,
  refreshRequest,
  listMyGroups,
  listMyRequests,
  showInbox,
  browseGroups,
  showGroup,
  showHelp,
  welcome,
  showSettings,
  changeSetting,
  answerProposal,
  setUp,
  listAdmins,
  changeAdmin,
  createGroup,
  manageGroup,
  saveGroup,
  changeGroup,
  enrolGroup,
  enrolGroups,
  transferGroup,
  deleteGroup,
  listOwnerless,
  claimGroup,
  answerClaim,
  listMembers,
  addMembers,
  importMembers,
  removeMember,
  changeRole,
  listResources,
  addResource,
  changeGrant,
  explainAccess,
  listAccess,
  changeBlock,
  showHistory,
  verifyHistory,
  exportTable,
  explainJoin,
  delegate,
  listDelegations,
  endDelegations,
  acceptThanks: async () => ({ kind: 'thanksAccepted' }),
  suggest,
};

/**
 * What setting B closes for everybody but administrators (S52, S53). Commands whose rules ask for it by themselves are
 * not here; help, one's own requests and taking one back stay, so that nobody is left in the dark.
 */
const closedBySettingB: ReadonlySet<IntentKind> = new Set<IntentKind>([
  'browseGroups',
  'showGroup',
  'findAccess',
  'listMyGroups',
  'leaveGroup',
  'showInbox',
  'explainAccess',
]);

/** With what an administrator first comes: while nobody has set up the organisation, they are shown how, in place of what would be empty (Q3). */
const beginnings: ReadonlySet<IntentKind> = new Set<IntentKind>([
  'browseGroups',
  'listMyGroups',
  'listMyRequests',
  'showInbox',
  'suggest',
]);

/** Carries out what somebody wants and says what came of it; a "no" is an outcome, only accidents throw. */
export async function runIntent<K extends IntentKind>(
  intent: Extract<Intent, { kind: K }>,
  turn: Turn,
): Promise<Outcome> {
  if (closedBySettingB.has(intent.kind) || beginnings.has(intent.kind)) {
    const tenant = await loadTenant(turn.store, turn);
    if (beginnings.has(intent.kind) && isAdmin(tenant, turn.actor.id) && !isSetUp(tenant))
      return { kind: 'setUpNeeded' };
    const { restrictGroupAccess } = tenant;
    const closed =
      restrictGroupAccess && closedBySettingB.has(intent.kind) ? findClosedDoor(await loadActorFacts(turn)) : undefined;
    if (closed) return { kind: 'refused', refusal: closed };
  }
  const command: Command<K> = commands[intent.kind];
  return command(intent, turn);
}
