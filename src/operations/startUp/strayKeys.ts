import { configKeys } from '../../config.js';
import { editDistance } from '../../domain/names.js';

/** A slip of this many letters is still taken for the key that was meant. */
const slips = 3;

/**
 * Keys that nothing reads and somebody may have meant: each that begins with `BOT_`, and of those in `.env` each that
 * comes near to a known one. Without a word, a mistyped key leaves its default in force.
 */
export function findStrayKeys(env: NodeJS.ProcessEnv, fileKeys: readonly string[] = []): string[] {
  const known = new Set<string>(configKeys);
  const ours = Object.keys(env).filter((key) => key.toUpperCase().startsWith('BOT_'));
  const strays = [...new Set([...ours, ...fileKeys])].filter((key) => !known.has(key));
  return strays.flatMap((key) => {
    const nearest = nearestKey(key);
    if (nearest === undefined && !ours.includes(key)) return [];
    const hint = nearest ? `did you mean ${nearest}?` : 'the keys that there are stand in .env.example.';
    return [`${key} is set, but nothing reads it: ${hint}`];
  });
}

function nearestKey(key: string): string | undefined {
  const found = configKeys
    .map((known) => ({ known, distance: editDistance(key.toUpperCase(), known, slips) }))
    .filter(({ known, distance }) => distance <= Math.min(slips, Math.floor(known.length / 3)))
    .sort((a, b) => a.distance - b.distance);
  return found[0]?.known;
}
