import { pino } from 'pino';
import { createBackground } from '../../../src/bot/background.js';
import { Crowd, mostTurns } from '../../../src/bot/crowd.js';
import { createConnector } from '../../../src/bot/connector.js';
import { localGate } from '../../../src/bot/gate/gates.js';
import { GroupAdapter } from '../../../src/bot/groupAdapter.js';
import { GroupBot } from '../../../src/bot/groupBot.js';
import { HardenedAuthentication } from '../../../src/bot/hardenedAuthentication.js';
import { createMessenger } from '../../../src/bot/messenger.js';
import { describeBot } from './botContract.js';

const timeoutMs = 2_000;
const log = pino({ level: 'silent' });
const recordTurn = (): void => undefined;

describeBot({
  name: 'the Bot Framework SDK',
  async open(product) {
    const connector = createConnector({ rule: product.rule, timeoutMs });
    const background = createBackground(log);
    const bot = new GroupBot({ ...product, connector, background, log, crowd: new Crowd(mostTurns, log), recordTurn });
    const authentication = new HardenedAuthentication(undefined);
    const adapter = new GroupAdapter({ authentication, gate: localGate, isLocal: true, log });
    return {
      handle: (body, reference) =>
        adapter.handle({ body: body as Record<string, unknown>, authorization: '', reference }, bot),
      messenger: createMessenger(connector),
      settles: async () => {
        adapter.settle();
        await background.settle();
      },
    };
  },
});
