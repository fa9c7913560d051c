import { readConfig, type Config } from '../../config.js';
import type { EnvironmentReading } from '../startUp/readEnvironment.js';
import { failed, fine, warned, type Check } from './check.js';

/** What the configuration says against itself; the rest of the doctor needs one that can be read. */
export function checkConfiguration(reading: EnvironmentReading): { checks: Check[]; config: Config | undefined } {
  const read = readConfig(reading.env);
  const problems = [...reading.problems, ...(read.ok ? [] : read.problems)];
  const strays = reading.warnings.map((warning) => {
    const [what, fix] = split(warning);
    return warned(`configuration.${firstWord(warning)}`, what, 'The default counts instead of what you set.', fix);
  });
  if (problems.length > 0 || !read.ok) return { checks: [...problems.map(toCheck), ...strays], config: undefined };
  return {
    checks: [fine('configuration', 'The configuration can be read, and nothing in it contradicts itself.'), ...strays],
    config: read.config,
  };
}

/** Warnings about what is allowed and seldom meant. */
export function checkChoices(config: Config, env: NodeJS.ProcessEnv): Check[] {
  const checks: Check[] = [];
  if (!config.credentials)
    return [
      warned(
        'credentials',
        'There are no credentials: the bot answers on this machine alone.',
        'Everybody who reaches the port may speak as anybody, as an administrator too.',
        'For your organisation set BOT_APP_ID, BOT_APP_TYPE and BOT_TENANT_ID.',
      ),
    ];
  checks.push(fine('credentials', `The bot is ${config.credentials.appType} ${config.credentials.appId}.`));
  if (/^\s|\s$/.test(config.credentials.password ?? ''))
    checks.push(
      warned(
        'credentials.blank',
        'BOT_APP_PASSWORD begins or ends with a blank or a line break.',
        'No client secret of Microsoft Entra does: it came with copying, or with echo (base64) into a secret.',
        'Set it anew without it; printf %s writes no line break.',
      ),
    );
  if (env['NODE_ENV'] !== 'production')
    checks.push(
      warned(
        'environment',
        'NODE_ENV is not production.',
        'With it, the bot refuses to start should the credentials get lost.',
        'Set NODE_ENV=production where people use the bot.',
      ),
    );
  if (!config.mongodbUri)
    checks.push(
      warned(
        'embedded',
        'The embedded store is used: one file, one process.',
        'A disk that is not kept (App Service’s local one, a container’s) loses everything with the next start.',
        'Set MONGODB_URI, or put DATA_FILE on a disk that is kept and run one instance.',
      ),
    );
  if (!config.publicUrl)
    checks.push(
      warned(
        'publicUrl',
        'PUBLIC_URL is not set.',
        'Links to exported files would lead to localhost, which no browser of an administrator reaches.',
        'Set PUBLIC_URL to https:// and the name under which the bot is reached.',
      ),
    );
  else if (!config.publicUrl.startsWith('https://'))
    checks.push(
      failed(
        'publicUrl',
        'PUBLIC_URL does not begin with https://.',
        'Exported files hold names and memberships, and Teams calls a bot by https alone.',
        'Set PUBLIC_URL to the https address of the bot.',
      ),
    );
  return checks;
}

function toCheck(problem: string, index: number): Check {
  const [what, fix] = split(problem);
  const key = firstWord(problem);
  return failed(
    `configuration.${/^[A-Z_]+$/.test(key) ? key : index + 1}`,
    what,
    'The product does not start with it.',
    fix,
  );
}

/** Our problems are one sentence: what is wrong, a colon, what to do. */
function split(sentence: string): [what: string, fix: string] {
  const at = sentence.indexOf(': ');
  if (at < 0) return [sentence, 'Each key is explained in .env.example.'];
  const fix = sentence.slice(at + 2);
  return [`${sentence.slice(0, at)}.`, `${fix[0]?.toUpperCase() ?? ''}${fix.slice(1)}`];
}

const firstWord = (sentence: string): string => sentence.split(' ')[0] ?? '';
