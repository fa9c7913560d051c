import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'mocha';
import type { Locator, Page } from 'playwright-core';
import { launchChromium, type Browser } from './chromium.js';
import { startDemoProcess, type DemoProcess } from './demoProcess.js';
import { TeamsClient } from './teamsClient.js';

/** Where pictures for the README go; none are taken without it. */
const pictureFolder = process.env.E2E_SCREENSHOTS;

const approvalOf = (requester: string, group: string) => `${requester} wants to join ${group}`;

describe('the demo, in a browser', function () {
  this.timeout(120_000);
  let demo: DemoProcess;
  let browser: Browser;
  let page: Page;
  let ann: TeamsClient;
  let olga: TeamsClient;
  let ada: TeamsClient;
  let omar: TeamsClient;

  before(async () => {
    browser = await launchChromium({ width: 1920, height: 1080 });
    demo = await startDemoProcess();
    page = await browser.context.newPage();
    await page.goto(demo.url);
    [ann, olga, ada] = [await framed('Ann Lindqvist'), await framed('Olga Berg'), await framed('Ada Moreau')];
    omar = await ownWindow('Omar Haddad');
    for (const client of [ann, olga, ada, omar]) await client.isReady();
    // A browser draws what is behind other tabs once a second only.
    await page.bringToFront();
  });

  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await takePicture(`failed-${this.currentTest.title.split(' ').slice(0, 4).join('-')}`);
    console.error(demo.printed());
  });

  after(async () => {
    await browser?.close();
    await demo?.interrupt();
  });

  async function framed(name: string): Promise<TeamsClient> {
    const frame = await (
      await page.locator(`iframe[title^="${name}"]`).elementHandle({ timeout: 15_000 })
    )?.contentFrame();
    assert.ok(frame, `the page has no frame for ${name}`);
    return new TeamsClient(frame);
  }

  async function ownWindow(name: string): Promise<TeamsClient> {
    const address = await page.getByRole('link', { name }).getAttribute('href');
    assert.ok(address, `the page has no link to the client of ${name}`);
    const tab = await browser.context.newPage();
    await tab.goto(address);
    return new TeamsClient(tab.mainFrame());
  }

  async function attributes(selector: string, name: string): Promise<string[]> {
    const elements = await page.locator(selector).all();
    return Promise.all(elements.map(async (element) => (await element.getAttribute(name)) ?? ''));
  }

  async function takePicture(
    name: string,
    of?: { readonly client: TeamsClient; readonly words: string },
  ): Promise<void> {
    if (!pictureFolder) return;
    mkdirSync(pictureFolder, { recursive: true });
    const file = path.join(pictureFolder, `${name}.png`);
    if (of) await of.client.pictures(of.words, file);
    else await page.screenshot({ path: file });
  }

  /** Somebody in a group, as the pane of the directory has it. */
  function inEntra(group: string, person: string): Locator {
    const article = page.locator('.entra article', { has: page.getByRole('heading', { name: group }) });
    return article.getByRole('listitem').filter({ hasText: person });
  }

  it('shows three people side by side, what to try, each address, and the directory', async () => {
    const titles = await attributes('iframe', 'title');
    assert.deepEqual(titles, [
      'Ann Lindqvist, requester',
      'Olga Berg, owner of Marketing',
      'Ada Moreau, administrator',
    ]);
    assert.equal(await page.locator('.tries li').count(), 4);
    assert.equal(await page.locator('nav a').count(), 4);
    const sideways = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    assert.equal(sideways, 0, 'the page does not fit a screen of 1920 pixels');
    await inEntra('Marketing', 'Omar Haddad').waitFor();
  });

  it('F80 asks an owner what waited for them, as soon as they turn up', async () => {
    const card = await olga.sees(approvalOf('Ben Okafor', 'Marketing'));
    assert.match(card, /Partner Manager, Sales EMEA/);
    assert.match(card, /I plan the partner booth at the spring fair/);
    await olga.sees(approvalOf('Chen Wei', 'Marketing'));
    await omar.sees(approvalOf('Chen Wei', 'Marketing'));
  });

  it('F5 F16 F25 a typed join becomes a card for both owners; the approval reaches everybody', async () => {
    await ann.says('join Marketing');
    await ann.fills('Why do you want to join?', 'I draw the posters for the spring campaign.', {
      inCardContaining: 'Why do you want to join Marketing',
    });
    await takePicture('join-form', { client: ann, words: 'Why do you want to join Marketing' });
    await ann.clicks('Ask to join', { inCardContaining: 'Why do you want to join Marketing' });
    await ann.sees('I’ve asked for you to join Marketing');

    const asked = approvalOf('Ann Lindqvist', 'Marketing');
    assert.match(await olga.sees(asked), /I draw the posters for the spring campaign\./);
    await omar.sees(asked);
    await takePicture('approval', { client: olga, words: asked });
    await takePicture('side-by-side-asked');

    assert.equal(await inEntra('Marketing', 'Ann Lindqvist').count(), 0);
    await olga.clicks('Approve', { inCardContaining: asked });
    await inEntra('Marketing', 'Ann Lindqvist').waitFor();
    await olga.sees('You approved Ann Lindqvist for Marketing');
    await omar.sees('Olga Berg approved Ann Lindqvist for Marketing');
    assert.equal(
      await omar.offers('Approve', { inCardContaining: 'Olga Berg approved Ann Lindqvist for Marketing' }),
      false,
    );
    await ann.sees('You’re in Marketing');
    assert.match(await ann.sees('Olga Berg approved your request'), /Brand Assets/);
    await ann.losesSightOf('I’ve asked for you to join Marketing');
    await takePicture('side-by-side-approved');
  });

  it('F73 who is taken out of the directory by other hands is asked about, and put back', async () => {
    await inEntra('Marketing', 'Ann Lindqvist').getByRole('button').click();
    await inEntra('Marketing', 'Ann Lindqvist').waitFor({ state: 'detached' });
    const asked = 'Somebody changed one membership of Marketing in Microsoft Entra';
    assert.match(await ada.sees(asked), /Taken out there: Ann Lindqvist/);
    await takePicture('drift', { client: ada, words: asked });
    await ada.clicks('Undo', { inCardContaining: asked });
    await inEntra('Marketing', 'Ann Lindqvist').waitFor();
    await olga.sees('Ada Moreau decided that');
  });

  it('F21 a denial needs a reason, and the requester reads it', async () => {
    await ann.says('join Market Analysis because I sketch the new dashboard');
    const asked = approvalOf('Ann Lindqvist', 'Market Analysis');
    await olga.clicks('Deny…', { inCardContaining: asked });
    await olga.clicks('Deny', { inCardContaining: asked });
    await olga.sees('Please give a reason');
    await olga.fills('Why not?', 'The numbers are confidential until May.', { inCardContaining: asked });
    await olga.clicks('Deny', { inCardContaining: asked });
    await olga.sees('You denied Ann Lindqvist’s request for Market Analysis');
    assert.match(await ann.sees('You were not let into Market Analysis'), /The numbers are confidential until May\./);
    await ann.losesSightOf('I’ve asked for you to join Market Analysis');
    await takePicture('denied', { client: ann, words: 'You were not let into Market Analysis' });
  });

  it('F17 F81 of two owners who answer at once, the first decides and the other reads who was faster', async () => {
    await ann.says('join Product Beta Testers for 30 days');
    const asked = approvalOf('Ann Lindqvist', 'Product Beta Testers');
    const fingers = await Promise.all([olga, ada].map((owner) => owner.aimsAt('Approve', { inCardContaining: asked })));
    await Promise.all(fingers.map((press) => press()));
    await ann.sees('You’re in Product Beta Testers');
    const winner = (await olga.hasSeen('You approved Ann Lindqvist for Product Beta Testers'))
      ? 'Olga Berg'
      : 'Ada Moreau';
    const [first, second] = winner === 'Olga Berg' ? [olga, ada] : [ada, olga];
    await first.sees('You approved Ann Lindqvist for Product Beta Testers');
    await second.sees(winner);
    assert.equal(await second.hasSeen('You approved Ann Lindqvist for Product Beta Testers'), false);
    assert.equal(await second.hasSeen(asked), false, 'the slower owner can still decide');
  });

  it('F2 an inexact name changes nothing until it was picked from the card', async () => {
    await ada.says('join data fro good');
    await ada.sees('Data for Good');
    await takePicture('pick', { client: ada, words: 'Data for Good' });
    assert.equal(await ada.hasSeen('You’re in Data for Good'), false);
    await ada.clicks('Join', { inCardContaining: 'Data for Good' });
    await ada.sees('You’re in Data for Good');
  });

  it('F84 the inbox is acted on in place', async () => {
    await olga.says('inbox');
    await olga.sees('Waiting for your decision');
    await takePicture('inbox', { client: olga, words: 'Waiting for your decision' });
    await olga.clicks('Details', { inCardContaining: 'Waiting for your decision' });
    assert.match(await olga.sees(approvalOf('Ben Okafor', 'Market Analysis')), /I want to answer with numbers/);
  });

  it('S30 S31 S33 S34 S35 S37 S41 S42 delegated management: a business owner makes a group that opens an application, and an administrator sees and blocks', async () => {
    await ada.says('add resource Helpdesk Portal https://contoso.example/helpdesk');
    await ada.sees('Helpdesk Portal is known now');
    await olga.says('create security group Support Circle');
    await olga.sees('Create a group');
    await takePicture('create-group', { client: olga, words: 'Create a group' });
    await olga.clicks('Create group', { inCardContaining: 'Create a group' });
    await olga.sees('Support Circle is there');
    await ada.says('grant Helpdesk Portal to Support Circle');
    await ada.clicks('Attach it', { inCardContaining: 'Let Support Circle open Helpdesk Portal' });
    await olga.sees('attached it to your group');
    await olga.says('add Ann Lindqvist to Support Circle');
    await ann.sees('Olga Berg added you');
    await ann.says('why Helpdesk Portal');
    assert.match(await ann.sees('Why you have Helpdesk Portal'), /Support Circle/);
    await omar.says('members Support Circle');
    await omar.sees('You can’t manage Support Circle');
    await ada.says('who has Helpdesk Portal');
    assert.match(await ada.sees('Who has Helpdesk Portal'), /Ann Lindqvist/);
    await takePicture('who-has', { client: ada, words: 'Who has Helpdesk Portal' });
    await ada.says('block Ann Lindqvist from Helpdesk Portal because she changed teams');
    await ada.clicks('Block', { inCardContaining: 'Block Ann Lindqvist from Helpdesk Portal' });
    assert.match(await ann.sees('You’re blocked from Helpdesk Portal'), /she changed teams/);
    await olga.sees('Ann Lindqvist is blocked from Helpdesk Portal');
  });

  it('S43 S44 S45 S46 S47 S48 two owners open one group to theirs, a third comes later, and one approval opens all of it', async () => {
    await ada.says('create security group Launch Crew');
    await ada.sees('Create a group');
    await ada.clicks('Create group', { inCardContaining: 'Create a group' });
    await ada.sees('Launch Crew is there');
    await ada.says('set join rule of Launch Crew to owner approval');
    await ada.sees('Launch Crew has a new join rule');
    await olga.says('grant Salesforce Campaigns to Launch Crew');
    await olga.clicks('Attach it', { inCardContaining: 'Let Launch Crew open Salesforce Campaigns' });
    await omar.says('grant Brand Assets to Launch Crew');
    await omar.clicks('Attach it', { inCardContaining: 'Let Launch Crew open Brand Assets' });
    await ann.says('join Launch Crew because I draw the launch');
    const asked = approvalOf('Ann Lindqvist', 'Launch Crew');
    await ada.clicks('Approve', { inCardContaining: asked });
    assert.match(await ann.sees('You’re in Launch Crew'), /Brand Assets and Salesforce Campaigns/);
    await ada.says('grant Preview Builds to Launch Crew');
    await ada.clicks('Attach it', { inCardContaining: 'Let Launch Crew open Preview Builds' });
    await ada.sees('Launch Crew opens Preview Builds now');
    await ann.says('why Preview Builds');
    assert.match(await ann.sees('Why you have Preview Builds'), /Launch Crew/);
  });

  it('F58 S49 an administrator sees the settings, and what a change would touch', async () => {
    await ada.says('settings');
    await ada.sees('Settings of your organisation');
    await takePicture('settings', { client: ada, words: 'Settings of your organisation' });
    await ada.says('set longest membership 180');
    await ada.sees('Longest membership: 180 days?');
    await takePicture('setting-change', { client: ada, words: 'Longest membership: 180 days?' });
    await ann.says('settings');
    await ann.sees('Only administrators can do that');
  });

  it('F1 help says what can be typed', async () => {
    await ann.says('help');
    assert.match(await ann.sees('What I can do for you'), /my requests/i);
    await takePicture('help', { client: ann, words: 'What I can do for you' });
    await takePicture('side-by-side');
  });

  it('shows the administrator how the bot is, what forgetting means, and the history as a file', async () => {
    const told: readonly (readonly [string, string, string])[] = [
      ['bot status', 'How the bot is', 'bot-status'],
      ['settings page 2', 'Rules for all groups', 'settings'],
      ['yes, make Ann Lindqvist member of Design Guild 🎨', 'Ann Lindqvist', 'role'],
      ['forget Ann Lindqvist', 'Forget Ann Lindqvist?', 'forget'],
      ['export audit Marketing', 'is ready', 'export'],
      ['audit verify', 'The history is whole', 'audit-verify'],
    ];
    for (const [text, words, picture] of told) {
      await ada.says(text);
      await ada.sees(words);
      await takePicture(picture, { client: ada, words });
    }
  });

  it('Ctrl-C ends all of it', async () => {
    const addresses = [demo.url, ...(await attributes('nav a', 'href'))];
    assert.equal(await demo.interrupt(), 0, demo.printed());
    for (const address of addresses) await assert.rejects(fetch(address), `${address} still answers`);
    assert.doesNotMatch(demo.printed(), /error/i);
  });
});
