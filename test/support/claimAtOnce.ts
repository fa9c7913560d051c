import { authorize } from '../../src/domain/authorized.js';
import { groupNameClaim } from '../../src/domain/claims.js';
import { openMongoStore } from '../../src/store/mongo/openMongoStore.js';
import { aGroup, contoso } from './documents.js';

/** A process of its own: opens the database that it is given, and on the word makes a group of one name, several times at once. */
const [uri = '', database = '', name = ''] = process.argv.slice(2);
const store = await openMongoStore({ uri, database });
const tenant = store.forTenant(contoso);
process.send?.('ready');
process.once('message', () => {
  void Promise.all(
    Array.from({ length: 4 }, (_, at) => {
      const group = aGroup({ id: `${process.pid}-${at}`, name: 'Once', nameKey: 'once' });
      return tenant.insert(authorize('test'), 'groups', group, [groupNameClaim(name)]);
    }),
  ).then(async (results) => {
    const found = await tenant.names.exact(['once'], ['groups']);
    await store.close();
    process.send?.({ results, found: found.length }, () => process.exit());
  });
});
