import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { storesUnderTest } from '../support/stores.js';
import { World } from '../support/world.js';

// Resources under another name, and resources that go (fault 6: "Resources can't be renamed or removed").
for (const kind of storesUnderTest()) {
  describe(`resources that change, told on ${kind.name}`, () => {
    let world: World;
    let salesforce: string;

    /** Ben owns Salesforce, which Olga's Marketing opens; Ann is in it. */
    async function open(): Promise<World['people']> {
      world = await World.open(kind);
      const marketing = await world.addGroup({ name: 'Marketing', owners: ['olga'], justification: 'off' });
      const { ben } = world.people;
      await world.addResource({ name: 'Salesforce', groupIds: [marketing], ownerIds: [ben.id] });
      const store = world.store.forTenant(world.tenantId);
      salesforce = (await store.read('resources').find({ where: { ownerIds: ben.id } }))[0]?.id ?? '';
      await world.addMember('ann', marketing);
      return world.people;
    }

    const resource = () => world.store.forTenant(world.tenantId).read('resources').get(salesforce);

    afterEach(() => world.close());

    it('fault 6 S43: its owner renames it after a question, and the owners of its groups read that', async () => {
      const { ann, ben, olga } = await open();
      const asked = await ben.says('rename resource Salesforce to Pipeline, Inc');
      assert.match(asked.text(), /Rename Salesforce to Pipeline, Inc\?[\s\S]*owners of the groups that open it/);
      assert.equal((await resource())?.name, 'Salesforce');
      assert.match((await ben.clicks('Rename it')).text(), /Salesforce is called Pipeline, Inc now[\s\S]*I'm telling/);
      assert.match(
        (await olga.sees('is called Pipeline, Inc now')).text(),
        /Ben Okafor renamed it[\s\S]*Marketing opens it/,
      );
      assert.match((await ann.says('why Pipeline, Inc')).text(), /Why you have Pipeline, Inc/);
      assert.doesNotMatch((await ann.says('why Salesforce')).text(), /you have/);
      assert.match((await ben.says('add resource Salesforce')).text(), /Salesforce is known now/, 'the name is free');
    });

    it('fault 6: what is said without the word resource means it where nothing else is called so', async () => {
      const { ben, olga } = await open();
      assert.match((await ben.says('rename Salesforce to Pipeline')).text(), /Rename Salesforce to Pipeline\?/);
      assert.match((await ben.says('delete Salesforce')).text(), /Remove Salesforce\?/);
      assert.match((await olga.says('rename Marketing to Brand')).text(), /Change the name of Marketing\?/);
      assert.match((await ben.says('remove Salesforce from Marketing')).text(), /Detach Salesforce from Marketing\?/);
    });

    it('fault 6: a name that is taken, none, an address or too long is refused, and nothing is cut off', async () => {
      const { ben } = await open();
      await world.addResource({ name: 'Vault', ownerIds: [ben.id] });
      for (const [name, expected] of [
        ['vault', /already/],
        ['javascript:alert(1)', /can't be used/],
        ['x'.repeat(121), /too long/],
      ] as const)
        assert.match((await ben.says(`rename resource Salesforce to ${name}`)).text(), expected, name);
      assert.match(
        (await ben.says('rename resource Salesforce to SALESFORCE')).text(),
        /Rename Salesforce to SALESFORCE\?/,
      );
      assert.equal((await resource())?.name, 'Salesforce');
    });

    it('fault 6 F70 S48: removing says who loses it; then no group opens it, nobody finds it, and its name is free', async () => {
      const { ann, ben, olga, ada } = await open();
      const asked = await ben.says('remove resource Salesforce');
      assert.match(
        asked.text(),
        /Marketing no longer opens it: the one member there loses it[\s\S]*can't be taken back/,
      );
      assert.match((await ben.clicks('Remove it')).text(), /Salesforce is removed[\s\S]*I'm telling/);
      assert.match((await olga.sees('Salesforce is removed')).text(), /Marketing no longer opens it/);
      assert.doesNotMatch((await olga.says('resources')).text(), /Salesforce/);
      assert.match((await ann.says('why Salesforce')).text(), /don't know that/);
      assert.doesNotMatch((await ann.says('leave Marketing')).text(), /Salesforce/);
      assert.match((await olga.says('history Marketing')).text(), /Ben Okafor detached Salesforce from Marketing/);
      assert.match((await ada.says('audit verify')).text(), /whole|verif/i);
      assert.match((await ben.says('yes, grant Salesforce to Marketing')).text(), /don't know that/);
      const late = await ben.invokes({
        action: {
          type: 'Action.Execute',
          verb: 'changeGrant',
          data: { resourceId: salesforce, groupId: 'x', value: 'yes', confirmed: true },
        },
      });
      assert.match(JSON.stringify(late), /not there any more/);
      assert.match((await ben.says('add resource Salesforce')).text(), /Salesforce is known now/);
      assert.match((await ann.says('why Salesforce')).text(), /No group/, 'the new one is another one');
    });

    it('fault 6 S37: nobody but its owner and administrators renames or removes it', async () => {
      const { ann, olga, ada } = await open();
      for (const one of [ann, olga])
        for (const text of ['yes, rename resource Salesforce to Mine', 'yes, remove resource Salesforce'])
          assert.match((await one.says(text)).text(), /not yours to change[\s\S]*Ben Okafor/, `${one.name}: ${text}`);
      assert.match((await ada.says('yes, rename resource Salesforce to CRM')).text(), /is called CRM now/);
      assert.match(
        (await world.people.ben.sees('is called CRM now')).text(),
        /Ada Moreau renamed it[\s\S]*yours as before/,
      );
    });

    it('S42: a block does not end because the resource goes: its owner cannot, nor an administrator who is blocked', async () => {
      const { ann, ben, ada, omar } = await open();
      await world.changeTenant({ adminIds: [ada.id, omar.id] });
      await ada.says(`yes, block ${ann.name} from Salesforce because of the audit`);
      assert.match((await ben.says('remove resource Salesforce')).text(), /blocked from Salesforce[\s\S]*Ada Moreau/);
      await omar.says(`yes, block ${ada.name} from Salesforce because of the audit`);
      const refused = (await ada.says('yes, remove resource Salesforce')).text();
      assert.match(refused, /nobody their own/);
      assert.match(refused, /Omar Haddad/);
      assert.match((await omar.says('remove resource Salesforce')).text(), /The blocks of 2 people go with it/);
      assert.match((await omar.clicks('Remove it')).text(), /Salesforce is removed/);
    });
  });
}
