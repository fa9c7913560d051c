import assert from 'node:assert/strict';
import { crc32, inflateRawSync, inflateSync } from 'node:zlib';

/** The files of a zip in the order of its list, each checked against its sum; reads by the list at the end, as unpackers do. */
export function readZip(zip: Buffer): Map<string, Buffer> {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  assert.equal(end, zip.length - 22, 'something follows the end of the archive');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  assert.equal(at + zip.readUInt32LE(end + 12), end);
  const files = new Map<string, Buffer>();
  for (let index = 0; index < count; index += 1) {
    assert.equal(zip.readUInt32LE(at), 0x02014b50);
    const [sum, packed, size] = [16, 20, 24].map((offset) => zip.readUInt32LE(at + offset)) as [number, number, number];
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    assert.equal(zip.readUInt32LE(local), 0x04034b50);
    assert.deepEqual(
      zip.subarray(local + 4, local + 28),
      zip.subarray(at + 6, at + 30),
      `${name}: the two headers differ`,
    );
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = inflateRawSync(zip.subarray(start, start + packed));
    assert.deepEqual([data.length, crc32(data)], [size, sum], `${name} is damaged`);
    files.set(name, data);
    at += 46 + nameLength;
  }
  return files;
}

/** A PNG of 8 bits a channel with opacity whose rows use no filter; every chunk's sum is checked. */
export function readPng(png: Buffer): { readonly width: number; readonly height: number; readonly pixels: Buffer } {
  assert.equal(png.subarray(0, 8).toString('hex'), '89504e470d0a1a0a');
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 4, at + 8 + length);
    assert.equal(crc32(body), png.readUInt32BE(at + 8 + length), 'a chunk is damaged');
    chunks.set(body.toString('latin1', 0, 4), body.subarray(4));
    at += 12 + length;
  }
  assert.deepEqual([...chunks.keys()], ['IHDR', 'IDAT', 'IEND']);
  const header = chunks.get('IHDR') ?? Buffer.alloc(0);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  assert.deepEqual([...header.subarray(8)], [8, 6, 0, 0, 0]);
  const rows = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0));
  assert.equal(rows.length, height * (1 + width * 4));
  const pixels = Array.from({ length: height }, (_, row) => {
    const start = row * (1 + width * 4);
    assert.equal(rows[start], 0);
    return rows.subarray(start + 1, start + 1 + width * 4);
  });
  return { width, height, pixels: Buffer.concat(pixels) };
}
