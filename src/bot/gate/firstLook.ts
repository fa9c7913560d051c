import type { RefusalReason } from './admission.js';

/** What a token has to say to be worth a look at its signature. */
export interface ExpectedToken {
  readonly issuer: string;
  readonly appId: string;
  /** The service that the activity names; the token has to name the same, byte for byte. */
  readonly serviceUrl: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A token that may be right, or the first thing that is wrong with it. */
export type FirstLook =
  | { readonly ok: true; readonly token: string; readonly keyId: string }
  | { readonly ok: false; readonly reason: RefusalReason };

type Claims = Readonly<Record<string, unknown>>;

/** How far two clocks may be apart, in seconds; Microsoft names five minutes. */
export const clockToleranceS = 300;
/** Algorithms of the channel; all of them need its private key. */
export const signatureAlgorithms = ['RS256', 'RS384', 'RS512'];

const scheme = 'Bearer ';
/** In characters; the channel's tokens have some 700. */
const longestToken = 8192;
const longestKeyId = 256;
const base64Url = /^[\w-]+$/;

/**
 * Reads a token without believing it: microseconds that keep strangers from costing more. What it says counts only once
 * the signature over it was checked.
 */
export function lookAtToken(authorization: string, expected: ExpectedToken): FirstLook {
  if (!authorization.startsWith(scheme)) return refused('no_token');
  const token = authorization.slice(scheme.length);
  if (token.length > longestToken) return refused('too_long');
  const parts = token.split('.', 4);
  if (parts.length !== 3 || !parts.every((part) => base64Url.test(part))) return refused('malformed');
  const [header, claims] = parts.map(readPart);
  if (!header || !claims) return refused('malformed');
  const reason = refusalOfHeader(header) ?? refusalOfClaims(claims, expected);
  return reason ? refused(reason) : { ok: true, token, keyId: header['kid'] as string };
}

function refusalOfHeader({ alg, kid }: Claims): RefusalReason | undefined {
  if (typeof alg !== 'string' || !signatureAlgorithms.includes(alg)) return 'algorithm';
  return typeof kid !== 'string' || kid === '' || kid.length > longestKeyId ? 'key_id' : undefined;
}

function refusalOfClaims(claims: Claims, expected: ExpectedToken): RefusalReason | undefined {
  // The SDK also takes tokens of any Entra tenant, for its emulator and for other bots; this bot has neither.
  if (claims['iss'] !== expected.issuer) return 'issuer';
  if (claims['aud'] !== expected.appId) return 'audience';
  const caller = claims['appid'] ?? claims['azp'];
  if (caller !== undefined && caller !== expected.appId) return 'other_caller';
  if (claims['serviceurl'] !== expected.serviceUrl) return 'other_service';
  return refusalOfTimes(claims, expected.now / 1000);
}

function refusalOfTimes({ exp, nbf }: Claims, nowS: number): RefusalReason | undefined {
  // JSON can say 1e999, which never ends.
  if (typeof exp !== 'number' || !Number.isFinite(exp)) return 'no_end';
  if (exp <= nowS - clockToleranceS) return 'expired';
  if (nbf === undefined) return undefined;
  if (typeof nbf !== 'number') return 'malformed';
  return nbf > nowS + clockToleranceS ? 'not_yet_valid' : undefined;
}

function readPart(part: string): Claims | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Claims) : undefined;
  } catch {
    return undefined;
  }
}

function refused(reason: RefusalReason): FirstLook {
  return { ok: false, reason };
}
