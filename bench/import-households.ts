import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Pool } from 'pg';
import { refusedFile } from '../src/acts/exchange/refused-file.ts';
import { readImport } from '../src/acts/exchange/read-imports.ts';
import type { House } from '../src/acts/house.ts';
import type { FieldDefinition, KindDefinition } from '../src/core/ledger/kind.ts';
import { readKindFiles } from '../src/formats/read-kind-files.ts';
import { columnName } from '../src/formats/sheet/cell-ref.ts';
import type { OutCell } from '../src/formats/sheet/types.ts';
import { writeRows } from '../src/formats/sheet/write-rows.ts';
import { inRoot } from '../src/root.ts';
import { inTransaction } from '../src/storage/database/transaction.ts';
import { insertKind, insertKindVersion } from '../src/storage/ledger/kind.ts';
import { checkFile, secondsOf, type Actor } from './import-acts.ts';
import { round, type Measure } from './measure.ts';

const KIND = 'bench_household';
const ROWS = 8500;
const COLUMNS = 33;
/** The first columns say what holds for a whole household, in cells merged over the rows of its members. */
const MERGED = 12;
const HOUSEHOLD = 4;
/** One row in a hundred is wrong, so that there is something to give back. */
const WRONG = 100;
const MOST_SECONDS = 5;

/**
 * A filled sheet of 8 500 × 33 whose first twelve columns are merged over the rows of a household: seconds from the file to the verdict on each row, and
 * seconds until it is given back with the refused cells marked.
 */
export async function householdSheet(
  house: House,
  owner: Pool,
  { actor, unitId, folder }: { actor: Actor; unitId: string; folder: string },
): Promise<Measure[]> {
  const fields = await makeKind(house, owner);
  const bytes = await filledSheet(fields);
  const file = join(folder, 'households.xlsx');
  writeFileSync(file, bytes);
  const { id, begin, check } = await checkFile(house, actor, { unitId, kind: KIND, file, size: bytes.length });
  const read = (await readImport(house, actor, id)) as { value: { counts: { accepted: number; refused: number } } };
  const { accepted, refused } = read.value.counts;
  if (refused !== ROWS / WRONG || accepted !== ROWS - refused) throw new Error(JSON.stringify(read.value.counts));
  const back = await secondsOf(async () => {
    const out = await refusedFile(house, actor, id, 'zh-CN');
    if (!out.ok) throw new Error(JSON.stringify(out.problems));
  });
  const sheet = `filled sheet of ${ROWS} × ${COLUMNS} with ${MERGED} merged columns`;
  const measure = (name: string, seconds: number): Measure => ({
    bench: 'import',
    measure: name,
    value: round(seconds),
    unit: 's',
    yardstick: null,
    ratio: null,
    goal: `≤ ${MOST_SECONDS} s`,
    met: seconds <= MOST_SECONDS,
  });
  return [measure(`${sheet} validated`, begin + check), measure('  its refused rows given back in it', back)];
}

/** A kind of which a sheet has 33 columns: those of every kind, and text. */
async function makeKind(house: House, owner: Pool): Promise<string[]> {
  const shipped = readKindFiles(inRoot('data', 'kinds'))[0] as KindDefinition;
  const fields = Array.from({ length: COLUMNS - 5 }, (_, i): FieldDefinition => ({
    code: `f${i}`,
    name: { zh: `登记项${i}`, en: `Item ${i}` },
    type: 'text',
    required: false,
    help: null,
    choices: [],
    unit: null,
    maxLength: null,
    personal: false,
    synonyms: [],
  }));
  const definition = { ...shipped, code: KIND, fields, facets: [], rules: [], evidence: [], once: null };
  const version = { version: 1, validFrom: '1980-01-01', validTo: null, placeIds: [], note: null, recordedBy: null };
  await inTransaction(owner, async (tx) => {
    await insertKind(tx, KIND, false, null);
    await insertKindVersion(tx, { ...version, definition, now: house.clock() });
  });
  return fields.map((field) => field.name.zh);
}

async function filledSheet(fields: readonly string[]): Promise<Uint8Array> {
  const headers = ['受援县', '到账日期', ...fields, '投入金额（元）', '凭证号', '收款方'];
  const rows = Array.from({ length: ROWS }, (_, n): OutCell[] => {
    const first = n % HOUSEHOLD === 0;
    const day = String(1 + (Math.floor(n / HOUSEHOLD) % 28)).padStart(2, '0');
    const items = fields.map((_, i) => (i < MERGED - 2 && !first ? null : `第${n}行登记内容${i}`));
    const amount = n % WRONG === 1 ? '若干' : `${n + 1}.50`;
    return [first ? '灵寿县' : null, first ? `2021-03-${day}` : null, ...items, amount, `户-${n}`, `第${n % 500}户`];
  });
  const columns = headers.map((header) => ({ header, type: 'text' as const }));
  const pieces: Uint8Array[] = [];
  for await (const piece of writeRows({ format: 'xlsx', sheets: [{ name: '花名册', columns, rows: [rows] }] }))
    pieces.push(piece);
  return withMerges(Buffer.concat(pieces));
}

/** The cells of a household under one another become one, in each of the first columns; row 1 is the header. */
function withMerges(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  const name = 'xl/worksheets/sheet1.xml';
  const merges: string[] = [];
  for (let row = 2; row < ROWS + 2; row += HOUSEHOLD)
    for (let column = 0; column < MERGED; column += 1)
      merges.push(`<mergeCell ref="${columnName(column)}${row}:${columnName(column)}${row + HOUSEHOLD - 1}"/>`);
  const text = strFromU8(parts[name] ?? new Uint8Array());
  const said = `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`;
  const after = /<autoFilter[^>]*\/>|<\/sheetData>/g;
  const ends = [...text.matchAll(after)].at(-1);
  if (ends === undefined) throw new Error('no sheet was written');
  const at = ends.index + ends[0].length;
  return zipSync({ ...parts, [name]: strToU8(text.slice(0, at) + said + text.slice(at)) }, { level: 1 });
}
