import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import { projectPath } from './support/project.js';

// What newcomers follow step by step: each file that a recipe names has to be where it says.
describe('the recipes for contributors', () => {
  const text = readFileSync(projectPath('.github', 'CONTRIBUTING.md'), 'utf8');

  for (const recipe of ['A new command', 'A new setting', 'A new card', 'A release', 'A new language']) {
    it(`${recipe}: every file and folder of its list is there`, () => {
      const [, section = ''] = text.split(`## ${recipe}\n`);
      const [list = ''] = section.split('\n## ');
      const places = [...list.matchAll(/`((?:src|test|cards)\/[^`\s]+)`/g)].map(([, place = '']) => place);
      assert.ok(places.length >= 3, `${recipe} names ${places.length} places`);
      assert.deepEqual(
        places.filter((place) => !existsSync(projectPath(place))),
        [],
      );
    });
  }

  // A command that reads, one that changes something at once, one that picks a group, one about a request: what they
  // needed, others will need.
  for (const [subject, kind] of [
    ['groups', 'listOwnerless'],
    ['groups', 'claimGroup'],
    ['members', 'showDrift'],
    ['requests', 'remindApprovers'],
  ] as const) {
    it(`A new command: every file of intents, cards and messages that knows of ${kind} is in its list`, () => {
      const [, section = ''] = text.split('## A new command\n');
      const [list = ''] = section.split('\n## ');
      // The files of members stand for those of every subject.
      const inSubject = list.replaceAll(/\/members(?=[/.])/g, `/${subject}`);
      assert.deepEqual(
        ['src/intents', 'src/cards', 'src/messages']
          .flatMap((room) =>
            readdirSync(projectPath(room), { recursive: true, encoding: 'utf8' })
              .filter((file) => file.endsWith('.ts'))
              .map((file) => path.posix.join(room, file.replaceAll(path.sep, '/'))),
          )
          .filter((file) => new RegExp(`\\b${kind}\\b`).test(readFileSync(projectPath(file), 'utf8')))
          .filter((file) => !list.includes(`\`${file}\``) && !inSubject.includes(`\`${file}\``)),
        [],
      );
    });
  }

  it('names only commands that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as { scripts: object };
    const named = [...text.matchAll(/npm run ([a-z0-9:-]+)/g)].map(([, name = '']) => name);
    assert.deepEqual(
      named.filter((name) => !(name in scripts)),
      [],
    );
  });
});
