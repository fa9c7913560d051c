import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { permissionsFor } from '../../../src/domain/groups/directory.js';
import { createManifest } from '../../../src/operations/teamsApp/manifest.js';
import { readTeamsApp } from '../../../src/operations/teamsApp/readTeamsApp.js';
import type { DoctorDeps } from '../../../src/operations/doctor/examine.js';
import { placesOf } from '../../../src/operations/doctor/identity.js';
import type { Web, WebAnswer, WebSilence } from '../../../src/operations/doctor/web.js';
import { findStrayKeys } from '../../../src/operations/startUp/strayKeys.js';
import { openStore } from '../../../src/operations/openStore.js';
import { MemoryMessenger } from '../../support/memoryMessenger.js';

export const appId = '11111111-2222-4333-8444-555555555555';
export const tenantId = '66666666-7777-4888-8999-aaaaaaaaaaaa';
export const adminId = 'bbbbbbbb-cccc-4ddd-8eee-ffffffffffff';
export const nowMs = Date.UTC(2026, 10, 27, 12);

/** Everything that the bot can use in Microsoft Graph. */
export const allPermissions = Object.values(permissionsFor).map(([least]) => least);

/** Secrets of every patient; no report may hold a part of them. */
export const secrets = ['boom-secret', 'boom-password'];

/** What answers at an address; the address may be a beginning. */
export type WebScript = Readonly<Record<string, WebAnswer | WebSilence>>;

const json = (status: number, body?: unknown): WebAnswer => ({ status, body, serverTimeMs: nowMs });

/** A token that says these things; nobody trusts it. */
export function tokenOf(claims: object): WebAnswer {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return json(200, { access_token: `h.${payload}.s` });
}

/** Entra's refusal with its number. */
export const entraRefusal = (code: number): WebAnswer =>
  json(401, { error: 'invalid_client', error_description: `AADSTS${code}: boom-secret`, error_codes: [code] });

const publicPlaces = placesOf({ directory: { kind: 'ledger' } });

/** Everything is well with Microsoft and with the bot's own address. */
export const healthyWeb: WebScript = {
  [publicPlaces.openId]: json(200, {}),
  'https://smba.trafficmanager.net/': json(404),
  [`${publicPlaces.login}/`]: tokenOf({ tid: tenantId }),
  [`${publicPlaces.graph}/v1.0/applications`]: json(403),
  'https://groups.contoso.com/readyz': json(200),
  'https://groups.contoso.com/api/messages': json(401),
};

/** A bot in a folder of its own, healthy until something is changed. */
export class Patient {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'group-concierge-doctor-'));
  readonly messenger = new MemoryMessenger();
  readonly manifest = path.join(this.folder, 'manifest.json');
  web: WebScript = healthyWeb;
  now = nowMs;
  /** The system's code for why nobody can listen there. */
  portTrouble: string | undefined;
  env: NodeJS.ProcessEnv = {
    NODE_ENV: 'production',
    BOT_APP_ID: appId,
    BOT_APP_TYPE: 'SingleTenant',
    BOT_TENANT_ID: tenantId,
    BOT_APP_PASSWORD: 'boom-secret',
    BOT_ADMINS: adminId,
    PUBLIC_URL: 'https://groups.contoso.com',
    DATA_FILE: path.join(this.folder, 'data.db'),
  };

  constructor() {
    this.writeManifest(appId);
  }

  /** Memberships take effect in Microsoft Entra, where the bot has these permissions. */
  useEntra(roles: readonly string[]): void {
    this.env = { ...this.env, DIRECTORY: 'graph' };
    this.web = {
      ...healthyWeb,
      [`${publicPlaces.login}/`]: tokenOf({ tid: tenantId, roles }),
      [`${publicPlaces.graph}/v1.0/groups`]: json(200, { value: [] }),
    };
  }

  writeManifest(botId: string): void {
    const wish = readTeamsApp({ 'app-id': botId, host: 'groups.contoso.com' }, '1.0.0');
    if (wish.ok) writeFileSync(this.manifest, JSON.stringify(createManifest(wish.app)));
  }

  deps(problems: readonly string[] = []): DoctorDeps {
    return {
      environment: { env: this.env, problems, warnings: findStrayKeys(this.env) },
      web: this.#web,
      now: () => this.now,
      tryPort: async () => this.portTrouble,
      openStore,
      createMessenger: () => this.messenger,
      mongoPatienceMs: 300,
    };
  }

  readonly #web: Web = async (url) => {
    const [, answer] = Object.entries(this.web).find(([beginning]) => url.startsWith(beginning)) ?? [];
    if (answer === undefined) throw new Error(`nobody scripted ${url}`);
    return answer;
  };

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
