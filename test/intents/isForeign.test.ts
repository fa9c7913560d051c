// Holds which messages are answered with "I only understand English": those in another language, and no English one.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isForeign } from '../../src/intents/isForeign.js';
import { readMessage } from '../../src/intents/message.js';
import { phrasesOf } from '../understanding/organisation.js';
import { messagesOf } from '../understanding/offices.js';

const foreign = [
  'Ich möchte in Marketing',
  'Bitte füge mich zu Sales hinzu',
  'wer ist in der Gruppe Marketing?',
  'Je voudrais rejoindre Marketing',
  'ajoutez-moi au groupe Finance svp',
  'quiero unirme al grupo Marketing',
  '¿cómo puedo salir de Sales?',
  'vorrei accesso a Salesforce per favore',
  'ik wil graag toegang tot Finance',
  'preciso de acesso ao Salesforce',
  'proszę dodaj mnie do Marketing',
  'lütfen beni Marketing grubuna ekle',
  'добавьте меня в группу Marketing',
  'أضفني إلى مجموعة Marketing من فضلك',
  '请把我加入 Marketing 组 谢谢',
];

const english = [
  'Bitte add me in Marketing, bis 31.12., reason is trade fair',
  'join Die Mannschaft',
  'add me to La Familia please',
  'danke, that was quick',
  'put Per and Hans in the Mi Casa group',
  'sales',
];

describe('another language', () => {
  for (const text of foreign) it(`“${text}” is in one`, () => assert.ok(isForeign(readMessage(text))));
  for (const text of english) it(`“${text}” is in none`, () => assert.ok(!isForeign(readMessage(text))));
  it('no phrase of the corpora is taken for one', () => {
    const files = ['hand1.jsonl', 'hand2a.jsonl', 'hand3.jsonl', 'fresh.jsonl'];
    const phrases = [...files.flatMap(phrasesOf), ...messagesOf('office1.txt'), ...messagesOf('office2.txt')];
    assert.deepEqual(
      phrases.filter(({ text }) => isForeign(readMessage(text))).map(({ text }) => text),
      [],
    );
  });
});
