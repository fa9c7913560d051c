import path from 'node:path';
import { projectRoot } from '../../src/project.js';

/** A path inside the project, from its root. */
export function projectPath(...parts: string[]): string {
  return path.join(projectRoot, ...parts);
}
