import { addMembers } from './members/addMembers.js';
import { addResource } from './resources/addResource.js';
import { answerClaim } from './groups/answerClaim.js';
import { answerProposal } from './organisation/answerProposal.js';
import { askToCreate } from './groups/askToCreate.js';
import { requestFor } from './requests/requestFor.js';
import { approveRequest } from './requests/approveRequest.js';
import { browseGroups } from './groups/browseGroups.js';
import { changeAdmin } from './organisation/changeAdmin.js';
import { changeBlock } from './resources/changeBlock.js';
import { changeGrant } from './resources/changeGrant.js';
import { changeGroup } from './groups/changeGroup.js';
import { changeRole } from './members/changeRole.js';
import { changeSetting } from './organisation/changeSetting.js';
import { claimGroup } from './groups/claimGroup.js';
import { createGroup } from './groups/createGroup.js';
import { delegate } from './delegations/delegate.js';
import { deleteGroup } from './groups/deleteGroup.js';
import { denyRequest } from './requests/denyRequest.js';
import { endDelegations } from './delegations/endDelegations.js';
import { enrolAll } from './groups/enrolAll.js';
import { linkGroup } from './groups/linkGroup.js';
import { releaseBrake } from './organisation/releaseBrake.js';
import { settleDrift } from './members/settleDrift.js';
import { showDrift } from './members/showDrift.js';
import { enrolGroup } from './groups/enrolGroup.js';
import { enrolGroups } from './groups/enrolGroups.js';
import { explainAccess } from './resources/explainAccess.js';
import { explainJoin } from './history/explainJoin.js';
import { exportTable } from './history/exportTable.js';
import { findAccess } from './resources/findAccess.js';
import { forgetPerson } from './organisation/forgetPerson.js';
import { importMembers } from './members/importMembers.js';
import { joinGroup } from './requests/joinGroup.js';
import { leaveGroup } from './members/leaveGroup.js';
import { listAccess } from './resources/listAccess.js';
import { listAdmins } from './organisation/listAdmins.js';
import { listDelegations } from './delegations/listDelegations.js';
import { listMembers } from './members/listMembers.js';
import { listMyGroups } from './members/listMyGroups.js';
import { listMyRequests } from './requests/listMyRequests.js';
import { listOwnerless } from './groups/listOwnerless.js';
import { listResources } from './resources/listResources.js';
import { manageGroup } from './groups/manageGroup.js';
import { refreshRequest } from './requests/refreshRequest.js';
import { remindApprovers } from './requests/remindApprovers.js';
import { removeMember } from './members/removeMember.js';
import { removeResource } from './resources/removeResource.js';
import { renameResource } from './resources/renameResource.js';
import { countTurn, countUnknown, findProbing } from './reads/limits.js';
import { loadTenant } from './reads/people.js';
import { loadActorFacts } from './reads/resolve.js';
import { resubmitRequest } from './requests/resubmitRequest.js';
import { saveGroup } from './groups/saveGroup.js';
import { isSetUp } from './organisation/settingRecord.js';
import { setUp } from './organisation/setUp.js';
import { showBotStatus } from './organisation/showBotStatus.js';
import { showDirectory } from './organisation/showDirectory.js';
import { showGroup } from './groups/showGroup.js';
import { showHelp } from './start/showHelp.js';
import { showHistory } from './history/showHistory.js';
import { showInbox } from './requests/showInbox.js';
import { showReading } from './start/showReading.js';
import { showRequest } from './requests/showRequest.js';
import { showSettings } from './organisation/showSettings.js';
import { suggest } from './start/suggest.js';
import { transferGroup } from './groups/transferGroup.js';
import type { Answer, Turn } from './turn.js';
import { verifyHistory } from './history/verifyHistory.js';
import { welcome } from './start/welcome.js';
import { withdrawRequest } from './requests/withdrawRequest.js';
import { findClosedDoor } from '../domain/groups/decideManage.js';
import { isAdmin } from '../domain/groups/policy.js';
import type { Outcome } from '../domain/outcome.js';
import type { Intent, IntentKind, IntentOf } from '../intents/intent.js';

type Command<K extends IntentKind> = (intent: IntentOf<K>, turn: Turn) => Promise<Answer>;

/** Every intent has its command: one left out does not compile. */
const commands: { readonly [K in IntentKind]: Command<K> } = {
  joinGroup,
  findAccess,
  leaveGroup,
  withdrawRequest,
  remindApprovers,
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
  showDirectory,
  showBotStatus,
  releaseBrake,
  showReading,
  changeAdmin,
  forgetPerson,
  createGroup,
  manageGroup,
  saveGroup,
  changeGroup,
  enrolGroup,
  enrolGroups,
  enrolAll,
  linkGroup,
  transferGroup,
  deleteGroup,
  listOwnerless,
  claimGroup,
  answerClaim,
  listMembers,
  showDrift,
  settleDrift,
  addMembers,
  importMembers,
  removeMember,
  changeRole,
  listResources,
  addResource,
  renameResource,
  removeResource,
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
  requestFor,
  askToCreate,
  acceptThanks: async () => ({ kind: 'thanksAccepted' }),
  suggest,
};

/**
 * What stays open while setting B closes the groups (S52, S53, Q18): what names no group, what only administrators do
 * (whom the setting leaves alone), and one's own requests, so that nobody is left in the dark.
 */
const openWithSettingB: ReadonlySet<IntentKind> = new Set<IntentKind>([
  'showHelp',
  'welcome',
  'acceptThanks',
  'suggest',
  'listMyRequests',
  'showRequest',
  'refreshRequest',
  'withdrawRequest',
  'remindApprovers',
  'endDelegations',
  'showSettings',
  'changeSetting',
  'answerProposal',
  'setUp',
  'listAdmins',
  'showDirectory',
  'showBotStatus',
  'releaseBrake',
  'showReading',
  'changeAdmin',
  'forgetPerson',
]);

/** With what an administrator first comes: while nobody has set up the organisation, they are shown how, in place of what would be empty (Q3). */
const beginnings: ReadonlySet<IntentKind> = new Set<IntentKind>([
  'browseGroups',
  'listMyGroups',
  'listMyRequests',
  'showInbox',
  'suggest',
]);

/**
 * Carries out what somebody wants and says what came of it; a "no" is an outcome, only accidents throw. What turns out
 * to mean something else goes through the same gate, once.
 */
export async function runIntent(intent: Intent, turn: Turn): Promise<Outcome> {
  return (await runMeant(intent, turn)).outcome;
}

/** The same, with the intent that was carried out in the end. */
export async function runMeant(
  intent: Intent,
  turn: Turn,
): Promise<{ readonly intent: Intent; readonly outcome: Outcome }> {
  const tenant = await loadTenant(turn.store, turn);
  const tooMany = (await countTurn(turn, tenant)) ?? (await findProbing(intent, turn, tenant));
  if (tooMany) return { intent, outcome: { kind: 'refused', refusal: tooMany } };
  const answer = await runOnce(intent, turn);
  if (!('instead' in answer)) {
    await countUnknown(intent, answer, turn, tenant);
    return { intent, outcome: answer };
  }
  const outcome = await runOnce(answer.instead, turn);
  if ('instead' in outcome) throw new Error(`${intent.kind} meant ${answer.instead.kind}, which meant something else`);
  await countUnknown(intent, outcome, turn, tenant);
  return { intent: answer.instead, outcome };
}

async function runOnce<K extends IntentKind>(intent: Extract<Intent, { kind: K }>, turn: Turn): Promise<Answer> {
  const closed = await findGate(intent.kind, turn);
  if (closed) return closed;
  const command: Command<K> = commands[intent.kind];
  return command(intent, turn);
}

/** The one gate before every command, in front of any look-up of a name. */
async function findGate(kind: IntentKind, turn: Turn): Promise<Outcome | undefined> {
  const tenant = await loadTenant(turn.store, turn);
  if (beginnings.has(kind) && isAdmin(tenant, turn.actor.id) && !isSetUp(tenant)) return { kind: 'setUpNeeded' };
  if (!tenant.restrictGroupAccess || openWithSettingB.has(kind)) return undefined;
  const refusal = findClosedDoor(await loadActorFacts(turn));
  return refusal && { kind: 'refused', refusal };
}
