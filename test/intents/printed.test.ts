import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isPrinted } from '../../src/intents/printed.js';

describe('commands as they are printed', () => {
  for (const text of [
    'join Marketing',
    'join Marketing because I run the spring campaign for 30 days',
    'join Marketing for 30 days',
    'approve REQ-7K2M9QXW',
    'deny REQ-7K2M9QXW because not this month',
    'inbox page 2',
    'my groups',
    'bot status',
    'forget Bo Berg',
    'yes, forget Ana María O’Neill',
    'forget @{29:bo}',
  ])
    it(`“${text}” says all by its wording`, () => assert.ok(isPrinted(text)));

  for (const text of [
    'join Marketing for Bo Berg',
    'join Marketing as Zed Zebra',
    'join Marketing, Sales',
    'join Marketing and Sales because I work for both',
    'join Marketing until 31.12.',
    'join Marketing for -3 days',
    'join Marketing if you can',
    'join Marketing please',
    'approve REQ-7K2M9QXW as Oskar said no',
    'approve REQ-7K2M9QXW, one week only',
    'okay, REQ-7K2M9QXW, what is that about',
    'join Marketing?',
    'forget it',
    'forget my request',
    'forget about Marketing',
    'forget Bo Berg from Marketing',
    `join ${'a'.repeat(700)}`,
  ])
    it(`“${text.slice(0, 60)}” has something beside it`, () => assert.ok(!isPrinted(text)));
});
