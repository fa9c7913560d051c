/** Where the bot is registered: Microsoft's public cloud (GCC too), or that of the US government (GCC High, DoD). */
export type CloudName = 'public' | 'usGovernment';

/** Whose tokens are believed, and where the bot gets its own. */
export interface Cloud {
  /** The one issuer of the channel's tokens. */
  readonly issuer: string;
  /** Names the place of the channel's keys, which has to be on the same host. */
  readonly keysMetadataUrl: string;
  /** What a token for the channel is asked for. */
  readonly channelScope: string;
  /** Ends in a slash; the bot's tenant follows. */
  readonly loginPrefix: string;
  /** The SDK's word for it; none for the public cloud. */
  readonly sdkChannelService?: string;
}

/** The clouds as Microsoft documents them. */
export const clouds: Readonly<Record<CloudName, Cloud>> = {
  public: {
    issuer: 'https://api.botframework.com',
    keysMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
    channelScope: 'https://api.botframework.com',
    loginPrefix: 'https://login.microsoftonline.com/',
  },
  usGovernment: {
    issuer: 'https://api.botframework.us',
    keysMetadataUrl: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
    channelScope: 'https://api.botframework.us',
    loginPrefix: 'https://login.microsoftonline.us/',
    sdkChannelService: 'https://botframework.azure.us',
  },
};
