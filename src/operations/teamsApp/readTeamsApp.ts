import type { OptionRule } from '../arguments.js';
import type { TeamsApp } from './manifest.js';

/** What `npm run package` takes. */
export const packageOptions = {
  'app-id': {
    value: 'ID',
    isRequired: true,
    says: 'The application (client) id of the bot’s registration or identity.',
  },
  host: { value: 'HOST', isRequired: true, says: 'Where the bot is reached, such as groups.contoso.com.' },
  name: { value: 'NAME', says: 'What it is called in Teams, 30 characters at most; else Group Concierge.' },
  developer: { value: 'NAME', says: 'Who offers it in your organisation, 32 characters at most; else IT department.' },
  website: { value: 'URL', says: 'More about it; else the page of the bot itself.' },
  'privacy-url': { value: 'URL', says: 'Your privacy statement; else the website.' },
  'terms-url': { value: 'URL', says: 'Your terms of use; else the website.' },
  'manifest-id': { value: 'ID', says: 'The app’s own id in Teams; else the same as --app-id.' },
  version: { value: 'VERSION', says: 'Of the app in Teams, such as 1.2.0; else that of the product.' },
  out: { value: 'PATH', says: 'A folder, or a file that ends in .zip; else dist.' },
} as const satisfies Readonly<Record<string, OptionRule>>;

/** What somebody typed behind the command. */
export type PackageValues = { readonly [name in keyof typeof packageOptions]?: string | true };

/** The app as it was wished for, or every reason why it cannot be. */
export type TeamsAppReading =
  { readonly ok: true; readonly app: TeamsApp } | { readonly ok: false; readonly problems: readonly string[] };

const guidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const hostPattern = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;
const versionPattern = /^\d{1,5}\.\d{1,5}\.\d{1,5}$/;

/** Checks everything at once; `productVersion` counts where no version is given. */
export function readTeamsApp(values: PackageValues, productVersion: string): TeamsAppReading {
  const text = (name: keyof PackageValues) => (typeof values[name] === 'string' ? values[name].trim() : undefined);
  const appId = (text('app-id') ?? '').toLowerCase();
  const host = (text('host') ?? '').toLowerCase();
  const websiteUrl = text('website') ?? `https://${host}/`;
  const app: TeamsApp = {
    appId,
    host,
    manifestId: (text('manifest-id') ?? appId).toLowerCase(),
    name: text('name') ?? 'Group Concierge',
    developer: text('developer') ?? 'IT department',
    websiteUrl,
    privacyUrl: text('privacy-url') ?? websiteUrl,
    termsUrl: text('terms-url') ?? websiteUrl,
    version: text('version') ?? productVersion,
  };
  const problems = problemsOf(app);
  return problems.length === 0 ? { ok: true, app } : { ok: false, problems };
}

function problemsOf(app: TeamsApp): string[] {
  const urls = [
    ['website', app.websiteUrl],
    ['privacy-url', app.privacyUrl],
    ['terms-url', app.termsUrl],
  ] as const;
  const isHost = hostPattern.test(app.host) && !/^[\d.]+$/.test(app.host);
  return [
    ...told(guidPattern.test(app.appId), '--app-id is no GUID: copy the “Application (client) ID” of the bot.'),
    ...told(
      guidPattern.test(app.manifestId) || app.manifestId === app.appId,
      '--manifest-id is no GUID: leave it out, or give the id under which the app is in Teams already.',
    ),
    ...told(
      isHost,
      '--host is no host name: give the name alone, without https:// and path, such as groups.contoso.com; Teams reaches the bot from the internet, so an address or localhost will not do.',
    ),
    ...told(app.name.length <= 30, `--name has ${app.name.length} characters; Teams takes 30 at most.`),
    ...told(app.developer.length <= 32, `--developer has ${app.developer.length} characters; Teams takes 32 at most.`),
    ...urls.flatMap(([name, url]) =>
      told(
        isWebAddress(url) || (url === app.websiteUrl && name !== 'website') || !isHost,
        `--${name} is no web address: it begins with https://.`,
      ),
    ),
    ...told(versionPattern.test(app.version), '--version is none: three whole numbers with dots, such as 1.2.0.'),
  ];
}

const told = (isFine: boolean, problem: string): string[] => (isFine ? [] : [problem]);

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:' && text.length <= 2048;
}
