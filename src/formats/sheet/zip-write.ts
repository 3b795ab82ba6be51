import { Readable } from 'node:stream';
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';
import type { ZipPart } from './zip-read.ts';

/** One part to pack: known bytes, text that comes piece by piece, or a packed part copied as it is. */
export type PartToPack =
  | { name: string; bytes: Uint8Array }
  | { name: string; pieces: AsyncIterable<Uint8Array> }
  | { name: string; copy: ZipPart; packed: Uint8Array };

interface Written {
  name: Uint8Array;
  flags: number;
  method: number;
  time: number;
  crc: number;
  packed: number;
  unpacked: number;
  at: number;
}

/** 1 January 2000, so that the same parts give the same bytes. */
const FIXED_TIME = 0x28210000;
const UTF8 = 0x0800;
const SIZES_BEHIND = 0x0008;
const LIMIT = 0xffffffff;

/** Packs parts as they come, holding one piece at a time. Throws where the file would pass 4 GB. */
export async function* packZip(
  parts: AsyncIterable<PartToPack> | Iterable<PartToPack>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const directory: Written[] = [];
  let at = 0;
  for await (const part of parts) {
    const entry: Written = {
      name: new TextEncoder().encode(part.name),
      flags: UTF8,
      method: 8,
      time: FIXED_TIME,
      crc: 0,
      packed: 0,
      unpacked: 0,
      at,
    };
    for await (const piece of packPart(part, entry)) {
      at += piece.length;
      yield piece;
    }
    if (at > LIMIT || entry.unpacked > LIMIT) throw new Error('a packed file of more than 4 GB');
    directory.push(entry);
  }
  yield endOf(directory, at);
}

/** Packs parts into one array. */
export async function zipBytes(parts: Iterable<PartToPack>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of packZip(parts)) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

async function* packPart(part: PartToPack, entry: Written): AsyncGenerator<Uint8Array, void, undefined> {
  if ('copy' in part) {
    const { copy } = part;
    Object.assign(entry, {
      flags: UTF8,
      method: copy.method,
      time: copy.time,
      crc: copy.crc,
      packed: part.packed.length,
      unpacked: copy.unpacked,
    });
    yield header(entry);
    yield part.packed;
  } else if ('bytes' in part) {
    const packed = deflateRawSync(part.bytes, { level: 6 });
    Object.assign(entry, { crc: crc32(part.bytes), packed: packed.length, unpacked: part.bytes.length });
    yield header(entry);
    yield packed;
  } else {
    entry.flags |= SIZES_BEHIND;
    yield header(entry);
    yield* deflated(part.pieces, entry);
    const behind = Buffer.alloc(16);
    behind.writeUInt32LE(0x08074b50, 0);
    behind.writeUInt32LE(entry.crc, 4);
    behind.writeUInt32LE(entry.packed % (LIMIT + 1), 8);
    behind.writeUInt32LE(entry.unpacked % (LIMIT + 1), 12);
    yield behind;
  }
}

async function* deflated(
  pieces: AsyncIterable<Uint8Array>,
  entry: Written,
): AsyncGenerator<Uint8Array, void, undefined> {
  const deflate = createDeflateRaw({ level: 3, chunkSize: 128 * 1024 });
  const source = Readable.from(counted(pieces, entry), { highWaterMark: 1 });
  source.on('error', (error) => deflate.destroy(error));
  source.pipe(deflate);
  try {
    for await (const piece of deflate as AsyncIterable<Uint8Array>) {
      entry.packed += piece.length;
      yield piece;
    }
  } finally {
    source.destroy();
    deflate.destroy();
  }
}

async function* counted(
  pieces: AsyncIterable<Uint8Array>,
  entry: Written,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const piece of pieces) {
    entry.crc = crc32(piece, entry.crc);
    entry.unpacked += piece.length;
    yield piece;
  }
}

function header(entry: Written): Uint8Array {
  const out = Buffer.alloc(30 + entry.name.length);
  const known = (entry.flags & SIZES_BEHIND) === 0;
  out.writeUInt32LE(0x04034b50, 0);
  out.writeUInt16LE(20, 4);
  out.writeUInt16LE(entry.flags, 6);
  out.writeUInt16LE(entry.method, 8);
  out.writeUInt32LE(entry.time >>> 0, 10);
  out.writeUInt32LE(known ? entry.crc : 0, 14);
  out.writeUInt32LE(known ? entry.packed : 0, 18);
  out.writeUInt32LE(known ? entry.unpacked : 0, 22);
  out.writeUInt16LE(entry.name.length, 26);
  out.set(entry.name, 30);
  return out;
}

function endOf(directory: Written[], at: number): Uint8Array {
  const rows = directory.map((entry) => {
    const out = Buffer.alloc(46 + entry.name.length);
    out.writeUInt32LE(0x02014b50, 0);
    out.writeUInt16LE(20, 4);
    out.writeUInt16LE(20, 6);
    out.writeUInt16LE(entry.flags, 8);
    out.writeUInt16LE(entry.method, 10);
    out.writeUInt32LE(entry.time >>> 0, 12);
    out.writeUInt32LE(entry.crc, 16);
    out.writeUInt32LE(entry.packed, 20);
    out.writeUInt32LE(entry.unpacked, 24);
    out.writeUInt16LE(entry.name.length, 28);
    out.writeUInt32LE(entry.at, 42);
    out.set(entry.name, 46);
    return out;
  });
  const size = rows.reduce((sum, row) => sum + row.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...rows, end]);
}
