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
import type { Turn } from './turn.js';
import { welcome } from './welcome.js';
import { withdrawRequest } from './withdrawRequest.js';
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
  acceptThanks: async () => ({ kind: 'thanksAccepted' }),
  suggest: async ({ suggestions, remark }) => ({ kind: 'notUnderstood', suggestions, remark }),
};

/** Carries out what somebody wants and says what came of it; a "no" is an outcome, only accidents throw. */
export async function runIntent<K extends IntentKind>(intent: Extract<Intent, { kind: K }>, turn: Turn): Promise<Outcome> {
  const command: Command<K> = commands[intent.kind];
  return command(intent, turn);
}
