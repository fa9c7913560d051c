import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'mocha';
import ts from 'typescript';
import { projectPath } from '../support/project.js';

/** Rooms and files whose texts nobody reads who talks with the bot, and who reads them instead. */
const otherReaders: Readonly<Record<string, string>> = {
  messages: 'here they belong',
  demo: 'the page of the demo and its terminal',
  store: 'SQL, and errors for the log',
  directory: 'what the log says of the directory',
  http: 'programs that call the door',
  operations: 'whoever runs the bot',
  'config.ts': 'whoever starts the bot',
  config: 'whoever starts the bot',
  'main.ts': 'whoever starts the bot',
  'metrics.ts': 'whoever watches the bot',
  'project.ts': 'whoever starts the bot',
  'tracing.ts': 'whoever watches the bot',
  'wire.ts': 'the log',
};

/** Single texts that stand in code, and why; the fewer the better. */
const exceptions: Readonly<Record<string, string>> = {
  'Somebody I have not met yet': 'a name in the place of one that is not known; records keep names as they were',
  'Somebody who was forgotten': 'a name in the place of one that was erased',
  'A group that no longer exists': 'a name in the place of one that is gone',
  'named in the configuration': 'a reason in the history, which keeps reasons as they were given',
  'named by whoever runs the bot': 'a reason in the history, which keeps reasons as they were given',
  'CEO, Payroll': 'an example of a value',
  'This service is not one that the bot talks to.': 'for a program that was not let in',
  'This bot takes activities from Microsoft Teams only.': 'for a program that was not let in',
  'The bot cannot check just now who sends this; try again in a moment.': 'for a program that was not let in',
  'Something went wrong on our side.': 'for the channel, which shows it to nobody',
  'text/csv; charset=utf-8': 'a content type',
  'application/json; charset=utf-8': 'a content type',
  'no answer': 'for the log',
  'the open request for ': 'for the log: what could not be written',
};

/** Frames, words and what an answer may be are what people say to the bot, and not what it says. */
function isHeard(place: string): boolean {
  return /^commands[\\/](?:[a-z]+[\\/](?:f|\w+F)rames|askedBack)\.ts$|^intents[\\/](?!click)/u.test(place);
}

/** A word, a blank and another word. */
const sentence = /\p{L}{2,}[,;:]? \p{L}|\p{L} \p{L}{2,}/u;
/** Patterns and what they are made of: sentences that are read, not said. */
const pattern = /\(\?|\\b|\\s|\)\?|\|/u;

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(place, ending) : entry.name.endsWith(ending) ? [place] : [];
  });
}

/** What is logged, thrown or compared is for no person's eyes. */
function isUnseen(node: ts.Node): boolean {
  for (let at: ts.Node = node; at.parent && !ts.isStatement(at); at = at.parent) {
    const { parent } = at;
    if (ts.isNewExpression(parent) && /Error$/u.test(parent.expression.getText())) return true;
    if (ts.isCallExpression(parent) && /\blog\.\w+$|^super$|\bfail$|^assert/u.test(parent.expression.getText()))
      return true;
    if (ts.isPropertyAssignment(parent) && /^(?:problem|detail|cause|why)$/u.test(parent.name.getText())) return true;
    if (ts.isImportDeclaration(parent) || ts.isCaseClause(parent) || ts.isLiteralTypeNode(parent)) return true;
  }
  return ts.isThrowStatement(node.parent);
}

function sentencesOf(file: string, code: string): string[] {
  const found: string[] = [];
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      if (sentence.test(node.text) && !pattern.test(node.text) && !isUnseen(node)) found.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

describe('sentences for people', () => {
  it('would be found: in a text, in a template, behind a condition', () => {
    const code = "const a = is ? 'You may go' : `Hello ${name}, how are you?`; throw new Error('not this one');";
    assert.deepEqual(sentencesOf('example.ts', code), ['You may go', ', how are you?']);
  });

  it('stand in the catalogue and not in code', () => {
    const used = new Set<string>();
    const strays = filesBelow(projectPath('src'), '.ts').flatMap((file) => {
      const place = path.relative(projectPath('src'), file);
      if ((place.split(path.sep)[0] ?? '') in otherReaders || isHeard(place)) return [];
      return sentencesOf(file, readFileSync(file, 'utf8')).flatMap((text) => {
        if (text in exceptions) {
          used.add(text);
          return [];
        }
        return [`src/${place}: ${text}`];
      });
    });
    assert.deepEqual(
      strays,
      [],
      'Give each a key in src/messages/en/<subject>.ts and say it with the voice; domain, intents and commands give codes.',
    );
    assert.deepEqual(
      Object.keys(exceptions).filter((text) => !used.has(text)),
      [],
      'an exception that is not needed any more',
    );
  });

  it('stand on no card file: its texts are all bound to data', () => {
    const strays = filesBelow(projectPath('cards'), '.json')
      .filter((file) => !file.endsWith('.sample.json'))
      .flatMap((file) =>
        [
          ...readFileSync(file, 'utf8').matchAll(
            /"(?:text|title|label|placeholder|errorMessage|altText|value|fallbackText|speak)":\s*"([^"]*)"/gu,
          ),
        ]
          .map(([, text = '']) => text)
          .filter((text) => /\p{L}{2,}/u.test(text.replace(/\$\{[^}]*\}/gu, '')))
          .map((text) => `${path.basename(file)}: ${text}`),
      );
    assert.deepEqual(strays, []);
  });
});
