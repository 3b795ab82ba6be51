import type { SheetRow } from '../../core/exchange/types.ts';
import { csvEncoding, decodeCsv } from './csv-decode.ts';
import { CsvRecords, csvSeparator } from './csv-records.ts';
import type { ReadOptions, RowSource, SheetInfo } from './types.ts';
import { UnreadableSheet } from './unreadable-sheet.ts';

const HEAD_BYTES = 256 * 1024;

/** Opens a csv given as pieces, or as bytes that can be read again. `again` is null for a stream. Throws `UnreadableSheet`. */
export async function openCsv(
  pieces: AsyncIterable<Uint8Array>,
  again: (() => AsyncIterable<Uint8Array>) | null,
  name: string,
  options: ReadOptions,
): Promise<RowSource> {
  const iterator = pieces[Symbol.asyncIterator]();
  const head = await firstBytes(iterator);
  if (head.length === 0) throw new UnreadableSheet('sheet.empty');
  const encoding = options.encoding ?? csvEncoding(head);
  const separator = csvSeparator(new TextDecoder(encoding ?? 'utf-8').decode(head, { stream: true }));
  const source: RowSource = {
    format: 'csv',
    encoding: encoding ?? 'utf-8',
    separator,
    sheets: [csvSheet(name)],
    frame: () => Promise.resolve({ merges: [], hiddenColumns: [] }),
    batches: () => {
      const all = again === null ? rejoined(head, iterator) : again();
      return csvBatches(
        decodeCsv(all, encoding, (found) => (source.encoding = found)),
        separator,
        options.batchRows ?? 1000,
      );
    },
  };
  return source;
}

const csvSheet = (name: string): SheetInfo => ({
  index: 0,
  name: name.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, ''),
  hidden: false,
});

/** Rows of a text in batches. */
export async function* csvBatches(
  texts: AsyncIterable<string>,
  separator: string,
  batchRows: number,
): AsyncGenerator<SheetRow[], void, undefined> {
  const records = new CsvRecords(separator);
  let batch: SheetRow[] = [];
  for await (const text of texts) {
    batch = batch.length === 0 ? records.push(text) : batch.concat(records.push(text));
    while (batch.length >= batchRows) {
      yield batch.slice(0, batchRows);
      batch = batch.slice(batchRows);
    }
  }
  batch = batch.concat(records.end());
  for (let at = 0; at < batch.length; at += batchRows) yield batch.slice(at, at + batchRows);
}

async function firstBytes(iterator: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const got: Uint8Array[] = [];
  let size = 0;
  while (size < HEAD_BYTES) {
    const next = await iterator.next();
    if (next.done === true) break;
    got.push(next.value);
    size += next.value.length;
  }
  return got.length === 1 ? (got[0] ?? new Uint8Array()) : Buffer.concat(got);
}

async function* rejoined(
  head: Uint8Array,
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield head;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

/** Bytes in pieces, as a stream would bring them. */
export async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  for (let at = 0; at < bytes.length; at += HEAD_BYTES) yield bytes.subarray(at, at + HEAD_BYTES);
}
