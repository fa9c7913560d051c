import type { Config } from '../../config.js';

/** For operators who did not mean it. */
export const openDoorWarning =
  'BOT_APP_ID is not set, so nobody has to prove who they are: everybody who reaches this port may speak to the bot as ' +
  'anybody, as an administrator too. This is for trying it out on your own machine.';

/** What somebody reads who starts the product with nothing configured; `undefined` where it has credentials. */
export function greetingOf(
  config: Config,
  address: { readonly host: string; readonly port: number },
  version: string,
): string | undefined {
  if (config.credentials) return undefined;
  return `Group Concierge ${version}: a Microsoft Teams bot with which people look after their groups themselves.
It runs on this machine alone (${address.host}, port ${address.port}), without credentials: everybody who reaches this port may speak as
anybody, as an administrator too. Nothing from outside may be let through to it.

  to try it in a Teams client:        npm run demo
  to bring it into your organisation: set BOT_APP_ID, BOT_APP_TYPE, BOT_TENANT_ID and BOT_ADMINS in .env;
                                      README.md, “From nothing to a bot in your tenant”, has each step
  to see what is still missing:       npm run doctor
`;
}
