import { zipSync } from 'fflate';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a made workbook holds; every part as its XML without the first line, sheets as what stands inside `worksheet`. */
export interface MadeXlsx {
  sheets: { name: string; xml: string; state?: string; rels?: string }[];
  strings?: string;
  styles?: string;
  date1904?: boolean;
  /** Further parts by path. */
  extra?: Record<string, string | Uint8Array>;
  /** Further overrides of content types. */
  types?: string;
  /** Further relations of the workbook. */
  relations?: string;
}

/** An xlsx from raw XML, so that tests can hold what no library writes. */
export function makeXlsx(made: MadeXlsx): Uint8Array {
  const sheets = made.sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="rId${i + 1}"/>`,
  );
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELS}/${type}" Target="${target}"/>`;
  const parts: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${made.sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/>${made.types ?? ''}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook ${NS} xmlns:r="${RELS}"><workbookPr${made.date1904 === true ? ' date1904="1"' : ''}/><sheets>${sheets.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${made.sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${relation('rId91', 'styles', 'styles.xml')}${relation('rId92', 'sharedStrings', 'sharedStrings.xml')}${made.relations ?? ''}</Relationships>`,
    'xl/styles.xml': made.styles ?? STYLES,
    'xl/sharedStrings.xml': `<sst ${NS}>${made.strings ?? ''}</sst>`,
  };
  made.sheets.forEach(({ xml, rels }, i) => {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = `<worksheet ${NS} xmlns:r="${RELS}">${xml}</worksheet>`;
    if (rels !== undefined)
      parts[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] =
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rels}</Relationships>`;
  });
  Object.assign(parts, made.extra);
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [
        name,
        typeof text === 'string' ? new TextEncoder().encode(text.startsWith('<?xml') ? text : HEAD + text) : text,
      ]),
    ),
  );
}

const STYLES = `<styleSheet ${NS}><numFmts count="4"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;;@"/><numFmt numFmtId="177" formatCode="[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"/><numFmt numFmtId="178" formatCode="000000"/><numFmt numFmtId="179" formatCode="0.00&quot;日&quot;"/></numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="9"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="176" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="177" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="178" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="10" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="179" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="57" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
