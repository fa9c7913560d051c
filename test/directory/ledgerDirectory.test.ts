import { ledgerDirectory } from '../../src/directory/ledgerDirectory.js';
import { describeDirectory } from './directoryContract.js';

describeDirectory('ledgerDirectory', async () => ({
  directory: ledgerDirectory,
  groupId: 'marketing',
  personId: 'ann',
  close: async () => undefined,
}));
