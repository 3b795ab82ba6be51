import { columnOf } from './cell-ref.ts';
import { commentShapes, commentsVml, commentsXml, commentXml, runXml, type CellComment } from './comments.ts';
import { editRows, keptAnchors, shownPlace } from './mark-rows.ts';
import { RedStyles } from './mark-styles.ts';
import type { MarkSpec, SheetMark } from './types.ts';
import { openXlsx, relationsOf, relsPath, type XlsxBook, type XlsxSheet } from './xlsx-parts.ts';
import { xlsxFrame } from './xlsx-rows.ts';
import { CONTENT, REL_NS, relationsXml, STYLES } from './xlsx-shell.ts';
import { utf8Of } from './utf8-pieces.ts';
import { xmlText } from './xml-pieces.ts';
import { attribute, escapeXml, startTags } from './xml.ts';
import { packedBytes, unpack } from './zip-read.ts';
import { zipBytes, type PartToPack } from './zip-write.ts';

/** Parts of a workbook that are read, changed and made; what is not touched is copied packed as it is. */
class Parts {
  private readonly changed = new Map<string, string | null>();

  constructor(readonly book: XlsxBook) {}

  read(path: string): string | null {
    const changed = this.changed.get(path);
    if (changed !== undefined) return changed;
    const part = this.book.parts.get(path);
    return part === undefined ? null : xmlText(unpack(this.book.bytes, part));
  }

  /** What a part refers to. */
  relations(path: string): ReturnType<typeof relationsOf> {
    return relationsOf(this.read(relsPath(path)) ?? '', path, this.book.parts);
  }

  /** Null takes the part out. */
  write(path: string, text: string | null): void {
    this.changed.set(path, text);
  }

  /** A path of this kind that is still free: `xl/comments3.xml`. */
  free(before: string, after: string): string {
    for (let n = 1; ; n += 1) {
      const path = `${before}${n}${after}`;
      if (!this.book.parts.has(path) && !this.changed.has(path)) return path;
    }
  }

  pack(): Promise<Uint8Array> {
    const out: PartToPack[] = [];
    for (const [name, part] of this.book.parts) {
      const changed = this.changed.get(name);
      if (changed === undefined) out.push({ name, copy: part, packed: packedBytes(this.book.bytes, part) });
      else if (changed !== null) out.push({ name, pieces: utf8Of(changed) });
    }
    for (const [name, text] of this.changed)
      if (text !== null && !this.book.parts.has(name)) out.push({ name, pieces: utf8Of(text) });
    return zipBytes(out);
  }
}

/** Marks an xlsx. Answers the new bytes and how many marks found no sheet. Throws `UnreadableSheet`. */
export async function markXlsx(bytes: Uint8Array, spec: MarkSpec): Promise<{ bytes: Uint8Array; unplaced: number }> {
  const book = await openXlsx(bytes);
  const parts = new Parts(book);
  const stylesPath = stylesPart(parts);
  const red = new RedStyles(parts.read(stylesPath) ?? STYLES);
  let unplaced = 0;
  for (const [index, sheet] of book.sheets.entries()) {
    const marks = spec.marks.filter((mark) => mark.sheet === index);
    const drop = spec.drop?.get(index) ?? new Set<number>();
    if (marks.length > 0 || drop.size > 0) await markSheet(parts, sheet, marks, drop, red, spec.author);
  }
  unplaced += spec.marks.filter(({ sheet }) => book.sheets[sheet] === undefined).length;
  parts.write(stylesPath, red.xml());
  if ([...(spec.drop?.values() ?? [])].some((rows) => rows.size > 0)) dropCalcChain(parts);
  return { bytes: await parts.pack(), unplaced };
}

function stylesPart(parts: Parts): string {
  const found = [...parts.relations(parts.book.workbookPath).values()].find(({ type }) =>
    type.endsWith('/styles'),
  )?.target;
  if (found !== undefined) return found;
  const path = parts.free('xl/styles', '.xml');
  addRelation(parts, parts.book.workbookPath, `${REL_NS}/styles`, path);
  addContentType(parts, path, CONTENT.styles);
  return path;
}

async function markSheet(
  parts: Parts,
  sheet: XlsxSheet,
  marks: SheetMark[],
  drop: ReadonlySet<number>,
  red: RedStyles,
  author: string,
): Promise<void> {
  const { prefix, merges } = await xlsxFrame(parts.book, sheet);
  const path = sheet.part.name;
  const xml = parts.read(path) ?? '';
  const [from, to] = sheetData(xml, prefix);
  const reasons = new Map<string, string[]>();
  const byRow = new Map<number, Set<number | null>>();
  const seen = shownPlace(merges, drop, marks);
  for (const mark of marks) {
    const { row, column } = seen(mark);
    const key = `${row}:${column ?? ''}`;
    const before = reasons.get(key) ?? [];
    if (!before.includes(mark.reason)) reasons.set(key, [...before, mark.reason]);
    byRow.set(row, (byRow.get(row) ?? new Set<number | null>()).add(column));
  }
  const comments = new Map<string, CellComment>();
  const body = await editRows(xml.slice(from, to), {
    prefix,
    drop,
    marks: byRow,
    anchors: keptAnchors(merges, drop),
    red: (style) => red.twin(style),
    columnStyle: columnStyles(xml.slice(0, from)),
    placed: (row, wanted, column) => {
      const text = (reasons.get(`${row}:${wanted ?? ''}`) ?? []).join('\n');
      const before = comments.get(`${row}:${column}`);
      comments.set(`${row}:${column}`, { row, column, text: before === undefined ? text : `${before.text}\n${text}` });
    },
  });
  const edited = `${xml.slice(0, from)}${body}${xml.slice(to)}`;
  parts.write(
    path,
    comments.size === 0 ? edited : withComments(parts, path, edited, prefix, [...comments.values()], author),
  );
}

/** Where the rows begin and end in the text of a sheet. */
function sheetData(xml: string, prefix: string): [number, number] {
  const m = new RegExp(`<${prefix}sheetData(?:\\s[^>]*)?>`).exec(xml);
  const end = xml.indexOf(`</${prefix}sheetData>`);
  if (m === null || end < 0) return [xml.length, xml.length];
  return [m.index + m[0].length, end];
}

function columnStyles(head: string): (column: number) => number {
  const ranges = startTags(head, 'col').map((tag) => ({
    min: Number(attribute(tag, 'min')) - 1,
    max: Number(attribute(tag, 'max')) - 1,
    style: Number(attribute(tag, 'style') ?? '0'),
  }));
  return (column) => ranges.find(({ min, max }) => min <= column && column <= max)?.style ?? 0;
}

/** Adds comments to a sheet: to those that it has, or as a new part with its drawing. */
function withComments(
  parts: Parts,
  path: string,
  xml: string,
  prefix: string,
  comments: CellComment[],
  author: string,
): string {
  const relations = parts.relations(path);
  const existing = [...relations.values()].find(({ type }) => type.endsWith('/comments'))?.target;
  const drawing = [...relations.values()].find(({ type }) => type.endsWith('/vmlDrawing'))?.target;
  const hasDrawing = drawing !== undefined && startTags(xml, 'legacyDrawing').length > 0;
  let fresh = comments;
  const before = existing === undefined ? null : parts.read(existing);
  if (existing !== undefined && before !== null) {
    const merged = mergedComments(before, comments, author);
    parts.write(existing, merged.xml);
    fresh = merged.fresh;
  } else {
    const target = parts.free('xl/comments', '.xml');
    parts.write(target, commentsXml(comments, author));
    addRelation(parts, path, `${REL_NS}/comments`, target);
    addContentType(parts, target, CONTENT.comments);
  }
  const vml = hasDrawing ? parts.read(drawing) : null;
  if (hasDrawing && vml !== null) {
    const end = vml.lastIndexOf('</xml>');
    const id = Math.max(1024, ...[...vml.matchAll(/_x0000_s(\d{1,9})/g)].map((m) => Number(m[1]))) + 1;
    parts.write(drawing, vml.slice(0, end) + commentShapes(fresh, id) + vml.slice(end));
    return xml;
  }
  const target = parts.free('xl/drawings/vmlDrawing', '.vml');
  parts.write(target, commentsVml(comments, 50));
  const id = addRelation(parts, path, `${REL_NS}/vmlDrawing`, target);
  addDefaultType(parts, 'vml', CONTENT.vml);
  return placed(xml, prefix, `<${prefix}legacyDrawing xmlns:r="${REL_NS}" r:id="${id}"/>`);
}

/** Comments of the user's own stay; a reason at the same cell is added to their text. */
function mergedComments(xml: string, comments: CellComment[], author: string): { xml: string; fresh: CellComment[] } {
  const prefix = /<([\w.-]+:)?comments[\s>]/.exec(xml)?.[1] ?? '';
  const fresh: CellComment[] = [];
  const authors = startTags(xml, 'author').length;
  let out = xml.replace(
    `</${prefix}authors>`,
    `<${prefix}author>${escapeXml(author)}</${prefix}author></${prefix}authors>`,
  );
  const own = new Map<string, CellComment>();
  for (const one of comments) own.set(`${one.row}:${one.column}`, one);
  out = out.replace(new RegExp(`<${prefix}comment(?=\\s)[^>]*>[\\s\\S]*?</${prefix}comment>`, 'g'), (whole) => {
    const ref = attribute(startTags(whole, 'comment')[0] ?? '', 'ref') ?? '';
    const key = `${/\d+$/.exec(ref)?.[0] ?? ''}:${columnOf(ref)}`;
    const mine = own.get(key);
    if (mine === undefined) return whole;
    own.delete(key);
    return whole.replace(`</${prefix}text>`, () => `${runXml(`\n${mine.text}`, prefix)}</${prefix}text>`);
  });
  fresh.push(...own.values());
  const list = fresh.map((one) => commentXml(one, authors, prefix)).join('');
  return { xml: out.replace(`</${prefix}commentList>`, () => `${list}</${prefix}commentList>`), fresh };
}

/** Elements that stand behind `legacyDrawing` by the standard (ECMA-376 part 1, 18.3.1.99). */
const BEHIND =
  /^(legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst|AlternateContent)$/;

/** Puts an element into a sheet before the first top-level element that must follow it. */
function placed(xml: string, prefix: string, element: string): string {
  const start = xml.indexOf(`</${prefix}sheetData>`);
  const tags = /<(\/?)(?:[\w.-]+:)?([\w.-]+)(?:"[^"]*"|'[^']*'|[^>"'])*?(\/?)>/g;
  tags.lastIndex = start < 0 ? 0 : start + prefix.length + 12;
  let depth = 0;
  for (let m = tags.exec(xml); m !== null; m = tags.exec(xml)) {
    const closing = m[1] === '/';
    if (depth === 0 && (closing || BEHIND.test(m[2] ?? '')))
      return xml.slice(0, m.index) + element + xml.slice(m.index);
    if (closing) depth -= 1;
    else if (m[3] !== '/') depth += 1;
  }
  return xml;
}

/** Adds a relation to a part and answers its id. */
function addRelation(parts: Parts, from: string, type: string, target: string): string {
  const path = relsPath(from);
  const xml = parts.read(path);
  const used = new Set(startTags(xml ?? '', 'Relationship').map((tag) => attribute(tag, 'Id')));
  let n = used.size + 1;
  while (used.has(`rId${n}`)) n += 1;
  const id = `rId${n}`;
  if (xml === null) parts.write(path, relationsXml([{ id, type, target: `/${target}` }]));
  else {
    const prefix = /<([\w.-]+:)?Relationships[\s>]/.exec(xml)?.[1] ?? '';
    const element = `<${prefix}Relationship Id="${id}" Type="${type}" Target="/${target}"/>`;
    const close = `</${prefix}Relationships>`;
    parts.write(
      path,
      xml.includes(close) ? xml.replace(close, element + close) : xml.replace(/\/>\s*$/, `>${element}${close}`),
    );
  }
  return id;
}

const TYPES = '[Content_Types].xml';

function addContentType(parts: Parts, path: string, type: string): void {
  const xml = parts.read(TYPES) ?? '';
  const prefix = /<([\w.-]+:)?Types[\s>]/.exec(xml)?.[1] ?? '';
  parts.write(
    TYPES,
    xml.replace(`</${prefix}Types>`, `<${prefix}Override PartName="/${path}" ContentType="${type}"/></${prefix}Types>`),
  );
}

function addDefaultType(parts: Parts, extension: string, type: string): void {
  const xml = parts.read(TYPES) ?? '';
  if (startTags(xml, 'Default').some((tag) => attribute(tag, 'Extension')?.toLowerCase() === extension)) return;
  parts.write(
    TYPES,
    xml.replace(
      /(<(?:[\w.-]+:)?)Types(?=[\s>])[^>]*>/,
      (whole, open: string) => `${whole}${open}Default Extension="${extension}" ContentType="${type}"/>`,
    ),
  );
}

/** The chain of calculation names cells with formulas; those of dropped rows are gone, so it is left to be made anew. */
function dropCalcChain(parts: Parts): void {
  const path = relsPath(parts.book.workbookPath);
  const xml = parts.read(path) ?? '';
  const chain = [...parts.relations(parts.book.workbookPath).values()].find(({ type }) => type.endsWith('/calcChain'));
  if (chain === undefined) return;
  parts.write(chain.target, null);
  parts.write(
    path,
    xml.replace(/<(?:[\w.-]+:)?Relationship(?=\s)[^>]*\/calcChain"[^>]*?(?:\/>|>\s*<\/(?:[\w.-]+:)?Relationship>)/, ''),
  );
  const types = parts.read(TYPES) ?? '';
  parts.write(
    TYPES,
    types.replace(/<(?:[\w.-]+:)?Override(?=\s)[^>]*calcChain[^>]*?(?:\/>|>\s*<\/(?:[\w.-]+:)?Override>)/, ''),
  );
}
