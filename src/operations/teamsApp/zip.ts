import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** One file of an archive. */
export interface ZipEntry {
  readonly name: string;
  readonly data: Buffer;
}

/** 1980-01-01, the first day that the format knows: the same files always give the same bytes. */
const firstDay = 0x0021;
/** Version 2.0 of the format: what deflate needs. */
const version = 20;
/** Names are UTF-8. */
const flags = 0x0800;
const deflated = 8;

/** A zip archive of a few small files at its root; no folders, no encryption, below 4 GB and 65 535 files. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name, 'utf8');
    const packed = deflateRawSync(entry.data, { level: 9 });
    const about = describe(entry.data, packed, name);
    const file = Buffer.concat([words([0x04034b50, 4]), about, words([0, 2]), name, packed]);
    // Between the two: comment, disk, and attributes, of which there are none.
    directory.push(
      words([0x02014b50, 4], [version, 2]),
      about,
      words([0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
      name,
    );
    files.push(file);
    offset += file.length;
  }
  const list = Buffer.concat(directory);
  const count = entries.length;
  const end = words([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [list.length, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...files, list, end]);
}

/** What stands both before a file and in the list at the end. */
function describe(data: Buffer, packed: Buffer, name: Buffer): Buffer {
  const sizes = [
    [crc32(data), 4],
    [packed.length, 4],
    [data.length, 4],
    [name.length, 2],
  ] as const;
  return words([version, 2], [flags, 2], [deflated, 2], [0, 2], [firstDay, 2], ...sizes);
}

/** Numbers of two or four bytes, the least byte first. */
function words(...numbers: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  return Buffer.concat(
    numbers.map(([value, bytes]) => {
      const word = Buffer.alloc(bytes);
      word.writeUIntLE(value, 0, bytes);
      return word;
    }),
  );
}

/** The content of one file of an archive, wherever it was made; `undefined` where it is not in it. Throws at damage. */
export function readZipEntry(zip: Buffer, wanted: string): Buffer | undefined {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === wanted) return unpack(zip, at);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return undefined;
}

/** A manifest has a few kilobytes; whatever claims to have more is no manifest. */
const longestEntry = 1_000_000;

function unpack(zip: Buffer, at: number): Buffer {
  const local = zip.readUInt32LE(at + 42);
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
  return zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed, { maxOutputLength: longestEntry });
}
