import { accessSync, constants, existsSync, statSync, statfsSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { isLaterLayout, layoutOf } from '../../store/sqlite/sqliteSchema.js';
import { isUnfinished } from '../../store/sqlite/unfinished.js';
import { failed, fine, unfinishedRestore, warned, type Check } from './check.js';

/** Below this much room on its disk the store is in danger, in bytes. */
const leastRoom = 200 * 1024 * 1024;

/** The embedded store: its folder may be written, its file is whole, its disk has room. Nothing is changed. */
export function checkEmbedded(file: string, roomOf = freeBytes): Check[] {
  const place = path.resolve(file);
  const folder = nearestFolder(path.dirname(place));
  try {
    accessSync(existsSync(place) ? place : folder, constants.W_OK);
    if (existsSync(place) ? !statSync(place).isFile() : !statSync(folder).isDirectory()) throw new Error('no file');
  } catch {
    return [
      failed(
        'store.reachable',
        `${place} cannot be written.`,
        'Without the store the bot does not start.',
        'Let the user that runs the bot write there, or set DATA_FILE to a place where it may.',
      ),
    ];
  }
  return [
    existsSync(place) ? checkFile(place) : fine('store.reachable', `${place} is made with the first start.`),
    checkRoom(place, roomOf(folder)),
  ];
}

function checkFile(place: string): Check {
  try {
    const db = new Database(place, { readonly: true });
    try {
      const rows = db.prepare('PRAGMA quick_check(1)').all() as { quick_check?: string }[];
      if (rows[0]?.quick_check !== 'ok') throw new Error('damaged');
      if (isLaterLayout(layoutOf(db))) return laterLayout(place, layoutOf(db));
      return isUnfinished((text) => db.prepare(text).raw())
        ? unfinishedRestore(place)
        : fine('store.reachable', `${place} is whole.`);
    } finally {
      db.close();
    }
  } catch {
    return failed(
      'store.reachable',
      `${place} is damaged, or no database.`,
      'The bot would not start, or lose what it holds.',
      'Stop the bot, keep a copy of the file, and restore the last backup; if DATA_FILE names the wrong file, correct it.',
    );
  }
}

const laterLayout = (place: string, found: number): Check =>
  failed(
    'store.reachable',
    `${place} was used by a later version of the bot (layout ${found}).`,
    'This version does not start with it.',
    'Start the later version, or go back as deploymentTemplates/README.md, “Going back”, says.',
  );

function checkRoom(place: string, room: number): Check {
  const megabytes = Math.floor(room / 1024 / 1024);
  if (room >= leastRoom) return fine('store.room', `Its disk has ${megabytes} MB of room.`);
  return warned(
    'store.room',
    `The disk of ${place} has ${megabytes} MB of room.`,
    'On a full disk every change is refused; nothing that was answered is lost.',
    'Make room, or move DATA_FILE to a larger disk.',
  );
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

function nearestFolder(folder: string): string {
  return existsSync(folder) || path.dirname(folder) === folder ? folder : nearestFolder(path.dirname(folder));
}
