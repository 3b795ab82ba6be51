import { columnName } from './cell-ref.ts';
import { MAX_ROWS } from './limits.ts';
import type { OutCell, OutSheet, WriteSpec } from './types.ts';
import { outCell, textCell, widthOf } from './write-cells.ts';
import { writeCsv } from './write-csv.ts';
import { MAIN_NS, sheetNames, shellParts, STYLE, workbookXml, XML_HEAD, type ShellSheet } from './xlsx-shell.ts';
import { packZip, type PartToPack } from './zip-write.ts';

/** A sheet goes on in a further one before its part grows beyond what readers hold, in characters. */
const MAX_SHEET_CHARS = 1_500_000_000;
const PIECE_CHARS = 256 * 1024;

/**
 * Writes sheets as xlsx or csv, piece by piece, no faster than the pieces are taken and with one batch in memory. A sheet of
 * more rows than the format holds goes on in further ones with the same header. Errors of `rows` pass through.
 */
export function writeRows(spec: WriteSpec): AsyncGenerator<Uint8Array, void, undefined> {
  return spec.format === 'csv' ? writeCsv(spec.sheets[0], spec.encoding ?? 'utf-8') : packZip(xlsxParts(spec.sheets));
}

async function* xlsxParts(sheets: readonly OutSheet[]): AsyncGenerator<PartToPack, void, undefined> {
  const wanted: ShellSheet[] = [];
  for (const sheet of sheets) {
    const source = new RowSupply(sheet.rows);
    for (let page = 1; page === 1 || !(await source.ended()); page += 1) {
      const listed: ShellSheet = { name: page === 1 ? sheet.name : `${sheet.name} ${page}` };
      wanted.push(listed);
      yield {
        name: `xl/worksheets/sheet${wanted.length}.xml`,
        pieces: sheetXml(sheet, source, wanted.length === 1, listed),
      };
    }
  }
  const names = sheetNames(wanted.map(({ name }) => name));
  yield* shellParts(workbookXml(wanted.map((sheet, i) => ({ ...sheet, name: names[i] ?? '' }))), wanted.length);
}

/** Batches of rows with the rest of a batch kept, so that a sheet may end inside one. */
class RowSupply {
  private readonly iterator: AsyncIterator<OutCell[][]> | Iterator<OutCell[][]>;
  private batch: OutCell[][] = [];
  private at = 0;

  constructor(rows: OutSheet['rows']) {
    this.iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  }

  /** The next row if it is at hand, else null: then `ended` says whether more come. */
  atHand(): OutCell[] | null {
    const row = this.batch[this.at];
    if (row === undefined) return null;
    this.at += 1;
    return row;
  }

  async ended(): Promise<boolean> {
    while (this.at >= this.batch.length) {
      const next = await this.iterator.next();
      if (next.done === true) return true;
      this.batch = next.value;
      this.at = 0;
    }
    return false;
  }
}

async function* sheetXml(
  sheet: OutSheet,
  source: RowSupply,
  active: boolean,
  listed: ShellSheet,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { columns } = sheet;
  const letters = columns.map((_, i) => columnName(i));
  const titles = sheet.titles ?? [];
  const head = titles.length + 1;
  let text = sheetHead(sheet, head, active);
  titles.forEach(
    (title, i) =>
      (text += `<row r="${i + 1}">${textCell(`A${i + 1}`, title, i === 0 ? STYLE.title : STYLE.note)}</row>`),
  );
  text += `<row r="${head}" ht="30" customHeight="1">${columns.map(({ header }, i) => textCell(`${letters[i] ?? ''}${head}`, header, STYLE.header)).join('')}</row>`;
  let row = head;
  let chars = text.length;
  while (row < MAX_ROWS && chars < MAX_SHEET_CHARS && !(await source.ended())) {
    for (let cells = source.atHand(); cells !== null; cells = row < MAX_ROWS ? source.atHand() : null) {
      row += 1;
      const before = text.length;
      text += `<row r="${row}">`;
      for (let i = 0; i < columns.length; i += 1)
        text += outCell(`${letters[i] ?? ''}${row}`, cells[i] ?? null, columns[i]?.type ?? 'text');
      text += '</row>';
      chars += text.length - before;
      if (text.length > PIECE_CHARS) {
        yield Buffer.from(text, 'utf8');
        text = '';
      }
    }
  }
  const last = letters.at(-1) ?? 'A';
  listed.filter = `$A$${head}:$${last}$${row}`;
  yield Buffer.from(`${text}</sheetData><autoFilter ref="A${head}:${last}${row}"/></worksheet>`, 'utf8');
}

function sheetHead({ columns }: OutSheet, head: number, active: boolean): string {
  const widths = columns
    .map((column, i) => `<col min="${i + 1}" max="${i + 1}" width="${widthOf(column)}" customWidth="1"/>`)
    .join('');
  const pane = `<pane ySplit="${head}" topLeftCell="A${head + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`;
  return `${XML_HEAD}<worksheet xmlns="${MAIN_NS}"><sheetViews><sheetView workbookViewId="0"${active ? ' tabSelected="1"' : ''}>${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${widths === '' ? '' : `<cols>${widths}</cols>`}<sheetData>`;
}
