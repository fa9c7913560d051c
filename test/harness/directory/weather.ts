import type { Weather } from '../../../src/demo/fakeGraph/weather.js';
import type { Chance } from '../random.js';
import type { Town } from './town.js';

const minute = 60_000;

/** What a directory may do instead of a good answer. */
const troubles: readonly ((chance: Chance) => Weather)[] = [
  (chance) => ({ status: 429, code: 'TooManyRequests', headers: { 'retry-after': String(1 + chance.below(120)) } }),
  () => ({ status: 503 }),
  () => ({ status: 500, code: 'InternalServerError', happens: true }),
  () => ({ status: 504, code: 'GatewayTimeout', happens: true }),
  () => ({ cutsOff: true }),
  () => ({ cutsOff: true, happens: true }),
  () => ({ status: 409, code: 'Conflict' }),
  () => ({ status: 423, code: 'Locked' }),
];

/** Changes the weather over the directory, or how late it shows what was changed. */
export function changeWeather({ graph }: Town, chance: Chance): void {
  const roll = chance.next();
  if (roll < 0.15) graph.forgetLinks();
  else if (roll < 0.45) graph.lagMs = chance.pick([0, 0, 1, 5, 9]) * minute;
  else {
    const method = chance.pick([undefined, 'POST', 'DELETE', 'PATCH', 'GET']);
    const weather = { ...chance.pick(troubles)(chance), times: 1 + chance.below(4) };
    graph.weather(method === undefined ? weather : { ...weather, method });
  }
}

/** It clears up, and everything shows at once. */
export function clearUp({ graph }: Town): void {
  graph.sky.clear();
  graph.lagMs = 0;
}
