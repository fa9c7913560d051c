import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  isLooser,
  isPossible,
  isSame,
  readSetting,
  valuesOf,
  tidyWish,
  withSetting,
} from '../../../../src/domain/organisation/settings/settings.js';
import { aTenant } from '../../../support/documents.js';
import { settingNames } from '../../../../src/domain/terms.js';
import type { SettingWish } from '../../../../src/domain/organisation/tenant.js';

function wish(name: SettingWish['name'], value: string, personIds: readonly string[] = []): SettingWish {
  return { name, value, ...(personIds.length > 0 ? { personIds } : {}) };
}

/** Values of the settings that have no list of them. */
const freeValues: Partial<Record<SettingWish['name'], readonly string[]>> = {
  longestMembership: ['none', '1', '3650'],
  namePrefix: ['none', 'GRP-', '🎯 '.trim()],
  blockedWords: ['none', 'CEO', 'CEO, Payroll, human resources'],
};

describe('settings', () => {
  for (const name of settingNames) {
    it(`${name}: what is set is read back, and nothing else changes (S49–S75, F58)`, () => {
      const values = freeValues[name] ?? valuesOf(name);
      for (const value of values) {
        const given = wish(name, value, value === 'selected' ? ['olga', 'omar'] : []);
        assert.ok(isPossible(given), value);
        const next = withSetting(aTenant({}), given);
        assert.ok(isSame(readSetting(next, name), given), value);
        for (const other of settingNames)
          if (other !== name)
            assert.ok(isSame(readSetting(next, other), readSetting(aTenant({}), other)), `${name} changed ${other}`);
      }
    });
  }

  const rows: readonly (readonly [SettingWish, SettingWish, boolean])[] = [
    [wish('ownersManageRequests', 'no'), wish('ownersManageRequests', 'yes'), true],
    [wish('ownersManageRequests', 'yes'), wish('ownersManageRequests', 'no'), false],
    [wish('restrictGroupAccess', 'yes'), wish('restrictGroupAccess', 'no'), true],
    [wish('restrictGroupAccess', 'no'), wish('restrictGroupAccess', 'yes'), false],
    [wish('usersCreateSecurityGroups', 'no'), wish('usersCreateSecurityGroups', 'yes'), true],
    [wish('usersCreateM365Groups', 'yes'), wish('usersCreateM365Groups', 'no'), false],
    [wish('ownersAssignOwnersSecurity', 'selected', ['a']), wish('ownersAssignOwnersSecurity', 'all'), true],
    [
      wish('ownersAssignOwnersSecurity', 'selected', ['a']),
      wish('ownersAssignOwnersSecurity', 'selected', ['a', 'b']),
      true,
    ],
    [wish('ownersAssignOwnersM365', 'selected', ['a', 'b']), wish('ownersAssignOwnersM365', 'selected', ['a']), false],
    [wish('licence', 'none'), wish('licence', 'P1'), true],
    [wish('licence', 'P1'), wish('licence', 'P2'), false],
    [wish('licence', 'P2'), wish('licence', 'none'), false],
    [wish('licensedPeople', 'none'), wish('licensedPeople', 'selected', ['a']), true],
    [wish('leastJoinRule', 'ownerApproval'), wish('leastJoinRule', 'open'), true],
    [wish('leastJoinRule', 'open'), wish('leastJoinRule', 'ownersOnly'), false],
    [wish('longestMembership', '90'), wish('longestMembership', 'none'), true],
    [wish('longestMembership', '90'), wish('longestMembership', '30'), false],
    [wish('justificationFloor', 'required'), wish('justificationFloor', 'off'), true],
    [wish('justificationFloor', 'off'), wish('justificationFloor', 'required'), false],
    [wish('namePrefix', 'none'), wish('namePrefix', 'GRP-'), false],
    [wish('namePrefix', 'GRP-'), wish('namePrefix', 'none'), true],
    [wish('namePrefix', 'GRP-'), wish('namePrefix', 'G'), true],
    [wish('blockedWords', 'none'), wish('blockedWords', 'CEO'), false],
    [wish('blockedWords', 'CEO, Payroll'), wish('blockedWords', 'payroll, ceo, Board'), false],
    [wish('blockedWords', 'CEO, Payroll'), wish('blockedWords', 'CEO, Board'), true],
    [wish('blockedWords', 'CEO'), wish('blockedWords', 'none'), true],
  ];
  for (const [now, next, expected] of rows) {
    it(`F59: ${now.name} from ${now.value}${now.personIds ? ` (${now.personIds.length})` : ''} to ${next.value}${next.personIds ? ` (${next.personIds.length})` : ''} ${expected ? 'loosens' : 'does not loosen'}`, () =>
      assert.equal(isLooser(now, next), expected));
  }

  it('F56: keeps blocked words one by one, each once, however they were written', () => {
    assert.equal(
      tidyWish(wish('blockedWords', ' CEO ;payroll,, Ceo,  human   resources ')).value,
      'Ceo, payroll, human resources',
    );
    assert.equal(tidyWish(wish('blockedWords', ' , ')).value, '');
  });

  it('has no other values', () => {
    for (const bad of [
      wish('licence', 'P3'),
      wish('ownersManageRequests', 'maybe'),
      wish('ownersAssignOwnersSecurity', 'selected'),
      wish('longestMembership', '0'),
      wish('longestMembership', '3651'),
      wish('longestMembership', '-1'),
      wish('leastJoinRule', 'yes'),
      wish('namePrefix', ''),
      wish('namePrefix', 'x'.repeat(31)),
      wish('blockedWords', ''),
      wish('blockedWords', '!!'),
      wish('blockedWords', 'x'.repeat(41)),
      wish('blockedWords', Array.from({ length: 51 }, (_, index) => `w${index}`).join(', ')),
    ])
      assert.equal(isPossible(bad), false, `${bad.name} ${bad.value}`);
  });
});
