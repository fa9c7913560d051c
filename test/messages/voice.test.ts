import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, it } from 'mocha';
import { english, type Catalogue } from '../../src/messages/catalogues.js';
import { isolate, plain } from '../../src/messages/escape.js';
import { anyOf, said, voiceFor } from '../../src/messages/voice.js';

const now = Date.UTC(2026, 10, 23, 14, 14);
const viewer = { now, locale: 'en-GB', timeZone: 'Europe/London' };
const { say, part, command } = voiceFor(viewer);

describe('what the voice says', () => {
  it('takes the words of others as they are, whatever a message would make of them', () => {
    const pieces = fc.constantFrom(
      '{group}',
      '{count, plural, other {#}}',
      '#',
      "'",
      "''{",
      '}',
      '{',
      '<b>',
      '</b>',
      '${x}',
      '\\',
      'a',
      ' ',
      '…',
    );
    const words = fc.array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 6 });
    fc.assert(
      fc.property(words, words, (one, two) => {
        const [requester, group] = [one.join(''), two.join('')];
        assert.equal(
          say('requests.wants', { requester, group }),
          `${isolate(requester)} wants to join ${isolate(group)}`,
        );
        assert.equal(
          command('commands.yesTransfer', { group, person: requester }),
          `yes, transfer ${group} to ${requester}`,
        );
      }),
    );
  });

  it('fences names in that are written from right to left, each once', () => {
    assert.equal(say('requests.wants', { requester: 'דנה', group: 'Sales' }), '\u2068דנה\u2069 wants to join Sales');
    assert.equal(
      say('shared.askAdministrators', { admins: part('shared.administrators', { count: 1, admins: anyOf(['דנה']) }) }),
      'Ask an administrator (\u2068דנה\u2069).',
    );
    assert.equal(say('requests.canOpen', { names: ['דנה', 'App'] }), 'You can open \u2068דנה\u2069 and App now.');
    assert.equal(command('commands.join', { group: 'דנה' }), 'join דנה');
  });

  it('keeps Markdown from being read, once a sentence stands on a card', () => {
    assert.equal(
      plain(say('requests.wants', { requester: '**Ann**', group: '[x](http://evil.example)' })),
      '∗∗Ann∗∗ wants to join [x]\u200A(http://evil.example)',
    );
  });

  it('counts, dates and lists as the person reads them', () => {
    assert.equal(say('groups.list.count', { count: 1 }), 'One group');
    assert.equal(say('groups.list.count', { count: 1204 }), '1,204 groups');
    assert.equal(
      say('members.added.until', { until: Date.UTC(2027, 0, 2, 12) }),
      'You stay in it until 2 January 2027 at 12:00 (London time).',
    );
    assert.match(
      voiceFor({ now, locale: 'en-US', timeZone: 'America/New_York' }).say('requests.approvedBy', {
        by: 'Ann',
        at: now,
      }),
      /^Ann approved your request on November 23 at 9:14\sAM\.$/u,
    );
    assert.equal(say('requests.mine.asked', { since: now - 3 * 86_400_000 }), 'asked on 20 November');
    assert.equal(say('joining.durationLimit', { days: 365 }), 'For how long? (1 year at most)');
    assert.equal(say('joining.cannot', { group: 'A', why: said('B.') }), 'A: B.');
  });

  it('says in English what a language does not have yet, with English dates in it', () => {
    const german: Catalogue = {
      locale: 'de-DE',
      texts: {
        'members.added.until': 'Du bleibst bis {until, date, end} dabei.',
        'groups.list.count': '{count, plural, one {Eine Gruppe} other {# Gruppen}}',
        'shared.atTime': '{day} um {time}',
      },
    };
    const both = voiceFor({ now, locale: 'de-DE', timeZone: 'Europe/Vienna' }, { en: english, de: german });
    const until = Date.UTC(2026, 11, 7, 12);
    assert.equal(
      both.say('members.added.until', { until }),
      'Du bleibst bis 7. Dezember um 13:00 (Vienna time) dabei.',
    );
    assert.equal(both.say('groups.list.count', { count: 1204 }), '1.204 Gruppen');
    assert.equal(both.say('members.list.until', { until }), 'until 7 December at 13:00 (Vienna time)');
    assert.equal(
      both.say('requests.approvedBy', { by: 'Ann', at: now }),
      'Ann approved your request on 23 November at 15:14.',
    );
    assert.equal(both.f.moment(now), '23. November um 15:14');
  });

  it('takes a key and values that fit, or does not compile', () => {
    // @ts-expect-error there is no such message
    assert.throws(() => say('requests.nonsense'));
    // @ts-expect-error a value is missing
    assert.throws(() => say('requests.wants', { requester: 'Ann' }));
    // @ts-expect-error a moment is a number
    assert.doesNotThrow(() => say('requests.settled', { at: 'today' }));
    // @ts-expect-error commands are typed, not said
    assert.equal(say('commands.help'), 'help');
  });
});
