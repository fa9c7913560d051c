import type { Messenger, Store } from '../../commands/ports.js';
import type { Config } from '../../config.js';
import type { ConversationAddress } from '../../domain/organisation/person.js';
import { testCard } from './testCard.js';
import { failed, fine, type Check } from './check.js';

const id = 'teams.test';

/** Sends one person a card through the real channel, before anybody else is bothered. */
export async function sendTest(
  config: Config,
  personId: string,
  store: Store,
  messenger: Messenger,
  version: string,
): Promise<Check> {
  const { credentials } = config;
  if (!credentials)
    return failed(
      id,
      'No test card was sent.',
      'Without credentials there is no channel.',
      'Set BOT_APP_ID and what belongs to it.',
    );
  const tenantId = config.allowedTenantIds[0] ?? credentials.tenantId;
  const person = await store.forTenant(tenantId).read('people').get(personId);
  const opened = person?.address
    ? { ok: true as const, address: person.address }
    : await messenger.open(tenantId, personId, startOf(config, credentials.appId));
  if (!opened.ok) return refusal(opened.failure);
  const sent = await messenger.send(opened.address, testCard(version));
  return sent.ok ? fine(id, 'The test card was sent: ask the person whether they see it.') : refusal(sent.failure);
}

/** Where a first conversation is asked for, when nobody has written yet. */
function startOf(config: Config, appId: string): ConversationAddress {
  return {
    serviceUrl: `https://${config.serviceHosts[0]}/teams/`,
    conversationId: '',
    botId: `28:${appId}`,
    userId: '',
  };
}

type Failure = Extract<Awaited<ReturnType<Messenger['send']>>, { ok: false }>['failure'];

const fixes: Readonly<Record<Failure, string>> = {
  unreachable:
    'The app is not installed for this person, or they blocked it: add it to their setup policy, or let them open it once.',
  conversationGone: 'The chat that was remembered is gone: let the person open the app once.',
  messageGone: 'Run it again.',
  throttled: 'Teams asks for patience: wait a minute and run it again.',
  transient: 'Teams did not answer: run it again, and see the checks of the network.',
  ambiguous: 'It may have arrived: ask the person before you run it again.',
  noToken: 'Entra gives no token, or Teams does not take it: see the checks of the identity and of the clock.',
  rejected:
    'Teams refuses the call: is the Teams channel enabled (az bot msteams show), and the object id one of this tenant?',
};

function refusal(failure: Failure): Check {
  return failed(
    id,
    `The test card did not get through (${failure}).`,
    'Owners would not be asked either.',
    fixes[failure],
  );
}
