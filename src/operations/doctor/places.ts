import type { Config } from '../../config.js';
import { failed, fine, skipped, warned, type Check } from './check.js';
import type { IdentityPlaces } from './identity.js';
import { describeSilence, type Web, type WebAnswer } from './web.js';

/** Tokens are refused when clocks are further apart than this, in milliseconds. */
const tokenSlackMs = 5 * 60_000;

/** Whether this machine reaches what the bot needs, and whether its clock is right. */
export async function checkMicrosoft(
  config: Config,
  web: Web,
  places: IdentityPlaces,
  now: () => number,
): Promise<Check[]> {
  const keys = await web(places.openId);
  if ('silence' in keys || keys.status !== 200)
    return [
      failed(
        'network.keys',
        `${new URL(places.openId).host} ${'silence' in keys ? describeSilence(keys) : `answers HTTP ${keys.status}`}.`,
        'From there come the keys with which Teams signs; without them every message is refused.',
        'Let this machine call it (firewall, proxy, DNS).',
      ),
    ];
  const checks = [
    fine('network.keys', 'The keys with which Teams signs can be fetched.'),
    checkClock(keys.serverTimeMs, now()),
  ];
  const hosts = await Promise.all(
    config.serviceHosts.map(async (host) => [host, await web(`https://${host}/`)] as const),
  );
  for (const [host, answer] of hosts)
    checks.push(
      'silence' in answer
        ? failed(
            `network.${host}`,
            `${host} ${describeSilence(answer)}.`,
            'Through it the bot answers; people would wait for ever.',
            'Let this machine call it (firewall, proxy), or correct SERVICE_HOSTS.',
          )
        : fine(`network.${host}`, `${host} can be reached.`),
    );
  return checks;
}

function checkClock(serverTimeMs: number | undefined, nowMs: number): Check {
  if (serverTimeMs === undefined)
    return skipped('clock', 'The clock was not compared.', 'The server did not tell its time.');
  const seconds = Math.round((nowMs - serverTimeMs) / 1000);
  if (Math.abs(seconds) * 1000 < tokenSlackMs / 5) return fine('clock', 'The clock is right.');
  const check = Math.abs(seconds) * 1000 < tokenSlackMs ? warned : failed;
  return check(
    'clock',
    `The clock is ${Math.abs(seconds)} seconds ${seconds > 0 ? 'ahead' : 'behind'}.`,
    'With five minutes every token of Teams is refused; less already disturbs instances that share work.',
    'Let this machine follow a time server.',
  );
}

/** What stands at PUBLIC_URL, seen from here: it lives, it is ready, and it lets nobody in without a token. */
export async function checkEndpoint(config: Config, web: Web): Promise<Check[]> {
  const { publicUrl, credentials } = config;
  if (!credentials) return [skipped('endpoint', 'The endpoint was not called.', 'Without credentials there is none.')];
  const registered = skipped(
    'endpoint.registered',
    'The endpoint that Azure knows was not compared.',
    'Reading it needs rights in your subscription.',
    `az bot show -g GROUP -n BOT --query properties.endpoint says ${publicUrl ?? 'https://HOST'}/api/messages, and az bot msteams show that the channel is enabled.`,
  );
  if (!publicUrl)
    return [skipped('endpoint', 'The endpoint was not called.', 'PUBLIC_URL does not say where it is.'), registered];
  const ready = await web(`${publicUrl}/readyz`);
  if ('silence' in ready)
    return [
      failed(
        'endpoint',
        `${new URL(publicUrl).host} ${describeSilence(ready)}.`,
        'Teams reaches the bot from the internet by this name.',
        'Is the bot running, the name in the DNS, the certificate valid, port 443 open?',
      ),
      registered,
    ];
  if (isNobodyBehind(ready)) return [nobodyBehind(ready.status), registered];
  return [readiness(ready.status), await checkDoor(publicUrl, web), registered];
}

/** A proxy (App Service’s own, too) answers so by itself; the bot says that it is not ready in a body of its own. */
function isNobodyBehind({ status, body }: WebAnswer): boolean {
  const isOurs = typeof body === 'object' && body !== null && 'status' in body;
  return status === 502 || status === 504 || (status === 503 && !isOurs);
}

const nobodyBehind = (status: number): Check =>
  failed(
    'endpoint',
    `The proxy at PUBLIC_URL has no bot behind it (HTTP ${status}).`,
    'Teams’ messages end there, and people read nothing.',
    'Is the bot running, on the port that the proxy passes on to? Its log says why it ended.',
  );

function readiness(status: number): Check {
  if (status === 200) return fine('endpoint', 'The bot is ready at PUBLIC_URL.');
  if (status === 503)
    return failed(
      'endpoint',
      'The bot runs and cannot work (/readyz answers HTTP 503).',
      'Its store does not answer, or it no longer sees what is due.',
      'See the store’s checks above, and the log.',
    );
  return failed(
    'endpoint',
    `/readyz answers HTTP ${status}.`,
    'Something else answers under this name.',
    'Let PUBLIC_URL name the bot, and the proxy before it pass every path.',
  );
}

async function checkDoor(publicUrl: string, web: Web): Promise<Check> {
  const body = JSON.stringify({ type: 'message', text: 'help', channelId: 'msteams' });
  const answer = await web(`${publicUrl}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const status = 'silence' in answer ? 0 : answer.status;
  if (status === 401 || status === 403) return fine('endpoint.door', 'A message without a token is refused.');
  return failed(
    'endpoint.door',
    `A message without a token is answered with ${status === 0 ? 'silence' : `HTTP ${status}`}.`,
    'It must be 401 or 403: else either everybody may write to the bot, or Teams’ messages do not get through.',
    'Does PUBLIC_URL lead to this bot with its credentials, and does the proxy pass POST /api/messages on?',
  );
}
