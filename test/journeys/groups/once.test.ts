import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import { toNameKey } from '../../../src/domain/names.js';
import type { Persona } from '../../support/persona.js';
import { readCard, type RenderedCard } from '../../support/renderedCard.js';
import { storesUnderTest } from '../../support/stores.js';
import { World } from '../../support/world.js';

/** What stands on the card, or the text, that an answer to a click brings. */
function read(body: { readonly value: unknown }): RenderedCard {
  return readCard(
    typeof body.value === 'string' ? { body: [{ type: 'TextBlock', text: body.value }] } : (body.value as object),
  );
}

/** Clicks a button on the newest card several times at the same moment, each click under an id of its own. */
async function clickAtOnce(person: Persona, title: string, times: number): Promise<string[]> {
  const message = person.messages().at(-1);
  assert.ok(message?.card);
  const { card } = message;
  const clicks = Array.from({ length: times }, () => person.clicksOn(message, card, title));
  return (await Promise.all(clicks)).map((body) =>
    read(body)
      .text()
      .replace(/[\u2066-\u2069]/g, ''),
  );
}

for (const kind of storesUnderTest()) {
  describe(`what is made once, on ${kind.name}`, () => {
    let world: World;
    afterEach(() => world.close());

    async function open(): Promise<World['people']> {
      world = await World.open(kind);
      return world.people;
    }

    async function count(of: 'groups' | 'resources', name: string): Promise<number> {
      return (await world.store.forTenant(world.tenantId).names.exact([toNameKey(name)], [of])).length;
    }

    it('row 1: three clicks on one form at the same moment, and one that is sent again later, make one group', async () => {
      const { olga } = await open();
      await olga.says('create security group Once');
      const answers = await clickAtOnce(olga, 'Create group', 3);
      for (const answer of answers) assert.match(answer, /Once is there/);
      assert.equal(new Set(answers).size, 1, 'each click gets the same answer');
      assert.deepEqual(await clickAtOnce(olga, 'Create group', 1), [answers[0]]);
      assert.equal(await count('groups', 'Once'), 1);
    });

    it('row 2: of two people who create one name at the same moment, one gets it, and the other keeps the form as filled in', async () => {
      const { olga, omar } = await open();
      await olga.says('create security group Twin');
      await omar.says('create security group Twin');
      const answers = (await Promise.all([olga, omar].map((one) => clickAtOnce(one, 'Create group', 1)))).flat();
      assert.equal(answers.filter((text) => /Twin is there/.test(text)).length, 1, answers.join('\n'));
      const loser = answers.find((text) => !/Twin is there/.test(text)) ?? '';
      assert.match(loser, /name/i);
      assert.match(loser, /Create group/);
      assert.equal(await count('groups', 'Twin'), 1);
      // The form can be sent again with another name.
      const late = /Twin is there/.test(answers[0] ?? '') ? omar : olga;
      await late.says('create security group Twin');
      assert.match((await late.clicks('Create group', { name: 'Twin Two' })).text(), /Twin Two is there/);
    });

    it('row 3: of two groups renamed to one name at the same moment, one is, and the other keeps its name', async () => {
      const { olga, omar } = await open();
      await world.addGroup({ name: 'Alpha', owners: ['olga'] });
      await world.addGroup({ name: 'Beta', owners: ['omar'] });
      await olga.says('rename Alpha to Gamma');
      await omar.says('rename Beta to Gamma');
      const [title = ''] = read({ value: olga.messages().at(-1)?.card }).buttons();
      await Promise.all([olga, omar].map((one) => clickAtOnce(one, title, 1)));
      assert.equal(await count('groups', 'Gamma'), 1);
      assert.equal((await count('groups', 'Alpha')) + (await count('groups', 'Beta')), 1);
    });

    it('row 4: a list that is enrolled by three clicks at the same moment enrols each group once, with the same answer each time', async () => {
      const { ada } = await open();
      await ada.says('enrol groups: Payroll, security, PowerShell, Olga Berg');
      const answers = await clickAtOnce(ada, 'Enrol it', 3);
      assert.equal(new Set(answers).size, 1, answers.join('\n'));
      assert.match(answers[0] ?? '', /enrolled/);
      assert.equal(await count('groups', 'Payroll'), 1);
      assert.deepEqual(await clickAtOnce(ada, 'Enrol it', 1), [answers[0]]);
    });

    it('row 5: a resource that is added by three messages at the same moment is one', async () => {
      const { ada } = await open();
      await Promise.all(
        Array.from({ length: 3 }, () =>
          ada.sends({ type: 'message', text: 'add resource Wiki https://wiki.example owned by Olga Berg' }),
        ),
      );
      assert.equal(await count('resources', 'Wiki'), 1);
      assert.equal(ada.count('Wiki'), 3, 'each message is answered');
    });
  });
}
