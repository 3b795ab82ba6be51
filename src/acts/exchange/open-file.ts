import type { Problem } from '../../core/kernel/problem.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { heldSource } from '../../formats/sheet/held-source.ts';
import { readPasted } from '../../formats/sheet/read-pasted.ts';
import { readRows } from '../../formats/sheet/read-rows.ts';
import type { RowSource } from '../../formats/sheet/types.ts';
import type { Reader } from '../../storage/database/transaction.ts';
import { partsOf } from '../../storage/exchange/sheet-import.ts';

/** Rows of one batch of a file being imported. */
const BATCH = 2000;

/** What was pasted, as it is kept: text and HTML of the clipboard. */
export interface Pasted {
  text: string;
  html: string | null;
}

/** Opens the bytes of a table file, or what was pasted, for reading row after row. */
export async function openSheet(
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  file: { fileName: string; pasted: boolean },
): Promise<Result<RowSource, Problem>> {
  if (!file.pasted) return readRows(bytes, file.fileName, { batchRows: BATCH });
  const pieces: Uint8Array[] = [];
  if (bytes instanceof Uint8Array) pieces.push(bytes);
  else for await (const piece of bytes) pieces.push(piece);
  const said = JSON.parse(Buffer.concat(pieces).toString()) as Pasted;
  const read = readPasted({ text: said.text, ...(said.html === null ? {} : { html: said.html }) }, file.fileName);
  if (!read.ok) return read;
  const { sheets, ...about } = read.value;
  return ok(heldSource(sheets, about, BATCH));
}

/** Opens the kept file of an import. */
export const openImport = (
  db: Reader,
  one: { id: string; fileName: string; format: string },
): Promise<Result<RowSource, Problem>> =>
  openSheet(partsOf(db, one.id), { fileName: one.fileName, pasted: one.format === 'paste' });
