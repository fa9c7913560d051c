import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { productVersion, projectRoot } from '../project.js';
import { describeOptions, readArguments } from './arguments.js';
import { buildPackage, checkManifest } from './teamsApp/buildPackage.js';
import { packageOptions, readTeamsApp } from './teamsApp/readTeamsApp.js';
import type { TeamsApp } from './teamsApp/manifest.js';

/** Exit: 0 written, 1 could not be, 2 wrong use. */
process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const reading = readArguments(args, packageOptions);
  if (!reading.ok) return refuse(reading.problems);
  const wish = readTeamsApp(reading.values, productVersion);
  if (!wish.ok) return refuse(wish.problems);
  const problems = await checkManifest(wish.app);
  if (problems !== 'notInstalled' && problems.length > 0)
    return say(
      `Microsoft’s schema refuses the manifest:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
      1,
    );
  const file = placeOf(reading.values.out);
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, buildPackage(wish.app));
  } catch (error) {
    return say(
      `${file} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown'}); try another --out.`,
      1,
    );
  }
  process.stdout.write(`${whatNext(wish.app)}\n${file}\n`);
  return 0;
}

function whatNext(app: TeamsApp): string {
  return [
    `The Teams app “${app.name}” ${app.version} for ${app.host}.`,
    `  1. The bot’s messaging endpoint in Azure is https://${app.host}/api/messages.`,
    '  2. Teams admin centre → Teams apps → Manage apps → Upload new app: the file below.',
    '  3. Users and groups of the app: who may use it.',
    '  4. Setup policies → Installed apps: add it, so that it can write to owners who never wrote to it.',
    ...(app.privacyUrl === app.websiteUrl
      ? ['Administrators look at the privacy statement: give yours with --privacy-url and --terms-url.']
      : []),
    'Written:',
  ].join('\n');
}

function placeOf(out: string | true | undefined): string {
  const wished = typeof out === 'string' ? path.resolve(out) : path.join(projectRoot, 'dist');
  return wished.toLowerCase().endsWith('.zip') ? wished : path.join(wished, 'group-concierge.zip');
}

function refuse(problems: readonly string[]): number {
  const list = problems.map((problem) => `  - ${problem}`).join('\n');
  return say(
    `No package was written:\n${list}\n\nnpm run package -- --app-id ID --host HOST\n${describeOptions(packageOptions)}`,
    2,
  );
}

function say(text: string, code: number): number {
  process.stderr.write(`${text}\n`);
  return code;
}
