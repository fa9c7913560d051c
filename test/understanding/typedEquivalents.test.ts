import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseMessage } from '../../src/intents/parseMessage.js';
import { here } from '../intents/support.js';
import type { CardButton, RenderedCard } from '../support/renderedCard.js';
import { sqliteUnderTest } from '../support/stores.js';
import type { Role, World } from '../support/world.js';
import { linesOf, openOrganisation } from './atTheDoor.js';

// What can be typed instead of a button does to the records what the button does (F86, fault 1.12): each is tried in an
// organisation of its own, once by a click and once by typing, and what has changed is compared. Where the card has been
// reached by several sentences, these are said first. Buttons that fill in a form, and what is typed with "…" for
// something to be filled in, have no one equivalent and are left out; so are cards of Microsoft Entra.

type Says = readonly (readonly [Role, string])[];

/** The last sentence brings the card. */
const cards: readonly Says[] = [
  [['ann', 'leave Book Club']],
  [['ann', 'join Sales']],
  [
    ['ann', 'join Sales'],
    ['ann', 'my requests'],
  ],
  [
    ['ann', 'join Sales for 10 days'],
    ['ann', 'join Sales for 30 days'],
  ],
  [
    ['ann', 'join Late Shift'],
    ['olga', 'inbox'],
  ],
  [
    ['ann', 'join Late Shift'],
    ['olga', 'approve'],
  ],
  [['olga', 'add Ben to Late Shift']],
  [['omar', 'remove Ben Okafor from Sales']],
  [['omar', 'make Ben Okafor owner of Sales']],
  [['omar', 'make Ben Okafor membership manager of Sales']],
  [['omar', 'transfer Sales to Ben Okafor']],
  [['omar', 'rename Sales to Sales EMEA']],
  [['omar', 'describe Sales as Whoever sells']],
  [['omar', 'make Sales open']],
  [['omar', 'hide Sales']],
  [['omar', 'limit Sales to 30 days']],
  [['omar', 'delete Sales']],
  [['omar', 'import members into Sales: Ann Archer']],
  [['omar', 'grant Salesforce to Sales']],
  [['omar', 'ungrant Salesforce from Sales']],
  [['ada', 'block Ben Okafor from Salesforce']],
  [['ada', 'admins add Ben Okafor']],
  [['ada', 'set longest membership 30']],
  [['ada', 'set licence none']],
  [['ada', 'set users can create security groups no']],
  [
    ['olga', 'delegate to Omar Haddad'],
    ['olga', 'my delegations'],
  ],
];

async function opened(says: Says): Promise<{ readonly world: World; readonly card: RenderedCard; readonly by: Role }> {
  const world = await openOrganisation(sqliteUnderTest);
  let last: { readonly card: RenderedCard; readonly by: Role } | undefined;
  for (const [by, text] of says) {
    last = { by, card: await world.people[by].says(text) };
    await world.settles();
  }
  return { world, ...(last ?? assert.fail('nothing was said')) };
}

function typedOn(card: RenderedCard): string[] {
  const [, list] = /^Or type: (.*)$/mu.exec(card.text().replace(/[\u2066-\u2069]/gu, '')) ?? [];
  return list?.split(' · ').filter((text) => !text.includes('…')) ?? [];
}

/** What can be typed for a button, where the card says so. */
function equivalent(button: CardButton, card: RenderedCard): string | undefined {
  if (button.inputs.length > 0) return undefined;
  if (button.verb === 'answerQuestion') {
    const wanted = button.data['value'] === 'yes' ? /^yes\b/ : /^cancel$/;
    return typedOn(card).find((text) => wanted.test(text));
  }
  const fits = typedOn(card).filter((text) => parseMessage(text, here).kind === button.verb);
  return fits.length === 1 ? fits[0] : undefined;
}

/** Of a record, and not of what it says. */
const bookkeeping = /^(?:id|key|tenantId|version|revision)$|At$/;

async function recordsOf(world: World): Promise<unknown> {
  await world.settles();
  const tenant = Object.entries(await world.tenant()).filter(
    ([field, value]) => !bookkeeping.test(field) && ['string', 'number', 'boolean'].includes(typeof value),
  );
  const groups = await world.store.forTenant(world.tenantId).read('groups').find({ where: {} });
  const seen = groups.map(({ name, description, isListed, maxDurationDays, deletedAt }) =>
    [name, description, isListed, maxDurationDays, deletedAt !== undefined].join(' | '),
  );
  const resources = await world.store.forTenant(world.tenantId).read('resources').find({ where: {} });
  return {
    lines: (await linesOf(world)).sort(),
    tenant: Object.fromEntries(tenant),
    groups: seen.sort(),
    grants: resources.map(({ name, groupIds }) => [name, groupIds.length]),
  };
}

describe('what is typed instead of a button does what the button does', () => {
  let [tried, changed] = [0, 0];
  for (const says of cards)
    it(says.map(([by, text]) => `${by}: ${text}`).join(' | '), async function () {
      this.timeout(60_000);
      const { world, card } = await opened(says);
      await world.close();
      const buttons = card.allButtons().filter((button) => equivalent(button, card) !== undefined);
      assert.ok(buttons.length > 0, card.text());
      for (const { title } of new Map(buttons.map((button) => [button.title, button])).values()) {
        const [clicked, typed] = [await opened(says), await opened(says)];
        try {
          const button = typed.card.allButtons().find((one) => one.title === title);
          const text = (button && equivalent(button, typed.card)) ?? assert.fail(title);
          const before = JSON.stringify(await recordsOf(clicked.world));
          await clicked.world.people[clicked.by].clicks(title);
          await typed.world.people[typed.by].says(text);
          assert.deepEqual(await recordsOf(typed.world), await recordsOf(clicked.world), `“${title}” and “${text}”`);
          tried += 1;
          if (JSON.stringify(await recordsOf(clicked.world)) !== before) changed += 1;
        } finally {
          await clicked.world.close();
          await typed.world.close();
        }
      }
    });

  it('more than forty pairs were tried, of which fifteen and more changed something', () => {
    assert.ok(tried > 40 && changed >= 15, `${tried}, of which ${changed} changed something`);
  });
});
