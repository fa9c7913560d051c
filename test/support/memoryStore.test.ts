import { describeStore } from '../store/storeContract.js';
import { MemoryStore } from './memoryStore.js';

describeStore('MemoryStore', async () => {
  const store = new MemoryStore();
  return { store, close: () => store.close() };
});
