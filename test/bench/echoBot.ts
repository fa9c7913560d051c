import process from 'node:process';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication, TeamsActivityHandler, type Request } from 'botbuilder';
import restify from 'restify';
import { listenAsTold } from './child.js';

/** The yardstick: the bot that every tutorial begins with, one reply to each message. */
class EchoBot extends TeamsActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await context.sendActivity(`You said: ${context.activity.text}`);
      await next();
    });
  }
}

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new EchoBot();
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.get('/readyz', async (_request: unknown, response: restify.Response) => void response.send(200, 'ready'));
server.post('/api/messages', async (request, response) =>
  adapter.process(request as unknown as Request, response, (context) => bot.run(context)),
);
listenAsTold(server);
process.on('disconnect', () => process.exit(0));
