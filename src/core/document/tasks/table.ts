import { pushTo } from '../../kernel/grouping.ts';
import type { Page, Sentence } from '../page.ts';
import type { Draft } from './drafts.ts';
import { unitsOf } from './units.ts';
import type { UnitNote } from './units.ts';

type Column = 'task' | 'head' | 'lead' | 'support' | 'term';
const COLUMNS: readonly [Column, RegExp][] = [
  ['lead', /^(?:牵头|责任|主责|主办|负责|承办|实施|落实)(?:单位|部门|处室|科室|领导|人|司局)?|^责任/],
  ['support', /^(?:配合|参与|协办|协助|协作|支持)(?:单位|部门)?/],
  ['term', /时限|完成时间|时间|进度/],
  [
    'task',
    /具体(?:内容|措施|举措|任务)|工作(?:内容|措施|举措)|主要(?:内容|措施|任务)|重点任务|任务内容|内容|举措|措施|工作任务|任务|事项/,
  ],
  ['head', /类别|项目|名称|领域|方面/],
];

interface Cell {
  row: number;
  column: number;
  start: number;
  end: number;
  text: string;
}

/** The tasks of tables that have a column of tasks beside one of units or deadlines: one a row. */
export function tableTasksOf(page: Page): Draft[] {
  const tables = new Map<number, Map<number, Cell[]>>();
  for (const cell of cellsOf(page)) {
    const rows = tables.get(cell.table) ?? new Map<number, Cell[]>();
    pushTo(rows, cell.row, cell);
    tables.set(cell.table, rows);
  }
  return [...tables.values()].flatMap((rows) => rowsOf([...rows.values()]));
}

function rowsOf(rows: Cell[][]): Draft[] {
  const at = rows.findIndex((row) => columnsOf(row) !== null);
  const columns = at < 0 ? null : columnsOf(rows[at] ?? []);
  if (columns === null) return [];
  return rows.slice(at + 1).flatMap((row) => taskOfRow(row, columns));
}

function taskOfRow(row: Cell[], columns: Map<number, Column>): Draft[] {
  const of = (kind: Column) => row.filter((cell) => columns.get(cell.column) === kind && cell.text !== '');
  const task = of('task').at(-1);
  if (task === undefined || task.text.length < 4) return [];
  const lead = of('lead').flatMap((cell) => unitsOf(cell.text).lead);
  const support = [
    ...of('support').flatMap((cell) => unitsOf(cell.text).lead),
    ...of('lead').flatMap((cell) => unitsOf(cell.text).support),
  ];
  const note: UnitNote = { lead, support, term: null, start: 0, end: 0 };
  const context = [...of('head'), ...of('task').slice(0, -1)]
    .map((cell) => cell.text)
    .join('，')
    .slice(0, 80);
  const term = of('term')[0]?.text ?? null;
  return [{ start: task.start, end: task.end, speaker: null, speakerUnknown: false, context, notes: [note], term }];
}

/** What each column of a heading row holds; null where it is no heading of a table of tasks. */
function columnsOf(row: Cell[]): Map<number, Column> | null {
  const out = new Map<number, Column>();
  for (const cell of row) {
    if (cell.text.length > 12) continue;
    const found = COLUMNS.find(([, pattern]) => pattern.test(cell.text));
    if (found) out.set(cell.column, found[0]);
  }
  const kinds = new Set(out.values());
  return kinds.has('task') && (kinds.has('lead') || kinds.has('term') || kinds.has('support')) ? out : null;
}

function cellsOf(page: Page): (Cell & { table: number })[] {
  const out = new Map<number, Cell & { table: number }>();
  for (const sentence of page.sentences) {
    const block = page.source.blocks[sentence.block];
    if (block?.kind !== 'cell' || block.table === undefined) continue;
    const known = out.get(sentence.block);
    const { table, row, column } = block.table;
    if (known) Object.assign(known, { end: sentence.end, text: page.plain.slice(known.start, sentence.end).trim() });
    else
      out.set(sentence.block, {
        table,
        row,
        column,
        start: sentence.start,
        end: endOf(sentence),
        text: sentence.text.trim(),
      });
  }
  return [...out.values()];
}

function endOf(sentence: Sentence): number {
  return sentence.start + sentence.text.trimEnd().length;
}
