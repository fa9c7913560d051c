import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import type { IntentKind } from '../src/intents/intent.js';
import { parseMessage } from '../src/intents/parseMessage.js';
import { here } from './intents/support.js';
import { projectPath } from './support/project.js';

/** Every kind of intent that somebody types, and so has to stand in the README; a new kind does not compile until it is sorted. */
const isTyped: { readonly [K in IntentKind]: boolean } = {
  joinGroup: true,
  findAccess: true,
  requestFor: false,
  askToCreate: false,
  leaveGroup: true,
  withdrawRequest: true,
  remindApprovers: true,
  approveRequest: true,
  denyRequest: true,
  showRequest: true,
  listMyGroups: true,
  listMyRequests: true,
  showInbox: true,
  browseGroups: true,
  showGroup: true,
  showHelp: true,
  showSettings: true,
  changeSetting: true,
  answerProposal: true,
  setUp: true,
  listAdmins: true,
  showDirectory: true,
  showBotStatus: true,
  forgetPerson: true,
  releaseBrake: true,
  showReading: true,
  changeAdmin: true,
  createGroup: true,
  manageGroup: true,
  changeGroup: true,
  enrolGroup: true,
  enrolGroups: true,
  enrolAll: true,
  linkGroup: true,
  transferGroup: true,
  deleteGroup: true,
  listOwnerless: true,
  claimGroup: true,
  listMembers: true,
  showDrift: true,
  settleDrift: true,
  addMembers: true,
  importMembers: true,
  removeMember: true,
  changeRole: true,
  listResources: true,
  addResource: true,
  renameResource: true,
  removeResource: true,
  changeGrant: true,
  explainAccess: true,
  listAccess: true,
  changeBlock: true,
  showHistory: true,
  verifyHistory: true,
  exportTable: true,
  explainJoin: true,
  delegate: true,
  listDelegations: true,
  endDelegations: true,
  // By a click, by the client or by the bot itself; thanks need no manual.
  saveGroup: false,
  resubmitRequest: false,
  refreshRequest: false,
  answerClaim: false,
  welcome: false,
  suggest: false,
  acceptThanks: false,
};

/** What stands in the first column of the tours, without what only continues another command. */
function commandsIn(readme: string): string[] {
  const tours = /## What to type([\s\S]*?)\n## Running it/.exec(readme)?.[1] ?? '';
  const cells = [...tours.matchAll(/^\| (`.+?) \|/gmu)].map(([, cell]) => cell ?? '');
  return cells
    .flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, text]) => text ?? ''))
    .filter((text) => !text.startsWith('…'));
}

describe('the README', () => {
  const commands = commandsIn(readFileSync(projectPath('README.md'), 'utf8'));
  const kindOf = (text: string): IntentKind =>
    parseMessage(text.replace('https://…', 'https://example.com/').replaceAll('…', 'Bo Berg'), here).kind;

  it('names commands that are all understood', () => {
    assert.ok(commands.length > 60, String(commands.length));
    assert.deepEqual(
      commands.filter((text) => !isTyped[kindOf(text)]).map((text) => `${text} → ${kindOf(text)}`),
      [],
    );
  });

  it('names every command there is', () => {
    const named = new Set(commands.map(kindOf));
    assert.deepEqual(
      (Object.keys(isTyped) as IntentKind[]).filter((kind) => isTyped[kind] && !named.has(kind)),
      [],
    );
  });
});
