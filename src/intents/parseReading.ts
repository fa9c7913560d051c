import type { IntentOf } from './intent.js';
import { readingOpeners } from './words/reading.en.js';

/** "how do you read join Marketing": the message that is asked about; nothing else stands before it. */
export function parseReading(raw: string): IntentOf<'showReading'> | undefined {
  const text = raw.trim();
  const lower = text.toLowerCase();
  const opener = readingOpeners.find((one) => lower.startsWith(one));
  if (opener === undefined) return undefined;
  const behind = text.slice(opener.length);
  if (!/^[\s:]/.test(behind)) return undefined;
  const asked = behind.slice(1).trim();
  const quoted = /^["“”'‘](.*)["“”'’]\??$/su.exec(asked)?.[1];
  return asked === '' ? undefined : { kind: 'showReading', text: quoted ?? asked };
}
