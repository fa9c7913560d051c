import { accentColor } from './icons.js';

/** What an administrator says about their app; everything else of the manifest follows. */
export interface TeamsApp {
  /** The bot's application (client) id; also the app's own id in Teams unless `manifestId` says otherwise. */
  readonly appId: string;
  readonly manifestId: string;
  /** Where the bot is reached, without scheme. */
  readonly host: string;
  /** Shown in Teams; 30 characters at most. */
  readonly name: string;
  /** Who offers the app; 32 characters at most. */
  readonly developer: string;
  readonly websiteUrl: string;
  readonly privacyUrl: string;
  readonly termsUrl: string;
  readonly version: string;
}

/** The newest version of the schema that every current client, the government clouds' included, takes. */
export const manifestVersion = '1.25';

/** What the menu above the box offers; the client shows no more than ten, and none on a phone, where `help` has all. */
export const menuCommands = [
  { title: 'join', description: 'Ask for membership: join Marketing because I run the campaign' },
  { title: 'groups', description: 'Which groups there are, and how you stand to each' },
  { title: 'my requests', description: 'What you asked for, and how it stands' },
  { title: 'my groups', description: 'Where you are in' },
  { title: 'inbox', description: 'Requests that wait for your decision' },
  { title: 'manage', description: 'Look after a group of yours: manage Marketing' },
  { title: 'resources', description: 'What membership opens' },
  { title: 'help', description: 'Everything that you can type' },
] as const;

/** The content of `manifest.json`. */
export function createManifest(app: TeamsApp): object {
  return {
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${manifestVersion}/MicrosoftTeams.schema.json`,
    manifestVersion,
    version: app.version,
    id: app.manifestId,
    developer: {
      name: app.developer,
      websiteUrl: app.websiteUrl,
      privacyUrl: app.privacyUrl,
      termsOfUseUrl: app.termsUrl,
    },
    name: { short: app.name, full: `${app.name}: self-service groups` },
    description: {
      short: 'Ask for membership of groups, and decide about it, in chat.',
      full: fullDescription,
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor,
    bots: [
      {
        botId: app.appId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [
          { scopes: ['personal'], commands: menuCommands },
          // Among others the bot says nothing about anybody, so there is no more to offer there.
          { scopes: ['team', 'groupChat'], commands: [{ title: 'help', description: 'How to talk to me alone' }] },
        ],
      },
    ],
    defaultInstallScope: 'personal',
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [],
  };
}

const fullDescription =
  'Type what you need, such as "join Marketing". The bot checks the group’s rule, lets you in at once or asks the ' +
  'group’s owners with a card. An owner approves or denies with one click; the access takes effect, and everybody ' +
  'who should know is told, once. Owners look after their groups here, administrators set the rules and can trace ' +
  'every change.';
