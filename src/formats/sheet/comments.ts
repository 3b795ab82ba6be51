import { columnName } from './cell-ref.ts';
import { displayWidth } from './write-cells.ts';
import { MAIN_NS, XML_HEAD } from './xlsx-shell.ts';
import { escapeXml } from './xml.ts';

/** A comment at a cell: row from 1, column from 0. */
export interface CellComment {
  row: number;
  column: number;
  text: string;
}

const PER_BLOCK = 1024;

/** The part of comments of a sheet. */
export function commentsXml(comments: readonly CellComment[], author: string): string {
  const list = comments.map((one) => commentXml(one, 0)).join('');
  return `${XML_HEAD}<comments xmlns="${MAIN_NS}"><authors><author>${escapeXml(author)}</author></authors><commentList>${list}</commentList></comments>`;
}

/** One comment; `prefix` is that of the part's tags. */
export function commentXml({ row, column, text }: CellComment, author: number, prefix = ''): string {
  return `<${prefix}comment ref="${columnName(column)}${row}" authorId="${author}"><${prefix}text>${runXml(text, prefix)}</${prefix}text></${prefix}comment>`;
}

/** A run of a comment's text. */
export const runXml = (text: string, prefix = ''): string =>
  `<${prefix}r><${prefix}rPr><${prefix}sz val="10"/><${prefix}rFont val="宋体"/></${prefix}rPr><${prefix}t xml:space="preserve">${escapeXml(text)}</${prefix}t></${prefix}r>`;

/** The drawing that Excel wants beside comments; `block` numbers the drawing in the workbook, from 1. */
export function commentsVml(comments: readonly CellComment[], block: number): string {
  const blocks = Array.from({ length: Math.max(1, Math.ceil((comments.length + 1) / PER_BLOCK)) }, (_, i) => block + i);
  return `<xml ${VML_NS}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join(',')}"/></o:shapelayout>${SHAPE_TYPE}${commentShapes(comments, block * PER_BLOCK + 1)}</xml>`;
}

const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** Said again at every shape: the drawing that shapes are added to may call these namespaces otherwise. */
const VML_NS =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"';

/** Boxes of comments, hidden until the pointer rests on the cell, high enough for their text. */
export function commentShapes(comments: readonly CellComment[], firstId: number): string {
  return comments
    .map(({ row, column, text }, i) => {
      const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / 30)), 0);
      const high = Math.min(20, Math.max(3, lines + 1));
      const top = Math.max(0, row - 2);
      const anchor = [column + 1, 12, top, 4, column + 4, 12, top + high, 4].join(', ');
      return `<v:shape ${VML_NS} id="_x0000_s${firstId + i}" type="#_x0000_t202" style="position:absolute;margin-left:80pt;margin-top:2pt;width:180pt;height:${high * 15}pt;z-index:${i + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
    })
    .join('');
}
