import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'mocha';
import type { Intent } from '../../src/intents/intent.js';
import { Desk, expectOutcome, joinNamed, refusalOf } from '../support/desk.js';
import { aGroup, aTenant } from '../support/documents.js';

const minuteMs = 60_000;

describe('how much one person may do', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
    desk.hasRateLimits = true;
    desk.store.now = () => desk.now;
  });

  function setLimits(limits: NonNullable<ReturnType<typeof aTenant>['limits']>): void {
    desk.store.seed('tenants', aTenant({ adminIds: ['ada'], limits }));
  }

  const create = (name: string): Intent => ({
    kind: 'createGroup',
    input: { name, groupType: 'security', joinRule: 'open', formId: `form-${name}` },
    confirmed: true,
  });

  it('thirty messages are answered within a minute, the next one says when to go on, others are not held up', async () => {
    for (let at = 0; at < 30; at += 1) expectOutcome(await desk.does('ann', { kind: 'showHelp' }), 'helpShown');
    const { refusal } = expectOutcome(await desk.does('ann', { kind: 'showHelp' }), 'refused');
    assert.deepEqual(refusal, { code: 'too_many', of: 'messagesPerMinute', most: 30, until: desk.now + minuteMs });
    expectOutcome(await desk.does('ben', { kind: 'showHelp' }), 'helpShown');
    desk.now += minuteMs;
    expectOutcome(await desk.does('ann', { kind: 'showHelp' }), 'helpShown');
  });

  it('as many requests wait as the organisation says; an answered one makes room', async () => {
    setLimits({ openRequests: 2 });
    for (const name of ['One', 'Two', 'Three'])
      desk.store.seed('groups', aGroup({ id: name, name, nameKey: name.toLowerCase() }));
    const first = expectOutcome(await desk.does('ann', joinNamed('One')), 'requestOpened');
    expectOutcome(await desk.does('ann', joinNamed('Two')), 'requestOpened');
    assert.equal(refusalOf(await desk.does('ann', joinNamed('Three'))), 'too_many');
    await desk.does('ann', { kind: 'withdrawRequest', target: { requestId: first.request.id } });
    expectOutcome(await desk.does('ann', joinNamed('Three')), 'requestOpened');
  });

  it('five groups are created within a day; a form that is sent again is not counted again', async () => {
    for (let at = 1; at <= 5; at += 1)
      for (let clicks = 0; clicks < 2; clicks += 1)
        expectOutcome(await desk.does('ann', create(`New ${at}`)), 'newsTold');
    const { form } = expectOutcome(await desk.does('ann', create('New 6')), 'groupFormNeeded');
    assert.equal(form.problem?.code, 'too_many');
    assert.equal(form.name, 'New 6');
    desk.now += 24 * 60 * minuteMs;
    expectOutcome(await desk.does('ann', create('New 6')), 'newsTold');
  });

  it('each limit is a setting of the organisation, and none is none', async () => {
    setLimits({ messagesPerMinute: 'none' });
    for (let at = 0; at < 40; at += 1) expectOutcome(await desk.does('ann', { kind: 'showHelp' }), 'helpShown');
    const set = (value: string): Intent => ({
      kind: 'changeSetting',
      setting: 'groupsPerDay',
      value,
      people: [],
      confirmed: true,
    });
    await desk.does('ada', set('1'));
    expectOutcome(await desk.does('ann', create('First')), 'newsTold');
    expectOutcome(await desk.does('ann', create('Second')), 'groupFormNeeded');
  });

  it('sixty typed names that fit nothing are looked up within an hour, hidden ones among them; what is clicked goes on', async () => {
    setLimits({ messagesPerMinute: 'none' });
    desk.store.seed('groups', aGroup({ id: 'secret', name: 'Secret', nameKey: 'secret', isListed: false }));
    const show = (name: string): Intent => ({ kind: 'showGroup', target: { by: 'name', readings: [{ name }] } });
    const missing: readonly Intent[] = [
      show('Secret'),
      show('Zzyzx'),
      joinNamed('Qwertz'),
      { kind: 'listAccess', resource: { by: 'name', name: 'Zzyzx' }, page: 1 },
      { kind: 'findAccess', readings: [{ name: 'Zzyzx' }] },
    ];
    for (let at = 0; at < 60; at += 1)
      assert.match(refusalOf(await desk.does('ada', missing[1 + (at % 4)] as Intent)), /_not_found$/);
    for (let at = 0; at < 60; at += 1)
      assert.match(refusalOf(await desk.does('ann', missing[at % 3] as Intent)), /_not_found$/);
    const until = desk.now + 60 * minuteMs;
    for (const intent of [...missing, show('Marketing')]) {
      const { refusal } = expectOutcome(await desk.does('ann', intent), 'refused');
      assert.deepEqual(refusal, { code: 'too_many', of: 'unknownNames', most: 60, until }, 'found or not');
    }
    const clicked = { kind: 'showGroup', target: { by: 'id', groupId: 'book-club' } } as const;
    expectOutcome(await desk.does('ann', clicked), 'groupShown');
    expectOutcome(await desk.does('ben', show('Marketing')), 'groupShown');
    desk.now += 60 * minuteMs;
    expectOutcome(await desk.does('ann', show('Marketing')), 'groupShown');
  });

  it('how many names can be tried is a setting, and none is none', async () => {
    const tried: Intent = { kind: 'showGroup', target: { by: 'name', readings: [{ name: 'Zzyzx' }] } };
    const ends = async (times: number): Promise<string[]> => {
      const codes: string[] = [];
      for (let at = 0; at < times; at += 1) codes.push(refusalOf(await desk.does('ann', tried)));
      return codes;
    };
    setLimits({ messagesPerMinute: 'none', unknownNames: 2 });
    assert.deepEqual(await ends(3), ['group_not_found', 'group_not_found', 'too_many']);
    setLimits({ messagesPerMinute: 'none', unknownNames: 'none' });
    assert.deepEqual(new Set(await ends(70)), new Set(['group_not_found']));
  });

  it('names that are there count for nothing, however many are looked up', async () => {
    setLimits({ messagesPerMinute: 'none' });
    const show: Intent = { kind: 'showGroup', target: { by: 'name', readings: [{ name: 'Marketing' }] } };
    for (let at = 0; at < 70; at += 1) expectOutcome(await desk.does('ann', show), 'groupShown');
  });

  it('nothing is counted where the limits are off', async () => {
    desk.hasRateLimits = false;
    for (let at = 0; at < 40; at += 1) expectOutcome(await desk.does('ann', { kind: 'showHelp' }), 'helpShown');
    for (let at = 0; at < 70; at += 1)
      assert.equal(refusalOf(await desk.does('ann', joinNamed('Zzyzx'))), 'group_not_found');
  });
});
