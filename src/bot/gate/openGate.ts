import type { Gate } from './admission.js';
import { ChannelKeys, defaultKeyPatience, type KeyPatience } from './channelKeys.js';
import { createChannelGate, localGate } from './gates.js';
import { createKeyReader } from './readChannelKeys.js';
import { clouds, type CloudName } from '../clouds.js';
import type { Log } from '../../log.js';

/** What the door of this bot goes by. */
export interface GateOrder {
  /** None in local mode. */
  readonly credentials: { readonly appId: string; readonly cloud?: CloudName } | undefined;
  readonly serviceHosts: readonly string[];
  readonly clock: { now(): number };
  readonly log: Log;
  /** The SDK's endpoint settings, for a key service of one's own. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly patience?: Partial<KeyPatience>;
}

/** The gate for this bot: the channel's when it is registered, the loopback interface's when it is not. */
export function openGate({ credentials, serviceHosts, clock, log, settings = {}, patience }: GateOrder): Gate {
  if (!credentials) return localGate;
  const cloud = clouds[credentials.cloud ?? 'public'];
  const keys = new ChannelKeys({
    read: createKeyReader(settings['ToBotFromChannelOpenIdMetadataUrl'] ?? cloud.keysMetadataUrl),
    clock,
    log,
    patience: { ...defaultKeyPatience, ...patience },
  });
  const issuer = settings['ToBotFromChannelTokenIssuer'] ?? cloud.issuer;
  return createChannelGate({ keys, issuer, appId: credentials.appId, serviceHosts, clock });
}
