import process from 'node:process';
import { createConnector } from '../bot/connector.js';
import { createMessenger } from '../bot/messenger.js';
import { createTokenSource } from '../bot/tokenSource.js';
import type { Config } from '../config.js';
import { given } from '../domain/given.js';
import { openStore } from './openStore.js';
import { describeOptions, readArguments, type OptionRule } from './arguments.js';
import { printReport } from './doctor/check.js';
import { examine } from './doctor/examine.js';
import { tryPort } from './doctor/port.js';
import { askWeb } from './doctor/web.js';
import { readEnvironment } from './startUp/readEnvironment.js';

const options = {
  json: { says: 'One JSON object to standard output, and nothing else.' },
  'send-test-to': { value: 'OBJECT-ID', says: 'Sends this person one test card through Teams.' },
  manifest: { value: 'FILE', says: 'A Teams app package to compare; else the one in dist.' },
} as const satisfies Readonly<Record<string, OptionRule>>;

const guidPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Exit: 0 good, 1 something is wrong, 2 wrong use. */
process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const reading = readArguments(args, options);
  if (!reading.ok) return refuse(reading.problems);
  const { json, manifest, 'send-test-to': person } = reading.values;
  const sendTestTo = typeof person === 'string' ? person.toLowerCase() : undefined;
  if (sendTestTo !== undefined && !guidPattern.test(sendTestTo))
    return refuse(['--send-test-to is no GUID: give the person’s object id, from the Entra admin centre.']);
  const environment = readEnvironment(process.env);
  Object.assign(process.env, environment.env);
  const report = await examine(
    { environment, web: askWeb, now: () => Date.now(), tryPort, openStore, createMessenger: messengerOf },
    { ...given({ sendTestTo: sendTestTo || undefined }), ...(typeof manifest === 'string' ? { manifest } : {}) },
  );
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : printReport(report));
  return report.ok ? 0 : 1;
}

function messengerOf({ credentials, serviceHosts }: Config): ReturnType<typeof createMessenger> {
  return createMessenger(
    createConnector({
      rule: { isLocal: credentials === undefined, serviceHosts },
      timeoutMs: 10_000,
      ...(credentials ? { getToken: createTokenSource(credentials) } : {}),
    }),
  );
}

function refuse(problems: readonly string[]): number {
  const list = problems.map((problem) => `  - ${problem}`).join('\n');
  process.stderr.write(`Nothing was looked at:\n${list}\n\nnpm run doctor -- [options]\n${describeOptions(options)}\n`);
  return 2;
}
