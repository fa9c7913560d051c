import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { awayPath, openPage } from '../../src/demo/page.js';
import { createEntraPane } from '../../src/demo/entraPane.js';
import { DirectoryState } from '../../src/demo/fakeGraph/state.js';
import { findFreePort } from '../../src/demo/ports.js';
import { stagePage } from '../../src/demo/stagePage.js';

const stage = {
  people: [
    { name: 'Ann <b>', role: 'requester', url: 'http://localhost:1/', frameUrl: 'http://127.0.0.1:2/' },
    { name: 'Omar', role: 'owner', url: 'http://localhost:3/' },
  ],
  tries: [{ title: 'Ask', steps: ['Type `join <Marketing>`.'] }],
};

const state = new DirectoryState(() => Date.now());
const pane = createEntraPane(state);

describe('the demo page', () => {
  it('frames who sits on it, links to everybody, and takes names as text', () => {
    const page = stagePage(stage);
    assert.equal(page.match(/<iframe /g)?.length, 1);
    assert.ok(page.includes('href="http://localhost:1/"') && page.includes('href="http://localhost:3/"'));
    assert.ok(page.includes('Ann &#60;b&#62;') && !page.includes('Ann <b>'));
    assert.ok(page.includes('<code>join &#60;Marketing&#62;</code>'));
  });

  it('loads nothing from elsewhere', () => {
    const addresses = stagePage(stage).match(/(?:src|href|url\()=?["'(]?https?:\/\/[^"')\s]+/g) ?? [];
    for (const address of addresses) assert.match(address, /http:\/\/(?:localhost|127\.0\.0\.1):/);
    assert.equal(addresses.length, 3);
  });

  it('asks for patience until there is something to show', async () => {
    const page = await openPage(await findFreePort(41_100), pane);
    try {
      assert.match(await (await fetch(page.url)).text(), /One moment/);
      page.show(stage);
      assert.match(await (await fetch(page.url)).text(), /Omar/);
    } finally {
      await page.close();
    }
  });

  it('answers for people without a client as the channel does for people without the bot', async () => {
    const page = await openPage(await findFreePort(41_100), pane);
    try {
      const answer = await fetch(new URL(`${awayPath}/v3/conversations/personal-ben/activities`, page.url), {
        method: 'POST',
        body: '{}',
      });
      assert.equal(answer.status, 403);
      assert.equal(((await answer.json()) as { error: { code: string } }).error.code, 'BotNotInConversationRoster');
    } finally {
      await page.close();
    }
  });

  it('shows who is in which group of the directory, and takes names as text', () => {
    const bo = state.addUser({ displayName: 'Bo <i>' }).id;
    const { id } = state.addGroup({ displayName: 'R&D', groupTypes: ['Unified'], mailEnabled: true });
    state.addGroup({ displayName: 'Old', groupTypes: ['Unified'], deletedDateTime: '2026-01-01T00:00:00Z' });
    assert.match(pane.html(), /R&#38;D<small>Microsoft 365<\/small><\/h3><p>Nobody is in it/);
    state.tie('members', id, bo);
    assert.match(pane.html(), /<li [^>]*>Bo &#60;i&#62;<button/);
    assert.doesNotMatch(pane.html(), /Old|<i>/);
  });

  it('takes somebody out of the directory as other hands would, and only when asked from the page itself', async () => {
    const page = await openPage(await findFreePort(41_100), pane);
    try {
      const person = state.addUser({ displayName: 'Cy' }).id;
      const group = state.addGroup({ displayName: 'Choir' }).id;
      state.tie('members', group, person);
      const remove = (body: string, type = 'application/json') =>
        fetch(new URL('/entra/remove', page.url), { method: 'POST', body, headers: { 'content-type': type } });
      const wish = JSON.stringify({ group, person });
      assert.equal((await remove(wish, 'text/plain')).status, 400);
      assert.equal((await remove('{"group":1')).status, 400);
      assert.ok(state.isTied('members', group, person));
      assert.match(await (await fetch(new URL('/entra', page.url))).text(), /Cy/);
      assert.equal((await remove(wish)).status, 200);
      assert.ok(!state.isTied('members', group, person));
      assert.equal((await remove(wish)).status, 404);
    } finally {
      await page.close();
    }
  });
});
