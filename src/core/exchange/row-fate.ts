import { halfWidth, isBlank, shownCell, tidied } from './cell-text.ts';
import { isLabel } from './find-header.ts';
import { hasKey, headerKey, headerOf } from './header.ts';
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
/** Characters of which every example, total and remark standing alone has one. */
const TELLING = /[例样计和其说求事注章※]/;
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
  const telling = filled.slice(0, 4).some((cell) => typeof cell === 'string' && TELLING.test(cell));
  if (telling && filled.slice(0, 2).some((cell) => EXAMPLE.test(textOf(cell)))) return 'example';
  const again = headerAgain(layout, row.cells, filled);
  if (again !== null) return again;
  if (row.row <= layout.firstDataRow + 1 && isNumbering(filled)) return 'column_numbers';
  if (telling && isTotal(row.cells, layout)) return 'total';
  return isNote(filled) ? 'note' : null;
}

const textOf = (cell: SheetCell): string => (typeof cell === 'string' ? halfWidth(tidied(cell)) : '');
const bareText = (cell: SheetCell): string => textOf(cell).replace(/\s+/g, '');

/** The table's own header once more, or that of another table that begins here: other names, or other units. */
function headerAgain(
  layout: TableLayout,
  cells: readonly SheetCell[],
  filled: readonly SheetCell[],
): 'repeated_header' | 'other_header' | null {
  const most = cells.length / 5;
  for (const [level, keys] of layout.headerKeys.entries()) {
    let same = 0;
    let other = 0;
    let units = 0;
    for (let column = 0; column < cells.length && other <= most; column += 1) {
      const cell = cells[column];
      if (cell === null || isBlank(cell)) continue;
      const key = keys[column] ?? '';
      if (typeof cell !== 'string' || key === '' || !hasKey(cell, key)) other += 1;
      else {
        same += 1;
        const [unit, first] = [headerOf(cell).unit, layout.headerUnits[level]?.[column] ?? layout.titleUnit];
        if (unit !== null && first !== null && unit !== first) units += 1;
      }
    }
    if (same >= 2 && same >= other * 4) return other + units === 0 ? 'repeated_header' : 'other_header';
  }
  return isOtherHeader(layout, filled) ? 'other_header' : null;
}

/** Nothing but labels, and some of them are names of this table's columns, at whatever place. */
function isOtherHeader(layout: TableLayout, filled: readonly SheetCell[]): boolean {
  const texts = filled.filter((cell) => typeof cell === 'string');
  if (texts.length < filled.length || texts.some((text) => /^[\d.,:%/()+-]+$/.test(text))) return false;
  let known = 0;
  for (const [i, text] of texts.entries()) {
    const key = headerKey(text);
    if (layout.headerKeys.some((keys) => keys.includes(key))) known += 1;
    // Less than a third of them can be known any more.
    if ((i + 1 - known) * 3 > texts.length * 2) return false;
  }
  return known >= 2 && texts.every((text) => isLabel(tidied(text)));
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
function isTotal(cells: readonly SheetCell[], layout: TableLayout): boolean {
  const labels: string[] = [];
  for (let column = 0; column < cells.length && labels.length < 2; column += 1) {
    const cell = cells[column] ?? null;
    if (isBlank(cell) || (column === layout.serialColumn && typeof cell === 'number')) continue;
    labels.push(bareText(cell));
  }
  const [first = '', second = ''] = labels;
  return TOTAL.test(first) || /^(合计|小计|总计)[:：]?$/.test(second);
}

function isNote(filled: readonly SheetCell[]): boolean {
  if (filled.length > 6) return false;
  const plain = filled.slice(0, 4).map(bareText);
  const first = textOf(filled[0] ?? null);
  if (NOTE.test(plain[0] ?? '') || NOTE_ALONE.test(first))
    return filled.length <= 2 || plain.every((text) => text === '' || NOTE.test(text) || text.includes(':'));
  return filled.length === 1 && SECTION.test(first);
}
