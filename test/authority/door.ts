import type { SavedStore } from '../support/memoryStore.js';
import { readCard } from '../support/renderedCard.js';
import { deedsBetween } from './deeds.js';
import type { Part, Stage } from './stage.js';
import type { Click, Reply } from './window.js';

/**
 * The built product over HTTP, from the token to the connector, on a store that is put back to a moment before each try:
 * what the window shows of the rules is so at the real door, too.
 */
export class Door {
  constructor(private readonly stage: Stage) {}

  /** Lets somebody click or type, as the product's own clock shows so many milliseconds after the beginning. */
  async tries(
    part: Part,
    said: Click | string,
    moment: SavedStore,
    laterMs: number,
  ): Promise<Pick<Reply, 'text' | 'done' | 'buttons'>> {
    const { world, store, people, now } = this.stage;
    await world.settles();
    world.teams.clear();
    world.offsetMs = now + laterMs - Date.now();
    store.restore(moment);
    const person = people[part];
    const text = typeof said === 'string' ? (await person.says(said)).text() : await this.#clicks(part, said);
    return { text, done: deedsBetween(moment, store.saved(), person.id), buttons: [] };
  }

  async #clicks(part: Part, { verb, data }: Click): Promise<string> {
    const action = { type: 'Action.Execute', verb, data: { action: verb, ...data } };
    const { value } = await this.stage.people[part].invokes({ action, trigger: 'manual' });
    if (typeof value === 'string') return value;
    return readCard(JSON.parse(JSON.stringify(value).replace(/[\u2066-\u2069]/g, '')) as object).text();
  }
}
