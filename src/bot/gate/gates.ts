import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { Admission, Gate, RefusalReason } from './admission.js';
import type { ChannelKeys } from './channelKeys.js';
import { clockToleranceS, lookAtToken, signatureAlgorithms, type ExpectedToken } from './firstLook.js';
import { isAllowedServiceUrl } from '../serviceUrls.js';

/** What the gate of a registered bot goes by. */
export interface ChannelGateDeps {
  readonly keys: Pick<ChannelKeys, 'find'>;
  readonly issuer: string;
  readonly appId: string;
  /** Exact hosts, lower-cased. */
  readonly serviceHosts: readonly string[];
  readonly clock: { now(): number };
}

/**
 * The gate of a registered bot: Teams alone comes in, with a token that the channel signed for this bot and this
 * service. The cheap questions come first, and the SDK sees nothing before all of them are answered.
 */
export function createChannelGate({ keys, issuer, appId, serviceHosts, clock }: ChannelGateDeps): Gate {
  return async ({ authorization, activity: { serviceUrl, channelId } }) => {
    if (typeof serviceUrl !== 'string' || !isAllowedServiceUrl(serviceUrl, { isLocal: false, hosts: serviceHosts }))
      return refused('service');
    // Direct Line and Web Chat let people choose who they are.
    if (channelId !== 'msteams') return refused('channel');
    const expected = { issuer, appId, serviceUrl, now: clock.now() };
    const look = lookAtToken(authorization, expected);
    if (!look.ok) return look;
    const finding = await keys.find(look.keyId);
    if (finding.kind === 'unavailable') return refused('keys_unavailable');
    if (finding.kind === 'unknown') return refused('unknown_key');
    return verifyToken(look.token, finding.keys, expected);
  };
}

/** The gate without credentials: nobody can prove who they are, so only what stays on this machine is taken. */
export const localGate: Gate = async ({ activity: { serviceUrl } }) =>
  typeof serviceUrl === 'string' && isAllowedServiceUrl(serviceUrl, { isLocal: true, hosts: [] })
    ? { ok: true, claims: undefined }
    : refused('service');

/** Checks the signature, and once more what the first look saw, with a library that does nothing else. */
export async function verifyToken(
  token: string,
  keys: JWTVerifyGetKey,
  { issuer, appId, serviceUrl, now }: ExpectedToken,
): Promise<Admission> {
  try {
    await jwtVerify(token, keys, {
      issuer,
      audience: appId,
      algorithms: [...signatureAlgorithms],
      requiredClaims: ['exp'],
      clockTolerance: clockToleranceS,
      currentDate: new Date(now),
    });
  } catch (error) {
    return refused(reasonOf(error));
  }
  return { ok: true, claims: { issuer, audience: appId, serviceUrl } };
}

function reasonOf(error: unknown): RefusalReason {
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  // The key is for another algorithm, or none that can be used.
  if (error instanceof errors.JWKSNoMatchingKey || !(error instanceof errors.JOSEError)) return 'unknown_key';
  return 'malformed';
}

function refused(reason: RefusalReason): { readonly ok: false; readonly reason: RefusalReason } {
  return { ok: false, reason };
}
