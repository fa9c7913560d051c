import { approveRequest } from './approveRequest.js';
import { browseGroups } from './browseGroups.js';
import { denyRequest } from './denyRequest.js';
import { findAccess } from './findAccess.js';
import { joinGroup } from './joinGroup.js';
import { leaveGroup } from './leaveGroup.js';
import { listMyGroups } from './listMyGroups.js';
import { listMyRequests } from './listMyRequests.js';
import { refreshRequest } from './refreshRequest.js';
import { resubmitRequest } from './resubmitRequest.js';
import { showGroup } from './showGroup.js';
import { showHelp } from './showHelp.js';
import { showInbox } from './showInbox.js';
import { showRequest } from './showRequest.js';
import { loadActorFacts } from './resolve.js';
import * as groups from './groupCommands.js';
import * as claims from './claimCommands.js';
import * as history from './historyCommands.js';
import * as members from './memberCommands.js';
import * as resources from './resourceCommands.js';
import * as settings from './settingsCommands.js';
import type { Turn } from './turn.js';
import { welcome } from './welcome.js';
import { withdrawRequest } from './withdrawRequest.js';
import { findClosedDoor } from '../domain/decideManage.js';
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
  showSettings: settings.showSettings,
  changeSetting: settings.changeSetting,
  answerProposal: settings.answerProposal,
  setUp: settings.setUp,
  listAdmins: settings.listAdmins,
  changeAdmin: settings.changeAdmin,
  createGroup: groups.createGroup,
  manageGroup: groups.manageGroup,
  saveGroup: groups.saveGroup,
  changeGroup: groups.changeGroup,
  enrolGroup: groups.enrolGroup,
  transferGroup: groups.transferGroup,
  deleteGroup: groups.deleteGroup,
  listOwnerless: groups.listOwnerless,
  claimGroup: claims.claimGroup,
  answerClaim: claims.answerClaim,
  listMembers: members.listMembers,
  addMembers: members.addMembers,
  importMembers: members.importMembers,
  removeMember: members.removeMember,
  changeRole: members.changeRole,
  listResources: resources.listResources,
  addResource: resources.addResource,
  changeGrant: resources.changeGrant,
  explainAccess: resources.explainAccess,
  listAccess: resources.listAccess,
  changeBlock: resources.changeBlock,
  showHistory: history.showHistory,
  verifyHistory: history.verifyHistory,
  exportTable: history.exportTable,
  explainJoin: history.explainJoin,
  delegate: history.delegate,
  listDelegations: history.listDelegations,
  endDelegations: history.endDelegations,
  acceptThanks: async () => ({ kind: 'thanksAccepted' }),
  suggest: async ({ suggestions, remark }) => ({ kind: 'notUnderstood', suggestions, remark }),
};

/**
 * What setting B closes for everybody but administrators (S52, S53). Commands whose rules ask for it by themselves are
 * not here; help, one's own requests and taking one back stay, so that nobody is left in the dark.
 */
const closedBySettingB: ReadonlySet<IntentKind> = new Set<IntentKind>(['browseGroups', 'showGroup', 'findAccess', 'listMyGroups', 'leaveGroup', 'showInbox', 'explainAccess']);

/** Carries out what somebody wants and says what came of it; a "no" is an outcome, only accidents throw. */
export async function runIntent<K extends IntentKind>(intent: Extract<Intent, { kind: K }>, turn: Turn): Promise<Outcome> {
  if (closedBySettingB.has(intent.kind)) {
    const closed = findClosedDoor(await loadActorFacts(turn));
    if (closed) return { kind: 'refused', refusal: closed };
  }
  const command: Command<K> = commands[intent.kind];
  return command(intent, turn);
}
