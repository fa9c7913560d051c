// Holds what comes off a message before it is understood, and that every position stays where it was.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { readMessage } from '../../src/intents/message.js';

function own(text: string, writer = 'Lea Hoffmann'): string {
  const message = readMessage(text, writer);
  return message.segments
    .filter(({ kind }) => kind === 'own')
    .map(({ start, end }) => message.plain.slice(start, end))
    .join('\n')
    .replace(/\s+/g, ' ')
    .trim();
}

describe('segments', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a greeting', 'Hi Concierge, join Marketing', 'join Marketing'],
    ['a greeting with a name', 'Hello Olga,\nadd Bo to Marketing', 'add Bo to Marketing'],
    ['the bot by name', '@bot, join Marketing', 'join Marketing'],
    ['a phone’s signature', 'join Marketing\n\nSent from my iPhone', 'join Marketing'],
    ['a signature behind two dashes', 'join Marketing\n-- \nLea Hoffmann | Marketing', 'join Marketing'],
    ['regards', 'join Marketing\n\nKind regards\nLea Hoffmann\nContoso', 'join Marketing'],
    ['the writer’s own name at the end', 'join Marketing\nLea', 'join Marketing'],
    ['quoted lines', '> join Finance\n\njoin Marketing', 'join Marketing'],
    ['a quoted block', '<blockquote>join Finance</blockquote><p>did this go through?</p>', 'did this go through?'],
    ['a mail below its headers', 'join Marketing\nFrom: Olga\nSent: Monday\nadd everybody', 'join Marketing'],
    ['what stands below a mail’s rule', 'From: Olga\nTo: Lea\nadd everybody\n---\njoin Marketing', 'join Marketing'],
    ['bold text', '**join** *Marketing*', 'join Marketing'],
    ['markup', '<p>join&nbsp;<b>Marketing</b></p>', 'join Marketing'],
  ];
  for (const [title, text, expected] of cases)
    it(`${title} comes off`, () => {
      assert.equal(own(text), expected);
    });

  it('keep every position', () => {
    const text = '<p>Hi,</p><p>join &amp; <b>leave</b></p>';
    const message = readMessage(text);
    assert.equal(message.plain.length, text.length);
    assert.equal(message.plain.indexOf('leave'), text.indexOf('leave'));
  });
});
