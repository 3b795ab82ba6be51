import { setImmediate as others } from 'node:timers/promises';
import type { MergedRange } from '../../core/exchange/types.ts';
import { columnName, columnOf } from './cell-ref.ts';
import { attribute } from './xml.ts';

/** What is to be done to the rows of a sheet. */
export interface RowEdits {
  /** Prefix of the sheet's tags with its colon. */
  prefix: string;
  /** Rows to empty and hide. */
  drop: ReadonlySet<number>;
  /** Columns to fill red, by row; null: the first cell with a value. */
  marks: ReadonlyMap<number, ReadonlySet<number | null>>;
  /** First cells of merges that reach into rows that stay: they keep their values. */
  anchors: ReadonlySet<string>;
  red: (style: number) => number;
  /** Style of the cells of a column that are not there. */
  columnStyle: (column: number) => number;
  /** Told where a mark went. */
  placed: (row: number, wanted: number | null, column: number) => void;
}

interface Cell {
  column: number;
  tag: string;
  /** The whole element. */
  xml: string;
  empty: boolean;
}

/** First cells (`row:column`) of merges that begin in a dropped row and reach a row that stays. */
export function keptAnchors(merges: readonly MergedRange[], drop: ReadonlySet<number>): Set<string> {
  const out = new Set<string>();
  // Ranges of a true sheet do not overlap; of one that is made to take time the rest simply keep their values.
  let room = 4_000_000;
  for (const { top, bottom, left } of merges) {
    if (!drop.has(top)) continue;
    for (let row = top + 1; row <= bottom; row += 1, room -= 1) {
      if (drop.has(row) && room > 0) continue;
      out.add(`${top}:${left}`);
      break;
    }
  }
  return out;
}

/**
 * Where a mark is seen: of a merged range only the first cell has a face. A mark on a covered cell goes there; where that
 * row is emptied and hidden, to the first cell of its own row.
 */
export function shownPlace(
  merges: readonly MergedRange[],
  drop: ReadonlySet<number>,
  marks: readonly { column: number | null }[],
): (mark: { row: number; column: number | null }) => { row: number; column: number | null } {
  const byColumn = new Map<number, MergedRange[]>();
  for (const { column } of marks) if (column !== null) byColumn.set(column, []);
  for (const [column, ranges] of byColumn)
    for (const range of merges) if (range.left <= column && column <= range.right) ranges.push(range);
  for (const ranges of byColumn.values()) ranges.sort((a, b) => a.top - b.top);
  return ({ row, column }) => {
    const range = column === null ? undefined : rangeOver(byColumn.get(column) ?? [], row);
    if (range === undefined || (range.top === row && range.left === column)) return { row, column };
    return drop.has(range.top) ? { row, column: null } : { row: range.top, column: range.left };
  };
}

/** The range of a column that covers a row, among ranges in the order of their first rows that do not overlap. */
function rangeOver(ranges: readonly MergedRange[], row: number): MergedRange | undefined {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.top ?? Infinity) <= row) low = middle + 1;
    else high = middle;
  }
  const found = ranges[low - 1];
  return found !== undefined && found.bottom >= row ? found : undefined;
}

/** Rows that are looked at before other work of the server gets a turn: a few milliseconds. */
const AT_ONCE = 1000;

/** The rows of a sheet (what stands inside `sheetData`) with the edits made; other rows stay byte for byte. */
export async function editRows(body: string, edits: RowEdits): Promise<string> {
  const open = new RegExp(`<${edits.prefix}row(?=[\\s/>])[^>]*>`, 'g');
  const close = `</${edits.prefix}row>`;
  const pending = [...edits.marks.keys()].sort((a, b) => a - b);
  const anchored = new Set([...edits.anchors].map((place) => Number(place.split(':')[0])));
  const out: string[] = [];
  let at = 0;
  let last = 0;
  let next = 0;
  let seen = 0;
  const makeUntil = (row: number): void => {
    for (let one = pending[next]; one !== undefined && one < row; one = pending[++next])
      out.push(markedRow(`<${edits.prefix}row r="${one}">`, '', one, edits));
  };
  for (let m = open.exec(body); m !== null; m = open.exec(body)) {
    const row = Number(attribute(m[0], 'r') ?? last + 1);
    last = row;
    seen += 1;
    if (seen % AT_ONCE === 0) await others();
    const alone = m[0].endsWith('/>');
    const end = alone ? open.lastIndex : body.indexOf(close, open.lastIndex);
    if (end < 0) break;
    const inner = alone ? '' : body.slice(open.lastIndex, end);
    const after = alone ? end : end + close.length;
    const marked = edits.marks.has(row);
    if (marked || edits.drop.has(row) || (pending[next] ?? Infinity) < row) {
      out.push(body.slice(at, m.index));
      makeUntil(row);
      if (marked) next += 1;
      if (marked) out.push(markedRow(m[0], inner, row, edits));
      else if (!edits.drop.has(row)) out.push(body.slice(m.index, after));
      else out.push(droppedRow(m[0], anchored.has(row) || inner.includes('ref=') ? inner : '', row, edits));
      at = after;
    }
    open.lastIndex = after;
  }
  out.push(body.slice(at).trimEnd());
  makeUntil(Infinity);
  return out.join('');
}

const opened = (tag: string): string => tag.replace(/\/>$/, '>');

/** An emptied row keeps its number and height, the first cells of merges, and formulas that others share. */
function droppedRow(tag: string, inner: string, row: number, { prefix, anchors }: RowEdits): string {
  const cells = cellsOf(inner, prefix).flatMap(({ column, xml }) => {
    if (anchors.has(`${row}:${column}`)) return [xml];
    const master = new RegExp(`<${prefix}f(?=\\s)[^>]*\\sref=`).test(xml);
    return master ? [xml.replace(new RegExp(`<${prefix}v>[\\s\\S]*?</${prefix}v>`), '')] : [];
  });
  const bare = opened(tag).replace(/\shidden\s*=\s*(?:"[^"]*"|'[^']*')/, '');
  return `${bare.replace(/>$/, ' hidden="1">')}${cells.join('')}</${prefix}row>`;
}

function markedRow(tag: string, inner: string, row: number, edits: RowEdits): string {
  const { prefix } = edits;
  const cells = cellsOf(inner, prefix);
  const first = cells.find(({ empty }) => !empty)?.column ?? 0;
  const columns = new Set<number>();
  for (const wanted of edits.marks.get(row) ?? []) {
    const column = wanted ?? first;
    columns.add(column);
    edits.placed(row, wanted, column);
  }
  const rowStyle = attribute(tag, 's');
  for (const column of columns) {
    const cell = cells.find((one) => one.column === column);
    if (cell !== undefined) cell.xml = restyled(cell, prefix, edits.red);
    else {
      const style = rowStyle === null ? edits.columnStyle(column) : Number(rowStyle);
      const xml = `<${prefix}c r="${columnName(column)}${row}" s="${edits.red(style)}"/>`;
      const before = cells.findIndex((one) => one.column > column);
      cells.splice(before < 0 ? cells.length : before, 0, { column, tag: '', xml, empty: true });
    }
  }
  const bare = opened(tag).replace(/\sspans\s*=\s*(?:"[^"]*"|'[^']*')/, '');
  return `${bare}${cells.map(({ xml }) => xml).join('')}</${prefix}row>`;
}

function restyled({ tag, xml }: Cell, prefix: string, red: (style: number) => number): string {
  const style = red(Number(attribute(tag, 's') ?? '0'));
  const bare = tag.replace(/\ss\s*=\s*(?:"[^"]*"|'[^']*')/, '');
  return bare.replace(`<${prefix}c`, `<${prefix}c s="${style}"`) + xml.slice(tag.length);
}

function cellsOf(inner: string, prefix: string): Cell[] {
  const out: Cell[] = [];
  const open = new RegExp(`<${prefix}c(?=[\\s/>])[^>]*>`, 'g');
  const close = `</${prefix}c>`;
  let column = -1;
  for (let m = open.exec(inner); m !== null; m = open.exec(inner)) {
    const stated = columnOf(attribute(m[0], 'r') ?? '');
    column = stated < 0 ? column + 1 : stated;
    const alone = m[0].endsWith('/>');
    const end = alone ? open.lastIndex : inner.indexOf(close, open.lastIndex) + close.length;
    if (end < open.lastIndex) break;
    out.push({
      column,
      tag: m[0],
      xml: inner.slice(m.index, end),
      empty: alone || !/<(?:[\w.-]+:)?(?:v|is)[\s>]/.test(inner.slice(m.index, end)),
    });
    open.lastIndex = end;
  }
  return out;
}
