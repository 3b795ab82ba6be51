import { numberKind, type NumberKind } from './number-format.ts';
import { UnreadableSheet } from './unreadable-sheet.ts';
import { xmlText, textPieces } from './xml-pieces.ts';
import { attribute, inside, startTags, stringItem } from './xml.ts';
import { unpack, unpackPieces, zipParts, type ZipPart } from './zip-read.ts';

/** A sheet as the workbook's part lists it. */
export interface XlsxSheet {
  name: string;
  hidden: boolean;
  part: ZipPart;
}

/** What all sheets of an xlsx share. */
export interface XlsxBook {
  bytes: Uint8Array;
  parts: Map<string, ZipPart>;
  workbookPath: string;
  sheets: XlsxSheet[];
  date1904: boolean;
  strings: string[];
  /** Number kinds by the index of the cell's style. */
  kinds: NumberKind[];
}

/** Opens an xlsx: its sheets, shared strings and styles; rows are read later. Throws `UnreadableSheet`. */
export async function openXlsx(bytes: Uint8Array): Promise<XlsxBook> {
  const parts = zipParts(bytes);
  const read = (path: string | null): string => {
    const part = path === null ? undefined : parts.get(path);
    return part === undefined ? '' : xmlText(unpack(bytes, part));
  };
  const workbookPath = workbookPathOf(read('_rels/.rels'), parts);
  const relations = relationsOf(read(relsPath(workbookPath)), workbookPath, parts);
  const workbook = read(workbookPath);
  const find = (type: string): string | null =>
    [...relations.values()].find((one) => one.type.endsWith(`/${type}`))?.target ?? null;
  const stringsPart = parts.get(find('sharedStrings') ?? '');
  const strings = stringsPart === undefined ? [] : await sharedStrings(bytes, stringsPart);
  const sheets = startTags(workbook, 'sheet').flatMap((tag): XlsxSheet[] => {
    const relation = relations.get(attribute(tag, 'id') ?? '');
    const part = relation?.type.endsWith('/worksheet') === true ? parts.get(relation.target) : undefined;
    const state = attribute(tag, 'state') ?? 'visible';
    return part === undefined ? [] : [{ name: attribute(tag, 'name') ?? '', hidden: state !== 'visible', part }];
  });
  if (sheets.length === 0) throw new UnreadableSheet('sheet.damaged', { detail: 'workbook' });
  const date1904 = /^(1|true|on)$/.test(attribute(startTags(workbook, 'workbookPr')[0] ?? '', 'date1904') ?? '');
  return { bytes, parts, workbookPath, sheets, date1904, strings, kinds: cellKinds(read(find('styles'))) };
}

/** Path of the part that holds the relations of a part. */
export function relsPath(path: string): string {
  const cut = path.lastIndexOf('/') + 1;
  return `${path.slice(0, cut)}_rels/${path.slice(cut)}.rels`;
}

/** Relations of a part by id, their targets as names of parts: these are the same in capitals and small letters (ISO/IEC 29500-2, 6.2.2). */
export function relationsOf(
  xml: string,
  from: string,
  parts: ReadonlyMap<string, ZipPart>,
): Map<string, { type: string; target: string }> {
  const out = new Map<string, { type: string; target: string }>();
  let folded: Map<string, string> | null = null;
  const named = (path: string): string => {
    if (parts.has(path)) return path;
    folded ??= new Map([...parts.keys()].map((name) => [name.toLowerCase(), name]));
    return folded.get(path.toLowerCase()) ?? path;
  };
  for (const tag of startTags(xml, 'Relationship')) {
    const target = attribute(tag, 'Target') ?? '';
    if (attribute(tag, 'TargetMode') === 'External') continue;
    out.set(attribute(tag, 'Id') ?? '', { type: attribute(tag, 'Type') ?? '', target: named(resolved(target, from)) });
  }
  return out;
}

function resolved(target: string, from: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function workbookPathOf(rels: string, parts: Map<string, ZipPart>): string {
  const named = [...relationsOf(rels, '', parts).values()].find((one) => one.type.endsWith('/officeDocument'))?.target;
  if (named !== undefined && parts.has(named)) return named;
  if (parts.has('xl/workbook.xml')) return 'xl/workbook.xml';
  throw new UnreadableSheet('sheet.damaged', { detail: 'workbook' });
}

/** Strings piece by piece: an item is cut off as soon as its end tag has come. */
async function sharedStrings(bytes: Uint8Array, part: ZipPart): Promise<string[]> {
  const out: string[] = [];
  let held = '';
  let chars = 0;
  let end = '';
  for await (const text of textPieces(unpackPieces(bytes, part))) {
    held += text;
    if (end === '') end = endOfItem(held);
    if (end === '') continue;
    let from = 0;
    const open = `<${end.slice(2, -1)}`;
    for (;;) {
      const start = itemStart(held, open, from);
      if (start < 0) break;
      const gt = held.indexOf('>', start);
      if (gt < 0) break;
      if (held.charCodeAt(gt - 1) === 47) {
        out.push('');
        from = gt + 1;
        continue;
      }
      const close = held.indexOf(end, gt);
      if (close < 0) break;
      const value = stringItem(held.slice(gt + 1, close));
      chars += value.length;
      out.push(value);
      from = close + end.length;
    }
    held = held.slice(from);
    if (held.length > 16_000_000 || chars > 200_000_000) throw new UnreadableSheet('sheet.bomb', {});
  }
  return out;
}

/** The end tag of a string item with the prefix of this file; '' while the root has not come yet. */
function endOfItem(head: string): string {
  const m = /<([\w.-]+:)?sst[\s>]/.exec(head);
  return m === null ? '' : `</${m[1] ?? ''}si>`;
}

function itemStart(text: string, open: string, from: number): number {
  for (let at = text.indexOf(open, from); at >= 0; at = text.indexOf(open, at + 1)) {
    const next = text.charCodeAt(at + open.length);
    if (next === 62 || next === 32 || next === 47 || next === 10 || next === 13 || next === 9) return at;
  }
  return -1;
}

function cellKinds(styles: string): NumberKind[] {
  const codes = new Map<number, string>();
  for (const tag of startTags(inside(styles, 'numFmts'), 'numFmt'))
    codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '');
  return startTags(inside(styles, 'cellXfs'), 'xf').map((tag) => {
    const id = Number(attribute(tag, 'numFmtId') ?? '0');
    return numberKind(id, codes.get(id) ?? null);
  });
}
