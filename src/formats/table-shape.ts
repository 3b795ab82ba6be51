import type { Block } from '../core/document/source.ts';

interface OpenTable {
  number: number;
  row: number;
  column: number;
  open: boolean;
  spans: { columnSpan: number; rowSpan: number };
  /** Columns still taken by a cell of an earlier row: how many rows remain. */
  taken: number[];
}

/** Follows table tags: where each cell stands, and which tables hold data rather than a page's layout. */
export class TableShape {
  private readonly open: OpenTable[] = [];
  private readonly nested = new Set<number>();
  private count = 0;

  start(tag: string, attrs: Map<string, string>): void {
    const top = this.open.at(-1);
    if (tag === 'table') {
      if (top !== undefined) this.nested.add(top.number);
      this.open.push({
        number: this.count,
        row: -1,
        column: -1,
        open: false,
        spans: { columnSpan: 1, rowSpan: 1 },
        taken: [],
      });
      this.count += 1;
    } else if (tag === 'tr' && top !== undefined) {
      top.row += 1;
      top.column = -1;
      top.taken = top.taken.map((n) => Math.max(0, n - 1));
    } else if ((tag === 'td' || tag === 'th') && top !== undefined) this.startCell(top, attrs);
  }

  end(tag: string): void {
    const top = this.open.at(-1);
    if (tag === 'table') this.open.pop();
    else if ((tag === 'td' || tag === 'th') && top !== undefined) {
      top.open = false;
      top.column += top.spans.columnSpan - 1;
    }
  }

  /** The cell that is open now, if any. */
  cell(): Block['table'] | null {
    const top = this.open.at(-1);
    return top?.open ? { table: top.number, row: Math.max(0, top.row), column: top.column, ...top.spans } : null;
  }

  /** Makes cells of the blocks of data tables and plain paragraphs of the blocks of layout tables. */
  settle(blocks: Block[]): void {
    const inTable = new Map<number, Block[]>();
    for (const block of blocks) {
      if (!block.table) continue;
      const cells = inTable.get(block.table.table);
      if (cells === undefined) inTable.set(block.table.table, [block]);
      else cells.push(block);
    }
    for (const [number, cells] of inTable) {
      const data = !this.nested.has(number) && (number >= 10_000 || isData(cells));
      for (const block of cells) {
        if (data && block.kind !== 'chrome') block.kind = 'cell';
        else delete block.table;
      }
    }
  }

  private startCell(top: OpenTable, attrs: Map<string, string>): void {
    const span = (name: string): number => Math.min(100, Math.max(1, Number.parseInt(attrs.get(name) ?? '1', 10) || 1));
    top.spans = { columnSpan: span('colspan'), rowSpan: span('rowspan') };
    top.column += 1;
    while ((top.taken[top.column] ?? 0) > 0) top.column += 1;
    for (let k = 0; k < top.spans.columnSpan; k += 1) top.taken[top.column + k] = top.spans.rowSpan;
    top.open = true;
  }
}

/** A table of data has several rows or columns and no cell with the length of an article. */
function isData(cells: Block[]): boolean {
  const rows = new Set(cells.map((b) => b.table?.row));
  const columns = new Set(cells.map((b) => b.table?.column));
  const perCell = new Map<string, number>();
  for (const b of cells) {
    const key = `${b.table?.row}:${b.table?.column}`;
    perCell.set(key, (perCell.get(key) ?? 0) + b.end - b.start);
  }
  let longest = 0;
  for (const n of perCell.values()) longest = Math.max(longest, n);
  return rows.size * columns.size >= 4 && rows.size >= 2 && columns.size >= 2 && longest < 600;
}
