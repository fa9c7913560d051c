import { readFileSync } from 'node:fs';
import { projectPath } from '../support/project.js';
import type { Expected, Phrase } from './organisation.js';

/**
 * The messages of a file: "who | message | what it should become" to a line, by styles ("# mail"). What it should become
 * is an intent with its slots ("joinGroup group=Sales; end=2026-12-31"), several with "++", or "nothing".
 */
export function messagesOf(file: string): Phrase[] {
  let style = '';
  return readFileSync(projectPath('test', 'understanding', file), 'utf8')
    .split('\n')
    .flatMap((line): Phrase[] => {
      if (line.startsWith('# ')) style = line.slice(2);
      const [by, text, ...rest] = line.split(' | ');
      if (line.startsWith('#') || by === undefined || text === undefined) return [];
      return [{ by: by.trim(), text: text.replace(/\\n/g, '\n'), style, expect: expectedOf(rest.join(' | ')) }];
    });
}

function expectedOf(text: string): Expected {
  if (text.trim() === 'nothing') return { nothing: true };
  const all = text.split(' ++ ').map(oneOf);
  return all.length > 1 ? { all } : (all[0] ?? {});
}

const severals = new Set(['group', 'person', 'request', 'resource']);

function oneOf(text: string): Expected {
  const [kind = '', ...rest] = text.trim().split(' ');
  const slots = rest
    .join(' ')
    .split('; ')
    .filter((slot) => slot !== '')
    .map((slot): [string, unknown] => {
      const at = slot.indexOf('=');
      const [name, value] = [slot.slice(0, at), valueOf(slot.slice(at + 1))];
      return [name, severals.has(name) && typeof value === 'string' ? [value] : value];
    });
  return { intent: kind, ...Object.fromEntries(slots) };
}

function valueOf(text: string): unknown {
  const length = /^(days|hours):(\d+)$/.exec(text);
  if (length?.[1] !== undefined) return { [length[1]]: Number(length[2]) };
  // "C++ Guild" is one name, "Chen Wei+Tom May" are two.
  const several = text.split(/(?<=[^+])\+(?=[^+])/);
  return several.length > 1 ? several : text;
}
