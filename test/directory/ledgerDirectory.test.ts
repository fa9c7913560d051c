import { ledgerDirectory } from '../../src/directory/ledger/ledgerDirectory.js';
import { MemoryDirectory } from '../support/memoryDirectory.js';
import { describeDirectory } from './directoryContract.js';

const given = { tenantId: 'contoso', group: { directoryId: 'marketing' }, ownerId: 'olga', personId: 'ann' };

describeDirectory('ledgerDirectory', async () => ({
  ...given,
  directory: ledgerDirectory,
  close: async () => undefined,
}));

describeDirectory('MemoryDirectory', async () => {
  const directory = new MemoryDirectory('entra');
  directory.groups.set('marketing', 'Marketing');
  return {
    ...given,
    directory,
    inside: {
      isMember: (groupId, personId) => directory.members.has(`${groupId}/${personId}`),
      isOwner: (groupId, personId) => directory.owners.has(`${groupId}/${personId}`),
      nameOf: (groupId) => directory.groups.get(groupId),
    },
    close: async () => undefined,
  };
});
