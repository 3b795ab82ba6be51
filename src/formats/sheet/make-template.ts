import { EXAMPLE_WORD, SERIAL_WORD } from '../../core/exchange/dictionary.ts';
import { columnName } from './cell-ref.ts';
import { commentsVml, commentsXml, type CellComment } from './comments.ts';
import type { OutType, TemplateColumn, TemplateSpec } from './types.ts';
import { displayWidth, outCell, STYLE_OF, textCell, widthOf } from './write-cells.ts';
import {
  CONTENT,
  MAIN_NS,
  REL_NS,
  relationsXml,
  sheetNames,
  shellParts,
  STYLE,
  workbookXml,
  XML_HEAD,
} from './xlsx-shell.ts';
import { escapeXml } from './xml.ts';
import { zipBytes } from './zip-write.ts';

/** Longest list that may stand in the validation itself, by the format. */
const MAX_INLINE = 250;
const LISTS = '选项';

interface Placed {
  spec: TemplateSpec;
  columns: TemplateColumn[];
  header: number;
  /** Column letters of each column. */
  letters: string[];
  /** Reference of the list of each column with choices that does not fit into its validation. */
  lists: Map<number, string>;
}

/**
 * A template for filling: title, notes, header with `*` on what is required, one example row that begins with 示例 (never
 * imported), dropdowns, number and date formats for the whole column, text format for ids, help in the header's comments.
 * A first column 序号 is added where the template has none.
 */
export async function makeTemplate(spec: TemplateSpec): Promise<Uint8Array> {
  const serial: TemplateColumn = { header: SERIAL_WORD, required: false, type: 'text', width: 8 };
  const columns = spec.columns[0]?.header === SERIAL_WORD ? spec.columns : [serial, ...spec.columns];
  const placed: Placed = {
    spec,
    columns,
    header: spec.notes.length + 2,
    letters: columns.map((_, i) => columnName(i)),
    lists: new Map(),
  };
  const long = columns.flatMap((column, i) => (isLong(choicesOf(column)) ? [{ i, choices: choicesOf(column) }] : []));
  long.forEach(({ i }, n) => placed.lists.set(i, `list_${n + 1}`));
  const names = sheetNames(long.length > 0 ? [spec.sheetName, LISTS] : [spec.sheetName]);
  const defined = long.map(({ choices }, n) => ({
    name: `list_${n + 1}`,
    ref: `'${names[1] ?? ''}'!$${columnName(n)}$1:$${columnName(n)}$${choices.length}`,
  }));
  const sheets = names.map((name, i) => ({ name, hidden: i > 0 }));
  const comments = columns.flatMap(({ help }, column): CellComment[] =>
    help === undefined || help === '' ? [] : [{ row: placed.header, column, text: help }],
  );
  const utf8 = (name: string, text: string): { name: string; bytes: Uint8Array } => ({
    name,
    bytes: new TextEncoder().encode(text),
  });
  const commented = comments.length > 0;
  return zipBytes([
    ...shellParts(
      workbookXml(sheets, defined),
      sheets.length,
      commented ? [{ path: '/xl/comments1.xml', type: CONTENT.comments }] : [],
    ),
    utf8('xl/worksheets/sheet1.xml', templateSheet(placed, commented)),
    ...(long.length > 0 ? [utf8('xl/worksheets/sheet2.xml', listSheet(long.map(({ choices }) => choices)))] : []),
    ...(commented
      ? [
          utf8('xl/worksheets/_rels/sheet1.xml.rels', COMMENT_RELATIONS),
          utf8('xl/comments1.xml', commentsXml(comments, spec.title)),
          utf8('xl/drawings/vmlDrawing1.vml', commentsVml(comments, 1)),
        ]
      : []),
  ]);
}

const COMMENT_RELATIONS = relationsXml([
  { id: 'rId1', type: `${REL_NS}/vmlDrawing`, target: '../drawings/vmlDrawing1.vml' },
  { id: 'rId2', type: `${REL_NS}/comments`, target: '../comments1.xml' },
]);

const choicesOf = ({ choices }: TemplateColumn): string[] => choices ?? [];

/** A list inside a validation is parted by commas and short. */
const isLong = (choices: string[]): boolean =>
  choices.join(',').length > MAX_INLINE || choices.some((one) => /[",]/.test(one));

const outType = ({ type }: TemplateColumn): OutType => (type === 'id' || type === 'choice' ? 'text' : type);

/** As wide as the header wants, and as the example where that is longer. */
function widthOfColumn(column: TemplateColumn): number {
  if (column.width !== undefined) return column.width;
  const { header, example } = column;
  const type = outType(column);
  const said = type === 'text' && typeof example === 'string' ? Math.min(40, displayWidth(example) + 2) : 0;
  return Math.max(said, widthOf({ header: `${header}*`, type }));
}

/** Printed on A4 lying down, as wide as the paper. */
const ON_PAPER = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

function templateSheet(placed: Placed, commented: boolean): string {
  const { spec, columns, header, letters } = placed;
  const last = letters.at(-1) ?? 'A';
  const cols = columns
    .map((column, i) => {
      const width = widthOfColumn(column);
      return `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${STYLE_OF[outType(column)]}" customWidth="1"/>`;
    })
    .join('');
  const total = columns.reduce((sum, column) => sum + widthOfColumn(column), 0);
  const rows = [
    `<row r="1" ht="26" customHeight="1">${textCell('A1', spec.title, STYLE.title)}</row>`,
    ...spec.notes.map((note, i) => {
      const lines = note
        .split('\n')
        .reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / Math.max(20, total))), 0);
      return `<row r="${i + 2}" ht="${lines * 15 + 3}" customHeight="1">${textCell(`A${i + 2}`, note, STYLE.note)}</row>`;
    }),
    `<row r="${header}" ht="32" customHeight="1">${columns
      .map(({ header: text, required }, i) =>
        textCell(
          `${letters[i] ?? ''}${header}`,
          required ? `*${text}` : text,
          required ? STYLE.required : STYLE.header,
        ),
      )
      .join('')}</row>`,
    `<row r="${header + 1}">${columns.map((column, i) => exampleCell(`${letters[i] ?? ''}${header + 1}`, column, i)).join('')}</row>`,
  ];
  const merges = Array.from({ length: header - 1 }, (_, i) => `<mergeCell ref="A${i + 1}:${last}${i + 1}"/>`);
  const pane = `<pane ySplit="${header}" topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A${header + 2}" sqref="A${header + 2}"/>`;
  return `${XML_HEAD}<worksheet xmlns="${MAIN_NS}" xmlns:r="${REL_NS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView tabSelected="1" workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="16.5"/><cols>${cols}</cols><sheetData>${rows.join('')}</sheetData>${last === 'A' ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`}${validations(placed)}${ON_PAPER}${commented ? '<legacyDrawing r:id="rId1"/>' : ''}</worksheet>`;
}

/** The example looks like one: grey, and its first cell says so. Numbers and dates keep their own format. */
function exampleCell(ref: string, column: TemplateColumn, index: number): string {
  if (index === 0) return textCell(ref, EXAMPLE_WORD, STYLE.example);
  const value = column.example ?? null;
  if (value === null) return `<c r="${ref}" s="${STYLE.example}"/>`;
  const type = outType(column);
  if (type === 'text') return textCell(ref, String(value), STYLE.example);
  return outCell(ref, value, type, STYLE.exampleInteger + STYLE_OF[type] - STYLE.integer);
}

function validations({ spec, columns, header, letters, lists }: Placed): string {
  const to = header + 1 + (spec.rows ?? 2000);
  const all = columns.flatMap((column, i) => {
    const choices = choicesOf(column);
    if (choices.length === 0) return [];
    const formula = lists.get(i) ?? `"${choices.join(',')}"`;
    const where = `${letters[i] ?? ''}${header + 1}:${letters[i] ?? ''}${to}`;
    return [
      `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="${where}"><formula1>${escapeXml(formula)}</formula1></dataValidation>`,
    ];
  });
  return all.length === 0 ? '' : `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`;
}

function listSheet(lists: string[][]): string {
  const longest = Math.max(...lists.map((list) => list.length));
  let rows = '';
  for (let row = 1; row <= longest; row += 1)
    rows += `<row r="${row}">${lists.map((list, i) => (list[row - 1] === undefined ? '' : textCell(`${columnName(i)}${row}`, list[row - 1] ?? '', STYLE.text))).join('')}</row>`;
  return `${XML_HEAD}<worksheet xmlns="${MAIN_NS}"><sheetData>${rows}</sheetData></worksheet>`;
}
