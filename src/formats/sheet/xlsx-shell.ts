import { escapeXml } from './xml.ts';

/** First line of every part. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Name space of sheets. */
export const MAIN_NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
/** Name space of relations inside sheets. */
export const REL_NS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_NS = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Content types of the parts that are written. */
export const CONTENT = {
  workbook: `${TYPE}.sheet.main+xml`,
  sheet: `${TYPE}.worksheet+xml`,
  styles: `${TYPE}.styles+xml`,
  comments: `${TYPE}.comments+xml`,
  vml: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
} as const;

/** Positions of the styles in `STYLES`. */
export const STYLE = {
  general: 0,
  title: 1,
  header: 2,
  text: 3,
  integer: 4,
  number: 5,
  money: 6,
  percent: 7,
  date: 8,
  month: 9,
  note: 10,
  required: 11,
  example: 12,
  moment: 13,
  /** The example's number formats begin here, in the order of `integer` to `month`. */
  exampleInteger: 14,
} as const;

const xf = (numFmt: number, font = 0, fill = 0, border = 0, align = ''): string =>
  `<xf numFmtId="${numFmt}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"${align === '' ? '/>' : ` applyAlignment="1"><alignment ${align}/></xf>`}`;

const font = (inner: string): string => `<font>${inner}<name val="宋体"/><family val="3"/><charset val="134"/></font>`;
const fill = (rgb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${rgb}"/><bgColor indexed="64"/></patternFill></fill>`;
const side = (name: string): string => `<${name} style="thin"><color rgb="FFBFBFBF"/></${name}>`;
const centered = 'horizontal="center" vertical="center" wrapText="1"';

/** The part of styles: plain, readable, the same in every file that is written. */
export const STYLES = `${XML_HEAD}<styleSheet xmlns="${MAIN_NS}"><numFmts count="3"><numFmt numFmtId="176" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="177" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="178" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="6">${font('<sz val="11"/>')}${font('<b/><sz val="14"/>')}${font('<b/><sz val="11"/>')}${font('<sz val="10"/><color rgb="FF595959"/>')}${font('<b/><sz val="11"/><color rgb="FFC00000"/>')}${font('<i/><sz val="11"/><color rgb="FF808080"/>')}</fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFDDEBF7')}${fill('FFF2F2F2')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${side('left')}${side('right')}${side('top')}${side('bottom')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="20">${[
  xf(0),
  xf(0, 1, 0, 0, 'horizontal="left" vertical="center"'),
  xf(49, 2, 2, 1, centered),
  xf(49),
  xf(3),
  xf(0),
  xf(4),
  xf(10),
  xf(176),
  xf(177),
  xf(0, 3, 0, 0, 'vertical="center" wrapText="1"'),
  xf(49, 4, 2, 1, centered),
  xf(49, 5, 3, 1, 'vertical="center"'),
  xf(178),
  ...[3, 0, 4, 10, 176, 177].map((numFmt) => xf(numFmt, 5, 3, 1)),
].join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** What the workbook part says of a sheet. */
export interface ShellSheet {
  name: string;
  hidden?: boolean;
  /** Range of the filter, `$A$1:$C$9`. */
  filter?: string | undefined;
}

/** A sheet's name as the format allows it: at most 31 characters, none of []:*?/\, no two alike. */
export function sheetNames(wanted: readonly string[]): string[] {
  const out: string[] = [];
  for (const name of wanted) {
    const plain =
      [
        ...name
          .replace(/[[\]:*?/\\]/g, ' ')
          .replace(/^'+|'+$/g, '')
          .trim(),
      ]
        .slice(0, 31)
        .join('') || 'Sheet';
    let free = plain;
    for (let n = 2; out.some((one) => one.toLowerCase() === free.toLowerCase()); n += 1)
      free = `${[...plain].slice(0, 31 - String(n).length - 1).join('')} ${n}`;
    out.push(free);
  }
  return out;
}

const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'`;

/** The workbook part; sheets have the relations rId1 on. `names` are further defined names. */
export function workbookXml(
  sheets: readonly ShellSheet[],
  names: readonly { name: string; ref: string }[] = [],
): string {
  const list = sheets
    .map(
      ({ name, hidden }, i) =>
        `<sheet name="${escapeXml(name)}" sheetId="${i + 1}"${hidden === true ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
    )
    .join('');
  const filters = sheets.flatMap(({ name, filter }, i) =>
    filter === undefined
      ? []
      : [
          `<definedName name="_xlnm._FilterDatabase" localSheetId="${i}" hidden="1">${escapeXml(`${quoted(name)}!${filter}`)}</definedName>`,
        ],
  );
  const others = names.map(({ name, ref }) => `<definedName name="${name}">${escapeXml(ref)}</definedName>`);
  const defined = [...filters, ...others].join('');
  return `${XML_HEAD}<workbook xmlns="${MAIN_NS}" xmlns:r="${REL_NS}"><bookViews><workbookView activeTab="0"/></bookViews><sheets>${list}</sheets>${defined === '' ? '' : `<definedNames>${defined}</definedNames>`}</workbook>`;
}

/** A relation from one part to another. */
export interface Relation {
  id: string;
  type: string;
  target: string;
}

/** A part of relations. */
export const relationsXml = (relations: readonly Relation[]): string =>
  `${XML_HEAD}<Relationships xmlns="${PACKAGE_NS}/relationships">${relations
    .map(({ id, type, target }) => `<Relationship Id="${id}" Type="${type}" Target="${escapeXml(target)}"/>`)
    .join('')}</Relationships>`;

/** Everything around `count` sheets and the styles; the sheets themselves are xl/worksheets/sheet1.xml on. */
export function shellParts(
  workbook: string,
  count: number,
  overrides: readonly { path: string; type: string }[] = [],
): { name: string; bytes: Uint8Array }[] {
  const sheets = Array.from({ length: count }, (_, i) => `sheet${i + 1}.xml`);
  const override = (path: string, type: string): string => `<Override PartName="${path}" ContentType="${type}"/>`;
  const types = `${XML_HEAD}<Types xmlns="${PACKAGE_NS}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="${CONTENT.vml}"/>${override('/xl/workbook.xml', CONTENT.workbook)}${override('/xl/styles.xml', CONTENT.styles)}${sheets.map((name) => override(`/xl/worksheets/${name}`, CONTENT.sheet)).join('')}${overrides.map(({ path, type }) => override(path, type)).join('')}</Types>`;
  const relations = sheets.map((name, i) => ({
    id: `rId${i + 1}`,
    type: `${REL_NS}/worksheet`,
    target: `worksheets/${name}`,
  }));
  const parts: [string, string][] = [
    ['[Content_Types].xml', types],
    ['_rels/.rels', relationsXml([{ id: 'rId1', type: `${REL_NS}/officeDocument`, target: 'xl/workbook.xml' }])],
    ['xl/workbook.xml', workbook],
    [
      'xl/_rels/workbook.xml.rels',
      relationsXml([...relations, { id: `rId${count + 1}`, type: `${REL_NS}/styles`, target: 'styles.xml' }]),
    ],
    ['xl/styles.xml', STYLES],
  ];
  return parts.map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
}
