import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { accessOf } from '../../../src/domain/resources/access.js';
import { decideGrant } from '../../../src/domain/resources/decideResource.js';
import { changeBlock, changeGrant, addResource } from '../../../src/domain/resources/resourceChanges.js';
import { aGroup, aMembership, aResource, aTenant, contoso, monday } from '../../support/documents.js';
import type { Resource } from '../../../src/domain/resources/resource.js';

let count = 0;
const occasion = { now: monday, processId: 'test', newId: () => `id-${(count += 1)}` };
const ada = { id: 'ada', name: 'Ada' };
const sales = aGroup({ id: 'sales', name: 'Sales', ownerIds: ['olga'] });
const launch = aGroup({ id: 'launch', name: 'Launch', ownerIds: ['omar'] });
const groups = [sales, launch];
const memberOf = (groupId: string, personId: string, change: object = {}) =>
  aMembership({ groupId, personId, ...change });

function has(
  personId: string,
  resource: Resource,
  memberships = [memberOf('sales', 'ann'), memberOf('launch', 'ben')],
): boolean {
  return accessOf(personId, resource, { groups, memberships }).hasAccess;
}

describe('accessOf (F70)', () => {
  const crm = aResource({ groupIds: ['sales'], ownerIds: ['rosa'] });

  it('S30 S34 S35 S46: whoever is in a group that opens it has access, with nothing else to do', () =>
    assert.deepEqual(
      ['ann', 'ben', 'olga', 'omar'].map((person) => has(person, crm)),
      [true, false, true, false],
    ));
  it('S36: a second group with its own owner opens the same', () =>
    assert.deepEqual(
      ['ann', 'ben'].map((person) => has(person, changeGrant(crm, launch, true, ada, occasion))),
      [true, true],
    ));
  it('S32: whoever was imported counts as any other member', () =>
    assert.equal(has('ben', crm, [memberOf('sales', 'ben', { basis: { kind: 'imported', by: 'ada' } })]), true));
  it('S44 S48: one group opens several resources', () => {
    const wiki = aResource({ id: 'wiki', name: 'Wiki', groupIds: ['sales'] });
    assert.deepEqual([has('ann', crm), has('ann', wiki)], [true, true]);
  });
  it('S47: what is attached later is open to those who are in already', () => {
    const wiki = aResource({ id: 'wiki', name: 'Wiki', groupIds: [] });
    assert.deepEqual([has('ann', wiki), has('ann', changeGrant(wiki, sales, true, ada, occasion))], [false, true]);
  });
  it('S42 Q11: a block vetoes every way in, present and future, and is taken back whole', () => {
    const both = changeGrant(crm, launch, true, ada, occasion);
    const blocked = changeBlock(both, { id: 'ann', name: 'Ann' }, { is: true, groups }, ada, occasion);
    assert.equal(has('ann', blocked, [memberOf('sales', 'ann'), memberOf('launch', 'ann')]), false);
    assert.equal(has('ann', changeGrant(blocked, aGroup({ id: 'new' }), true, ada, occasion)), false);
    assert.equal(has('ben', blocked), true);
    assert.equal(
      has('ann', changeBlock(blocked, { id: 'ann', name: 'Ann' }, { is: false, groups }, ada, occasion)),
      true,
    );
  });
  it('ends with the membership, with the grant, and with the group', () => {
    assert.equal(has('ann', crm, [memberOf('sales', 'ann', { status: 'ended' })]), false);
    assert.equal(has('ann', changeGrant(crm, sales, false, ada, occasion)), false);
    assert.equal(
      accessOf('ann', crm, { groups: [{ ...sales, deletedAt: monday }], memberships: [memberOf('sales', 'ann')] })
        .hasAccess,
      false,
    );
  });
});

describe('decideGrant', () => {
  const facts = (actorId: string) => ({ actorId, tenant: aTenant({ adminIds: ['ada'] }), admins: [ada] });
  const crm = aResource({ ownerIds: ['rosa'] });
  const wiki = aResource({ id: 'wiki', ownerIds: ['will'] });

  it('S30 S31 S43 S45: a resource’s own owner and administrators say what opens it; the owner of another one, and of the group, do not', () => {
    assert.deepEqual(
      ['rosa', 'ada', 'will', 'olga', 'ann'].map((actor) => decideGrant(facts(actor), crm, []).allowed),
      [true, true, false, false, false],
    );
    assert.deepEqual(
      ['rosa', 'will'].map((actor) => decideGrant(facts(actor), wiki, []).allowed),
      [false, true],
    );
  });
  it('a new resource opens nothing yet, and is its owner’s', () => {
    const resource = addResource(contoso, { id: 'r', name: 'New', owner: { id: 'rosa', name: 'Rosa' } }, ada, occasion);
    assert.deepEqual([resource.groupIds, resource.ownerIds], [[], ['rosa']]);
  });
});
