/** Small words as they are typed on a phone. */
export const shorthand: ReadonlyMap<string, string> = new Map(
  'shld should,shd should,shud should,wld would,wud would,cld could,cud could,hav have,gotta must,lemme let'
    .split(',')
    .map((pair) => pair.split(' ') as [string, string]),
);
