import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap } from 'parse5';
import type { MergedRange, SheetCell, SheetRow } from '../../core/exchange/types.ts';
import { MAX_CELLS, MAX_COLUMNS } from './limits.ts';
import type { Sheet } from './types.ts';
import { UnreadableSheet } from './unreadable-sheet.ts';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** The tables of an HTML page (many “xls” files are one), each as a sheet; tables inside a cell are text of that cell. Throws `UnreadableSheet`. */
export function readHtml(html: string, name: string): Sheet[] {
  const tables: Element[] = [];
  collect(parse(html), 'table', tables);
  const sheets = tables.map((table, index) =>
    htmlTable(table, index, tables.length === 1 ? name : `${name} ${index + 1}`),
  );
  const filled = sheets.filter((sheet) => sheet.rows.length > 0);
  if (filled.length === 0) throw new UnreadableSheet('sheet.not_a_table', { kind: 'html' });
  return filled.map((sheet, index) => ({ ...sheet, index }));
}

/** Elements of a name in order, not those inside another of that name. Goes without recursion: pages may be nested deeply. */
function collect(root: Node, name: string, out: Element[]): void {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (defaultTreeAdapter.isElementNode(node) && node.tagName === name) {
      out.push(node);
      continue;
    }
    if ('childNodes' in node)
      for (let i = node.childNodes.length - 1; i >= 0; i -= 1) stack.push(node.childNodes[i] as Node);
  }
}

function htmlTable(table: Element, index: number, name: string): Sheet {
  const rows: SheetRow[] = [];
  const merges: MergedRange[] = [];
  /** By column: the last row that a cell from above still takes. */
  const taken: number[] = [];
  const lines: Element[] = [];
  collect({ ...table, tagName: 'div' }, 'tr', lines);
  let budget = MAX_CELLS;
  lines.forEach((line, at) => {
    const row = at + 1;
    const cells: SheetCell[] = [];
    let column = 0;
    for (const cell of line.childNodes) {
      if (!defaultTreeAdapter.isElementNode(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue;
      while ((taken[column] ?? 0) >= row) column += 1;
      const wide = Math.min(span(cell, 'colspan'), MAX_COLUMNS - column);
      const high = Math.min(span(cell, 'rowspan'), lines.length - at);
      budget -= Math.max(1, wide);
      if (wide < 1 || budget < 0) throw new UnreadableSheet('sheet.too_many_cells', { most: MAX_CELLS });
      const text = textOf(cell);
      if (text !== '') {
        while (cells.length < column) cells.push(null);
        cells[column] = text;
      }
      if (wide > 1 || high > 1)
        merges.push({ top: row, bottom: row + high - 1, left: column, right: column + wide - 1 });
      for (let k = 0; k < wide; k += 1) taken[column + k] = row + high - 1;
      column += wide;
    }
    if (cells.length > 0) rows.push({ row, cells, hidden: /display:\s*none/i.test(attr(line, 'style')) });
  });
  return { index, name, hidden: false, merges, hiddenColumns: [], rows };
}

const attr = (element: Element, name: string): string => element.attrs.find((one) => one.name === name)?.value ?? '';

const span = (cell: Element, name: string): number => Math.max(1, Number.parseInt(attr(cell, name), 10) || 1);

/** Visible text: line breaks of the markup are blanks, `<br>` and paragraphs begin lines. */
function textOf(cell: Element): string {
  let out = '';
  const stack: Node[] = [cell];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (defaultTreeAdapter.isTextNode(node)) out += node.value.replace(/[ \t\r\n\f]+/g, ' ');
    else if (defaultTreeAdapter.isElementNode(node)) {
      if (node.tagName === 'br' || (node !== cell && /^(p|div|tr)$/.test(node.tagName) && out.trim() !== ''))
        out += '\n';
      if (node.tagName === 'script' || node.tagName === 'style') continue;
    }
    if ('childNodes' in node)
      for (let i = node.childNodes.length - 1; i >= 0; i -= 1) stack.push(node.childNodes[i] as Node);
  }
  return out
    .replace(/ *\n */g, '\n')
    .replace(/^[ \n]+|[ \n]+$/g, '')
    .replaceAll('\u00a0', ' ');
}
