import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json: data files are found from there, wherever the compiled code lies. */
export const projectRoot = findRoot(path.dirname(fileURLToPath(import.meta.url)));

/** The version of package.json. */
export const productVersion = (
  JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as { readonly version: string }
).version;

function findRoot(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder)
    throw new Error('package.json was not found above the program: was the dist folder moved away from it?');
  return findRoot(parent);
}
