import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { readEnvelope } from '../../src/bot/envelope.js';
import { readMentions } from '../../src/bot/mentions.js';
import { isAllowedServiceUrl } from '../../src/bot/serviceUrls.js';

const tenantId = '11111111-1111-4111-8111-111111111111';
const activity = {
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: { id: '29:ann', name: 'Ann', aadObjectId: '2222AAAA-2222-4222-8222-222222222222' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:1', tenantId, conversationType: 'personal' },
  channelData: { tenant: { id: tenantId } },
  text: 'help',
};
const rule = { isLocal: false, serviceHosts: ['smba.trafficmanager.net'], allowedTenantIds: [tenantId] };

describe('readEnvelope', () => {
  it('takes what Teams sends, and writes ids in one way', () => {
    const reading = readEnvelope(
      { ...activity, conversation: { ...activity.conversation, tenantId: tenantId.toUpperCase() }, somethingNew: {} },
      rule,
    );
    assert.ok(reading.ok);
    assert.equal(reading.envelope.from.aadObjectId, '2222aaaa-2222-4222-8222-222222222222');
    assert.equal(reading.envelope.tenantId, tenantId);
  });

  const refused: readonly (readonly [string, object, object?])[] = [
    ['another channel', { ...activity, channelId: 'webchat' }],
    ['a sender without an object id', { ...activity, from: { id: '29:ann' } }],
    ['an object id that is none', { ...activity, from: { id: '29:ann', aadObjectId: '../admin' } }],
    ['another service', { ...activity, serviceUrl: 'https://evil.example/' }],
    ['two tenants (S11)', { ...activity, channelData: { tenant: { id: '33333333-3333-4333-8333-333333333333' } } }],
    ['one mention of the tenant only (S11)', { ...activity, channelData: {} }],
    ['no tenant (S11)', { ...activity, conversation: { id: 'a:1' }, channelData: null }],
    [
      'a tenant that is not ours (S11)',
      activity,
      { ...rule, allowedTenantIds: ['44444444-4444-4444-8444-444444444444'] },
    ],
    [
      'a tenant that would be a path (S11)',
      {
        ...activity,
        conversation: { ...activity.conversation, tenantId: 'a/b' },
        channelData: { tenant: { id: 'a/b' } },
      },
      { ...rule, allowedTenantIds: [] },
    ],
    ['a text that is none', { ...activity, text: { $ne: '' } }],
    ['nothing', {}],
  ];
  for (const [name, given, otherRule] of refused) {
    it(`refuses ${name}`, () => assert.equal(readEnvelope(given, { ...rule, ...otherRule }).ok, false));
  }

  it('never throws, whatever comes', () => {
    fc.assert(fc.property(fc.anything(), (value) => assert.equal(readEnvelope(value, rule).ok, false)));
  });
});

describe('isAllowedServiceUrl', () => {
  it('without credentials: the loopback interface alone', () => {
    const isAllowed = (url: string): boolean => isAllowedServiceUrl(url, { isLocal: true, hosts: [] });
    for (const url of ['http://localhost:56150/_connector', 'http://127.0.0.1:1/', 'http://[::1]:1/'])
      assert.ok(isAllowed(url), url);
    for (const url of [
      'http://10.0.0.1/',
      'http://localhost.evil.example/',
      'http://127.0.0.1@evil.example/',
      'ftp://localhost/',
      'https://smba.trafficmanager.net/',
      '',
    ])
      assert.ok(!isAllowed(url), url);
  });
});

describe('readMentions', () => {
  const bot = { type: 'mention', text: '<at>Group Concierge</at>', mentioned: { id: '28:bot' } };

  it('takes the bot’s own mentions out, each of them', () => {
    assert.equal(
      readMentions('<at>Group Concierge</at> join Marketing <at>Group Concierge</at>', [bot], '28:bot'),
      'join Marketing',
    );
  });

  it('goes by the id of a person, not by the name that is shown', () => {
    const ben = { type: 'mention', text: '<at>Ada (administrator)</at>', mentioned: { id: '29:ben', name: 'Ada' } };
    assert.equal(
      readMentions(
        '<at>Group Concierge</at> add <at>Ada (administrator)</at> to Marketing',
        [bot, ben],
        '28:bot',
      ).replace(/ +/g, ' '),
      'add @{29:ben} to Marketing',
    );
  });

  it('takes what Teams is known to send', () => {
    assert.equal(
      readMentions(
        'help',
        [null, { type: 'clientInfo' }, { type: 'mention' }, { type: 'mention', text: '', mentioned: null }, 'x'],
        '28:bot',
      ),
      'help',
    );
  });
});
