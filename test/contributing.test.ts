import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
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

  it('names only commands that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as { scripts: object };
    const named = [...text.matchAll(/npm run ([a-z0-9:-]+)/g)].map(([, name = '']) => name);
    assert.deepEqual(
      named.filter((name) => !(name in scripts)),
      [],
    );
  });
});
