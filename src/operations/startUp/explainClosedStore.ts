import type { Config } from '../../config.js';
import { StoreUnavailableError } from '../../commands/ports.js';

/** What went wrong when the store was opened, with what to do about it, in the doctor's words. */
export async function explainClosedStore(
  { mongodbUri, dataFile }: Pick<Config, 'mongodbUri' | 'dataFile'>,
  error: unknown,
): Promise<unknown> {
  if (mongodbUri) {
    if (!(error instanceof StoreUnavailableError)) return error;
    const { sortFailure } = await import('../doctor/mongo.js');
    return new Error(`${error.message}. ${sortFailure(error).fix}`, { cause: error });
  }
  const { checkEmbedded } = await import('../doctor/embedded.js');
  const wrong = checkEmbedded(dataFile).find(({ status }) => status === 'fail');
  return wrong ? new Error(`${wrong.what} ${wrong.fix}`, { cause: error }) : error;
}
