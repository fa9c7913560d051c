import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  canSeeGroup,
  cappedEnd,
  dayMs,
  effectivePolicy,
  endOf,
  findInputProblem,
} from '../../../src/domain/groups/policy.js';
import { aGroup, aTenant, monday } from '../../support/documents.js';

describe('effectivePolicy', () => {
  const policy = (group: Parameters<typeof aGroup>[0], guardrails: ReturnType<typeof aTenant>['guardrails']) =>
    effectivePolicy(aGroup(group), aTenant({ guardrails }));
  it('F32: the stricter of group and organisation holds for the reason', () => {
    assert.equal(policy({ justification: 'off' }, { justification: 'required' }).justification, 'required');
    assert.equal(policy({ justification: 'required' }, { justification: 'off' }).justification, 'required');
    assert.equal(policy({ justification: 'optional' }, { justification: 'off' }).justification, 'optional');
  });
  it('F37: the shorter of group and organisation holds for the time', () => {
    assert.equal(policy({ maxDurationDays: 30 }, { justification: 'off', maxDurationDays: 90 }).maxDurationDays, 30);
    assert.equal(policy({}, { justification: 'off', maxDurationDays: 90 }).maxDurationDays, 90);
    assert.equal(policy({}, { justification: 'off' }).maxDurationDays, undefined);
  });
});

describe('the end of a membership', () => {
  it('F10: is counted from the approval on in days or minutes, or is the moment that was named', () => {
    assert.equal(endOf({ kind: 'days', days: 2 }, monday), monday + 2 * dayMs);
    assert.equal(endOf({ kind: 'minutes', minutes: 90 }, monday), monday + 5_400_000);
    assert.equal(endOf({ kind: 'until', until: monday + 7 }, monday), monday + 7);
  });
  it('F37: hours that are longer than the limit end with it', () => {
    const policy = { justification: 'off', maxDurationDays: 1 } as const;
    assert.equal(cappedEnd({ kind: 'minutes', minutes: 2000 }, policy, monday), monday + dayMs);
    assert.equal(cappedEnd({ kind: 'minutes', minutes: 120 }, policy, monday), monday + 7_200_000);
  });
});

describe('findInputProblem', () => {
  const required = { justification: 'required' as const, maxDurationDays: 30 };
  const days = (count: number) => ({ kind: 'days' as const, days: count });
  const rows: [string, Parameters<typeof findInputProblem>[1], string | undefined][] = [
    ['F8: a required reason is asked for', {}, 'reasonMissing'],
    ['F8: blanks are no reason', { justification: '   ' }, 'reasonMissing'],
    ['F8: "asdf" is no reason', { justification: 'asdf' }, 'reasonTooShort'],
    ['F8: a sentence is one', { justification: 'Spring campaign' }, undefined],
    [
      'F10: more time than allowed is asked about',
      { justification: 'Spring campaign', duration: days(60) },
      'durationTooLong',
    ],
    ['F10: the longest time is allowed', { justification: 'Spring campaign', duration: days(30) }, undefined],
    [
      'an end in the past is asked about',
      { justification: 'Spring campaign', duration: { kind: 'until', until: monday - dayMs } },
      'durationInThePast',
    ],
  ];
  for (const [name, input, expected] of rows)
    it(name, () => assert.equal(findInputProblem(required, input, monday), expected));
  it('F8: an optional reason may be short or missing', () => {
    assert.equal(findInputProblem({ justification: 'optional' }, {}, monday), undefined);
    assert.equal(findInputProblem({ justification: 'optional' }, { justification: 'hi' }, monday), undefined);
  });
});

describe('canSeeGroup', () => {
  const group = aGroup({ isListed: false });
  const sees = (given: Partial<Parameters<typeof canSeeGroup>[0]>) =>
    canSeeGroup({ group, personId: 'ann', isMember: false, isAdmin: false, ...given });
  it('S28 Q10: an unlisted group is known to those who belong to it, and to administrators', () => {
    assert.equal(sees({}), false);
    assert.equal(sees({ isMember: true }), true);
    assert.equal(sees({ personId: 'olga' }), true);
    assert.equal(sees({ isAdmin: true }), true);
  });
  it('S28 Q10: a listed group is known to everybody', () =>
    assert.equal(sees({ group: aGroup({ isListed: true }) }), true));
});
