import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** The issuer of the channel's tokens. */
export const channelIssuer = 'https://api.botframework.com';

/** How the key service answers a call instead of giving keys. */
export interface KeyServiceFault {
  readonly status?: number;
  readonly body?: string;
  readonly location?: string;
  /** Answers nothing, or stops after the head. */
  readonly hang?: 'at once' | 'after the head';
}

/** A key pair of the channel, or of somebody who would like to be it. */
export interface Signer {
  readonly keyId: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** Makes a key pair; some 100 ms. */
export function makeSigner(keyId: string): Signer {
  return { keyId, ...generateKeyPairSync('rsa', { modulusLength: 2048 }) };
}

/** A key as the channel lists it. */
export function listed({ keyId, publicKey }: Signer, change: object = { endorsements: ['msteams'] }): object {
  return { ...publicKey.export({ format: 'jwk' }), kid: keyId, use: 'sig', ...change };
}

/** A token with these claims (or this text in their place), signed in the way that its header says. */
export function makeToken(claims: object | string, { keyId, privateKey, publicKey }: Signer, header?: object): string {
  const full: Record<string, unknown> & { alg?: unknown } = { alg: 'RS256', typ: 'JWT', kid: keyId, ...header };
  const signed = `${encode(full)}.${encode(claims)}`;
  if (full.alg === 'HS256') {
    const secret = publicKey.export({ format: 'pem', type: 'spki' });
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  }
  const hash = typeof full.alg === 'string' && /^(?:RS|PS)\d+$/.test(full.alg) ? full.alg.slice(2) : '256';
  const padding = full.alg === 'PS256' ? { padding: 6, saltLength: 32 } : {};
  return `${signed}.${sign(`sha${hash}`, Buffer.from(signed), { key: privateKey, ...padding }).toString('base64url')}`;
}

/** One part of a token. */
export function encode(value: object | string): string {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
}

/** The place of the channel's keys: a small real HTTP server that counts who asks, and fails on demand. */
export class FakeKeyService {
  /** The paths that were asked for, in order. */
  readonly calls: string[] = [];
  keys: readonly object[] = [];
  /** Decides for each call whether it fails; tests set it. */
  script: (path: string) => KeyServiceFault | undefined = () => undefined;
  /** Where the metadata says that the keys are; on this server unless set. */
  keysUrl: string | undefined;
  readonly #server: http.Server;

  private constructor() {
    this.#server = http.createServer((request, response) => this.#answer(request.url ?? '', response));
  }

  /** Starts the service on a free port of the loopback interface. */
  static async start(keys: readonly object[]): Promise<FakeKeyService> {
    const service = new FakeKeyService();
    service.keys = keys;
    await new Promise<void>((resolve) => service.#server.listen(0, '127.0.0.1', resolve));
    return service;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get metadataUrl(): string {
    return `${this.url}/metadata`;
  }

  /** The SDK's endpoint settings for this service; all of them are needed. */
  get settings(): Record<string, string> {
    return {
      ToBotFromChannelOpenIdMetadataUrl: this.metadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: `${this.url}/emulator`,
      ToBotFromChannelTokenIssuer: channelIssuer,
      ToChannelFromBotLoginUrl: `${this.url}/login`,
      ToChannelFromBotOAuthScope: channelIssuer,
      OAuthUrl: `${this.url}/oauth`,
      CallerId: 'urn:botframework:azure',
    };
  }

  /** How often the list of keys was asked for. */
  get readings(): number {
    return this.calls.filter((path) => path === '/metadata').length;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #answer(path: string, response: http.ServerResponse): void {
    this.calls.push(path);
    const fault = this.script(path);
    if (fault?.hang === 'at once') return;
    response.writeHead(fault?.status ?? 200, {
      'content-type': 'application/json',
      ...(fault?.location ? { location: fault.location } : {}),
    });
    if (fault?.hang === 'after the head') return void response.write('{');
    response.end(fault?.body ?? JSON.stringify(this.#documentAt(path)));
  }

  #documentAt(path: string): object {
    if (path === '/keys') return { keys: this.keys };
    return { issuer: channelIssuer, jwks_uri: this.keysUrl ?? `${this.url}/keys` };
  }
}
