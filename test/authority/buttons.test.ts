import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { chanceOf } from '../harness/random.js';
import { changesOf } from './changes.js';
import { findLeaks, findUndue, type Try } from './judge.js';
import { ordinaryWords, sampleOutcomes } from '../cards/samples.js';
import { variantOutcomes } from '../cards/variants.js';
import type { Verb } from '../../src/cards/parts/parts.js';
import { showOutcome } from '../../src/cards/showOutcome.js';
import type { Outcome } from '../../src/domain/outcome.js';
import type { Scene } from './situations.js';
import { parts, Stage, type Part } from './stage.js';
import { buttonsOf, Window, type Button } from './window.js';

/** Every click with `AUTHORITY=all`; else so many of them, picked by chance that is the same each time. */
const tries = process.env['AUTHORITY'] === 'all' ? Infinity : 1500;

/** Every verb of a card; one that is left out does not compile. */
const offered: Readonly<Record<Verb, true>> = {
  answerQuestion: true,
  joinGroup: true,
  leaveGroup: true,
  withdrawRequest: true,
  remindApprovers: true,
  approveRequest: true,
  denyRequest: true,
  showRequest: true,
  resubmitRequest: true,
  refreshRequest: true,
  listMyGroups: true,
  listMyRequests: true,
  showInbox: true,
  browseGroups: true,
  showGroup: true,
  showHelp: true,
  changeAdmin: true,
  forgetPerson: true,
  changeSetting: true,
  manageGroup: true,
  changeGroup: true,
  transferGroup: true,
  deleteGroup: true,
  claimGroup: true,
  listMembers: true,
  addMembers: true,
  importMembers: true,
  removeMember: true,
  changeRole: true,
  addResource: true,
  renameResource: true,
  removeResource: true,
  changeGrant: true,
  explainAccess: true,
  changeBlock: true,
  showHistory: true,
  exportTable: true,
  delegate: true,
  showSettings: true,
  answerProposal: true,
  setUp: true,
  listAdmins: true,
  showDirectory: true,
  showBotStatus: true,
  createGroup: true,
  enrolGroups: true,
  saveGroup: true,
  answerClaim: true,
  listResources: true,
  endDelegations: true,
  enrolGroup: true,
  enrolAll: true,
  linkGroup: true,
  showDrift: true,
  settleDrift: true,
  releaseBrake: true,
  listAccess: true,
  explainJoin: true,
  listOwnerless: true,
  requestFor: true,
};

/** A button, and in whose chat it stood. */
interface OldButton extends Button {
  readonly part: Part;
}

describe('authority: every button of every card that was ever sent, clicked once more after each change (F16, F18, F85)', () => {
  let stage: Stage;
  let scenes: readonly Scene[];
  let buttons: readonly OldButton[];

  before(async function () {
    this.timeout(120_000);
    stage = await Stage.open();
    await tour(stage);
    await beforeItWasSetUp(stage);
    scenes = await changesOf(stage);
    buttons = await gather(stage, scenes[0] as Scene);
    buttons = [...buttons, ...unmetAmong(buttons, stage)];
  });

  after(() => stage.world.close());

  it('grants nothing that would not be granted now, tells nothing that is hidden, and never fails', async function () {
    this.timeout(tries === Infinity ? 1_800_000 : 120_000);
    const all = scenes.flatMap((scene) => buttons.flatMap((button) => parts.map((part) => ({ scene, button, part }))));
    const chosen = tries === Infinity ? all : chanceOf(7).sample(all, tries);
    const wrong: string[] = [];
    for (const { scene, button, part } of chosen) {
      const problems = await tryButton(scene, button, part).catch((error: unknown) => [`fails: ${String(error)}`]);
      wrong.push(
        ...problems.map(
          (problem) =>
            `${scene.name}: ${part} on ${button.part}’s “${button.title}” (${button.verb} ${JSON.stringify(button.data)}): ${problem}`,
        ),
      );
    }
    assert.deepEqual(
      wrong.slice(0, Number(process.env['AUTHORITY_LINES'] ?? 20)),
      [],
      `${wrong.length} of ${all.length}`,
    );
    const clicked = new Set(buttons.map(({ verb }) => verb));
    const unmet = Object.keys(offered).filter((verb) => !clicked.has(verb as Verb));
    assert.deepEqual(unmet, [], 'every verb that a card can have was clicked');
    assert.ok(buttons.length > 100, `${buttons.length} buttons`);
    assert.ok(scenes.length > 10, `${scenes.length} changes`);
  });

  async function tryButton(scene: Scene, { verb, data }: OldButton, part: Part): Promise<string[]> {
    const window = new Window(scene.moment, stage.world.tenantId, stage.now + (scene.laterMs ?? 0));
    const reply = await window.clicks(stage.people[part].id, { verb, data });
    const tried: Try = { stage, scene, part, given: JSON.stringify(data) };
    const isLook = data['look'] === true || verb === 'refreshRequest';
    const looked = isLook && window.writeCount > 0 ? ['a client that only looks changes something'] : [];
    return [...findUndue(reply.done, tried), ...findLeaks(reply, tried), ...looked];
  }
});

/**
 * The buttons of verbs that no card of the story has: those of an organisation with Microsoft Entra, and of the second
 * page of a list. They are taken off the samples of all cards, and mean the records of the story.
 */
function unmetAmong(met: readonly OldButton[], stage: Stage): OldButton[] {
  const verbs = new Set(met.map(({ verb }) => verb));
  const samples = [...Object.values(sampleOutcomes()).flat(), ...variantOutcomes(ordinaryWords)] as Outcome[];
  const cards = samples.flatMap((outcome) => {
    const message = showOutcome(outcome, { now: stage.now, locale: 'en-GB', timeZone: 'Europe/Berlin' });
    return message.kind === 'card' ? [message.card] : [];
  });
  const open = cards.flatMap(buttonsOf).filter(({ verb }) => !verbs.has(verb));
  const ids = { groupId: stage.harbor, resourceId: stage.resources.salesforce, personId: stage.people.target.id };
  return open.map((button) => ({
    ...button,
    part: 'administrator',
    data: Object.fromEntries(
      Object.entries(button.data).map(([field, value]) => [
        field,
        // Which groups are enrolled stands in the value.
        field in ids
          ? ids[field as keyof typeof ids]
          : field === 'value' && button.verb === 'enrolGroup'
            ? stage.harbor
            : value,
      ]),
    ),
  }));
}

/** Everybody looks at everything, so that every kind of card stands in somebody's chat. */
async function tour(stage: Stage): Promise<void> {
  const { people, waitingId } = stage;
  const [ned, cy] = [people.newcomer.name, people.target.name];
  const everybody = ['help', 'settings', 'groups', 'group Harbor', 'my groups', 'my requests', 'inbox', 'resources'];
  const looks: Readonly<Partial<Record<Part, readonly string[]>>> = {
    stranger: ['join Harbur', 'I need access to Salesforce', 'create security group Pier', 'explain join Harbor'],
    member: ['leave Harbor', 'why Salesforce', 'why Salesforc', 'claim Orph', 'claim Orphan'],
    requester: [`request ${waitingId}`],
    manager: [`add ${ned} to Harbur`, `remove ${ned} from Harbor`, 'members Harbor', `approve`],
    owner: [
      'manage Harbor',
      'members Harbor',
      'history Harbor',
      'delete Harbor',
      'rename Harbor to Dock',
      `make ${cy} owner of Harbor`,
      `make ${cy} membership manager of Harbor`,
      `transfer Harbor to ${cy}`,
      `remove ${cy} from Harbor`,
      `import members into Harbor: ${ned}`,
      'make Harbor open',
      'my delegations',
      `deny ${waitingId}`,
      // What comes near is offered to be picked.
      'manage Harbur',
      'members Harbur',
      'history Harbur',
      'delete Harbur',
      'rename Harbur to Dock',
      `transfer Harbur to ${cy}`,
      `make ${cy} owner of Harbur`,
      `import members into Harbur: ${ned}`,
      'export history of Harbur',
      'explain join Harbur',
      `delegate Harbur to ${cy}`,
      // So is whoever a name may mean, where several have it.
      'add Cypher to Harbor',
      'delegate to Cypher',
    ],
    resourceOwner: [
      'rename resource Vault to Safe',
      'remove resource Vault',
      'grant Vault to Harbor',
      'grant Vault to Harbur',
      'ungrant Salesforce from Harbor',
    ],
    standIn: [`request ${waitingId}`, 'my delegations'],
    administrator: [
      `block ${cy} from Salesforce`,
      `block ${cy} from Salesforc`,
      'who has Salesforc',
      `forget ${people.formerMember.name}`,
      'forget Hal Hyd',
      'admins add Cy Cypher',
      'admins add Cy Cyphr',
      'add resource Crane owned by Cypher',
      'enrol all security groups',
      'who has Salesforce',
      'admins',
      `admins add ${cy}`,
      'settings',
      'set longest membership 90',
      'set users can create security groups no',
      'ownerless',
      'enrol groups: Marina, security, portal',
      'audit verify',
      'set licence none',
    ],
    secondAdministrator: ['ownerless', 'settings page 2', 'set licensed people to Cy Cypher'],
  };
  for (const part of parts) {
    for (const text of [...everybody, ...(looks[part] ?? [])]) {
      const before = (await stage.world.requests()).length;
      const answer = await stage.says(part, text);
      assert.equal((await stage.world.requests()).length, before, `${part} only looks by “${text}”: ${answer}`);
    }
  }
}

/** What an administrator is shown before self-service is switched on. */
async function beforeItWasSetUp(stage: Stage): Promise<void> {
  const { settingChanges = {}, ownersManageRequests } = await stage.world.tenant();
  await stage.world.changeTenant({ settingChanges: {}, ownersManageRequests: false });
  await stage.says('secondAdministrator', 'groups');
  await stage.world.changeTenant({ settingChanges, ownersManageRequests });
}

/** The buttons of all cards that were sent, and of those that take a card's place when one of these is clicked. */
async function gather(stage: Stage, { moment }: Scene): Promise<OldButton[]> {
  const sent = stage.kept.flatMap(({ part, card }) => buttonsOf(card).map((button) => ({ part, ...button })));
  const first = onceEach(sent);
  const next: OldButton[] = [];
  for (const { part, ...click } of first) {
    const window = new Window(moment, stage.world.tenantId, stage.now);
    const { buttons } = await window.clicks(stage.people[part].id, click);
    next.push(...buttons.map((button) => ({ part, ...button })));
  }
  return onceEach([...first, ...next]);
}

function onceEach(buttons: readonly OldButton[]): OldButton[] {
  return [...new Map(buttons.map((one) => [`${one.verb} ${JSON.stringify(one.data)}`, one])).values()];
}
