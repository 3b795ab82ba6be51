import { halfWidth, isBlank, shownCell, tidied } from './cell-text.ts';
import { isLabel } from './find-header.ts';
import { headerKey, headerOf } from './header.ts';
import type { IgnoredBecause, SheetCell, SheetRow, TableLayout } from './types.ts';

/** Words that begin a line of signatures or remarks around a table, up to the colon. */
const NOTE =
  /^(填表|填报|制表|审核|复核|审批|负责|单位负责|分管领导|主管领导|主要领导|经办|联系|报送|上报|签字|签名|盖章|公章|日期|时间|单位|备注|说明|注)(人|员|者|单位|机构|部门|时间|日期|说明|要求|电话|方式|领导|意见|签字|签章|盖章|人签字){0,2}(\d+|[一二三四五六七八九])?(\(.{0,12}\))?[:.、;]/;
const NOTE_ALONE =
  /^(填表说明|填写说明|填报说明|填报要求|注意事项|说明|备注|注)\s*[:：]?$|^[(]?(单位)?(公章|盖章)[)]?$|^※|^[(]?注\s*\d*[:：.、]/;
const TOTAL =
  /^[(]?(合计|小计|总计|共计|累计|总和|合计数|总计数|本页合计|本页小计|本表合计|其中)[)]?[:：]?$|^.{1,10}(合计|小计|总计)[:：]?$/;
const EXAMPLE =
  /^[(【[]?(填写|填报|填表)?(示例|样例|范例|举例|样表|例子|例如|例)[)】\]]?\s*(行|数据|[:：]|\d+[:：]?|[(].*[)])?$|^[(【[](示例|样例|例)[)】\]]/;
const SECTION = /^[(]?[一二三四五六七八九十]{1,3}[)]?[、.．]/;

/**
 * Why a row is no data, or null where it is. Never ignored for being odd: what is not clearly one of these is data and may
 * be refused with a reason. `readHidden` takes hidden rows as data.
 */
export function judgeRow(
  layout: TableLayout,
  row: SheetRow,
  options: { readHidden?: boolean } = {},
): IgnoredBecause | null {
  const filled = row.cells.filter((cell) => !isBlank(cell));
  if (filled.length === 0) return 'blank';
  if (layout.headerRows.includes(row.row)) return 'header';
  if (row.row < layout.firstDataRow) return 'title';
  if (row.hidden && options.readHidden !== true) return 'hidden';
  const texts = filled.slice(0, 4).map((cell) => (typeof cell === 'string' ? halfWidth(tidied(cell)) : ''));
  if (texts.slice(0, 2).some((text) => EXAMPLE.test(text))) return 'example';
  const again = headerAgain(layout, row);
  if (again !== null) return again;
  if (row.row <= layout.firstDataRow + 1 && isNumbering(filled)) return 'column_numbers';
  if (isTotal(row, texts, layout)) return 'total';
  return isNote(filled, texts) ? 'note' : null;
}

/** The table's own header once more, or that of another table that begins here: other names, or other units. */
function headerAgain(layout: TableLayout, { cells }: SheetRow): 'repeated_header' | 'other_header' | null {
  const most = cells.length / 5;
  for (const [level, keys] of layout.headerKeys.entries()) {
    let same = 0;
    let other = 0;
    let units = 0;
    for (let column = 0; column < cells.length && other <= most; column += 1) {
      const cell = cells[column];
      if (cell === null || isBlank(cell)) continue;
      const key = keys[column] ?? '';
      if (typeof cell !== 'string' || key === '' || headerKey(cell) !== key) other += 1;
      else {
        same += 1;
        const [unit, first] = [headerOf(cell).unit, layout.headerUnits[level]?.[column] ?? layout.titleUnit];
        if (unit !== null && first !== null && unit !== first) units += 1;
      }
    }
    if (same >= 2 && same >= other * 4) return other + units === 0 ? 'repeated_header' : 'other_header';
  }
  return isOtherHeader(layout, cells) ? 'other_header' : null;
}

/** Nothing but labels, and some of them are names of this table's columns, at whatever place. */
function isOtherHeader(layout: TableLayout, cells: readonly SheetCell[]): boolean {
  let filled = 0;
  let known = 0;
  for (const cell of cells) {
    if (cell === null || isBlank(cell)) continue;
    if (typeof cell !== 'string' || !isLabel(tidied(cell))) return false;
    filled += 1;
    if (layout.headerKeys.some((keys) => keys.includes(headerKey(cell)))) known += 1;
  }
  return known >= 2 && known * 3 >= filled;
}

/** What a row is for, seen with the rows before it. */
export interface JudgedRow {
  because: IgnoredBecause | null;
  /** The row of another header that stands above it in the sheet: what it says is not this table's. Null: none. */
  under: number | null;
}

/** Judges the rows of a sheet in order. To be called for every row, also for those that were read before a resumption. */
export function rowJudge(layout: TableLayout, options: { readHidden?: boolean } = {}): (row: SheetRow) => JudgedRow {
  let under: number | null = null;
  return (row) => {
    const because = judgeRow(layout, row, options);
    if (because === 'other_header') under = row.row;
    else if (because === 'repeated_header') under = null;
    return { because, under: because === null ? under : null };
  };
}

/** The line under a header that numbers the columns: 1 2 3 …, or 甲 乙 1 2 …. */
function isNumbering(filled: SheetCell[]): boolean {
  if (filled.length < 3) return false;
  let next = 1;
  for (const cell of filled) {
    const text = halfWidth(shownCell(cell)).replace(/[()\s]/g, '');
    if (/^[甲乙丙丁戊己庚辛]$/.test(text) && next === 1) continue;
    if (text !== String(next)) return false;
    next += 1;
  }
  return next > 2;
}

/** A total says so in one of its first labels; a number in the column 序号 does not hide it. */
function isTotal({ cells }: SheetRow, texts: string[], layout: TableLayout): boolean {
  const labels = cells.flatMap((cell, column) =>
    column === layout.serialColumn && typeof cell === 'number' ? [] : isBlank(cell) ? [] : [cell],
  );
  const first = labels
    .slice(0, 2)
    .map((cell) => (typeof cell === 'string' ? halfWidth(tidied(cell)).replace(/\s+/g, '') : ''));
  return (
    TOTAL.test(first[0] ?? '') ||
    /^(合计|小计|总计)[:：]?$/.test(first[1] ?? '') ||
    TOTAL.test((texts[0] ?? '').replace(/\s+/g, ''))
  );
}

function isNote(filled: SheetCell[], texts: string[]): boolean {
  const first = texts[0] ?? '';
  const plain = texts.map((text) => text.replace(/\s+/g, ''));
  if (filled.length <= 6 && (NOTE.test(plain[0] ?? '') || NOTE_ALONE.test(first))) {
    return filled.length <= 2 || plain.every((text) => text === '' || NOTE.test(text) || text.includes(':'));
  }
  return filled.length === 1 && SECTION.test(first);
}
