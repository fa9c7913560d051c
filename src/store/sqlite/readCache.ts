import type { ShelfName } from '../collections.js';

/** Tells whether another process has written: a number that differs whenever one has, or nothing where that is not known. */
export type ForeignWrites = () => number | undefined;

/** A record as it was read or written last: its text until somebody asks for it; neither where there is none. */
interface Kept {
  text: string | undefined;
  record?: object | undefined;
  readonly size: number;
}

/** What a write leaves behind: its record and the text of it. */
interface Touched {
  readonly shelf: ShelfName;
  readonly key: string;
  readonly text: string | undefined;
}

/** So much text of records is kept at the most, in characters, and so many answers to searches. */
const mostText = 3_000_000;
const mostAnswers = 500;

/** An answer of more rows than this is not kept. */
const mostRows = 50;

/**
 * What was read and written lately, so that a turn need not ask the disk for what another has just asked. It never says
 * anything else than the file would: what a transaction touches is left out until it is safe, and whatever another
 * process writes into the file empties it. While one of our own transactions is open, no other process can write.
 */
export class ReadCache {
  readonly #records = new Map<string, Kept>();
  readonly #answers = new Map<string, readonly object[]>();
  /** Within the open transaction: what is not to be kept before its end, and the shelves that it changes. */
  readonly #touched: Touched[] = [];
  readonly #moving = new Set<string>();
  #textSize = 0;
  #foreign: number | undefined;
  #isOurs = false;
  #isFresh = false;

  constructor(private readonly foreignWrites: ForeignWrites) {}

  /** A record by its key; `load` gives its text. */
  record<T extends object>(shelf: ShelfName, key: string, load: () => string | undefined): T | undefined {
    const id = `${shelf} ${key}`;
    if (!isKeptByKey(shelf) || this.#moving.has(id)) {
      const text = load();
      return text === undefined ? undefined : (JSON.parse(text) as T);
    }
    this.#look();
    const known = this.#records.get(id);
    const kept = known ?? toKept(load());
    // Put behind the others, so that what was not asked for in a long time goes first.
    if (known) this.#forget(id);
    this.#keep(id, kept);
    if (kept.text !== undefined) kept.record = JSON.parse(kept.text) as object;
    kept.text = undefined;
    return kept.record as T | undefined;
  }

  /** The records that a search of a shelf finds; `load` carries it out. */
  answer<T extends object>(shelf: ShelfName, question: string, load: () => T[]): T[] {
    if (!isQuiet(shelf) || this.#moving.has(shelf)) return load();
    this.#look();
    const id = `${shelf} ${question}`;
    const known = this.#answers.get(id) as readonly T[] | undefined;
    if (known) return [...known];
    const found = load();
    if (found.length > mostRows) return found;
    if (this.#answers.size >= mostAnswers) this.#answers.delete(this.#answers.keys().next().value as string);
    this.#answers.set(id, found);
    return [...found];
  }

  /** A transaction of ours has begun. */
  begin(): void {
    this.#isFresh = false;
    this.#look();
    this.#isOurs = true;
  }

  /** The open transaction has written a record, or removed it, and perhaps others on the same shelves. */
  touch(shelf: ShelfName, key: string, text: string | undefined, besides: readonly ShelfName[] = []): void {
    const id = `${shelf} ${key}`;
    this.#forget(id);
    this.#touched.push({ shelf, key, text });
    this.#moving.add(id);
    for (const changed of [shelf, ...besides]) {
      this.#moving.add(changed);
      if (isQuiet(changed)) this.#answers.clear();
    }
  }

  /** The open transaction is over; nobody knows what became of one that is not safe. */
  end(isSafe: boolean): void {
    this.#isOurs = false;
    this.#moving.clear();
    const touched = this.#touched.splice(0);
    if (!isSafe) return this.#clear();
    for (const { shelf, key, text } of touched) {
      const id = `${shelf} ${key}`;
      this.#forget(id);
      this.#keep(id, toKept(text));
    }
  }

  /** Looks once in each turn of the event loop whether another process has written. */
  #look(): void {
    if (this.#isOurs || this.#isFresh) return;
    const foreign = this.foreignWrites();
    if (foreign === undefined || foreign !== this.#foreign) this.#clear();
    this.#foreign = foreign;
    this.#isFresh = true;
    setImmediate(() => (this.#isFresh = false));
  }

  #clear(): void {
    this.#records.clear();
    this.#answers.clear();
    this.#textSize = 0;
  }

  #forget(id: string): void {
    const kept = this.#records.get(id);
    if (!kept) return;
    this.#textSize -= kept.size;
    this.#records.delete(id);
  }

  #keep(id: string, kept: Kept): void {
    this.#records.set(id, kept);
    this.#textSize += kept.size;
    while (this.#textSize > mostText) this.#forget(this.#records.keys().next().value as string);
  }
}

/** What is not there takes room, too. */
function toKept(text: string | undefined): Kept {
  return { text, size: (text?.length ?? 0) + 200 };
}

/** Names and claims are written beside other records, under keys that are not told. */
function isKeptByKey(shelf: ShelfName): boolean {
  return shelf !== 'names' && shelf !== 'claims';
}

/** Shelves that seldom change, but are searched in almost every turn. */
function isQuiet(shelf: ShelfName): boolean {
  return shelf === 'names' || shelf === 'groups' || shelf === 'resources';
}
