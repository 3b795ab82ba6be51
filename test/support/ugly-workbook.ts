import { makeXlsx } from './make-xlsx.ts';

const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const text = (ref: string, value: string, style = 8): string =>
  `<c r="${ref}" s="${style}" t="inlineStr"><is><t>${value}</t></is></c>`;
const number = (ref: string, value: string, style = 8): string => `<c r="${ref}" s="${style}"><v>${value}</v></c>`;

const DATA = [
  [
    text('A5', '青石县'),
    text('B5', '村干部培训班'),
    text('C5', '2021.6'),
    number('D5', '12.5'),
    number('E5', '120'),
    `<c r="F5" s="8"><f t="shared" ref="F5:F9" si="0">D5/E5</f><v>0.104166666666667</v></c>`,
  ],
  [
    `<c r="A6" s="8"/>`,
    text('B6', '带头人培训班'),
    text('C6', '21.7.3'),
    text('D6', '十二万'),
    number('E6', '80'),
    `<c r="F6" s="8"><f t="shared" si="0"/><v>0</v></c>`,
  ],
  [
    `<c r="A7" s="8"/>`,
    text('B7', '电商培训'),
    number('C7', '44378', 1),
    number('D7', '3.25'),
    `<c r="F7" s="8"><f t="shared" si="0"/><v>0</v></c>`,
  ],
  [
    text('A8', '赤溪县'),
    text('B8', '养殖技术'),
    text('C8', '2021年8月'),
    number('D8', '1.5'),
    number('E8', '35'),
    `<c r="F8" s="8"><f t="shared" si="0"/><v>0.0428571428571429</v></c>`,
  ],
  [
    text('A9', '赤溪县'),
    text('B9', '种植技术'),
    text('C9', '2021/9/1'),
    number('D9', '2'),
    number('E9', '40.5'),
    `<c r="F9" s="8"><f t="shared" si="0"/><v>0.0493827160493827</v></c>`,
  ],
].map(
  (cells, i) => `<row r="${i + 5}"${i === 3 ? ' hidden="1"' : ''} ht="18" customHeight="1">${cells.join('')}</row>`,
);

const EXTRA: Record<string, string | Uint8Array> = {
  'xl/calcChain.xml':
    '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="F5" i="1"/><c r="F6"/><c r="F7"/><c r="F8"/><c r="F9"/><c r="D10"/><c r="E10"/></calcChain>',
  'xl/comments1.xml':
    '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>李乙</author></authors><commentList><comment ref="D6" authorId="0"><text><r><t>待核</t></r></text></comment><comment ref="B8" authorId="0"><text><t>好</t></text></comment></commentList></comments>',
  'xl/drawings/vmlDrawing1.vml':
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype><v:shape id="_x0000_s1025" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><x:ClientData ObjectType="Note"><x:Row>5</x:Row><x:Column>3</x:Column></x:ClientData></v:shape><v:shape id="_x0000_s1026" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><x:ClientData ObjectType="Note"><x:Row>7</x:Row><x:Column>1</x:Column></x:ClientData></v:shape></xml>',
  'docProps/custom.bin': Uint8Array.of(1, 2, 3, 0, 255),
};

/**
 * An invented workbook as offices send them: title, line with the unit, two header levels with merges, a county merged over
 * rows, formulas (shared ones too), a total, a line of signatures, a hidden row, own comments, a second sheet, calcChain.
 */
export function uglyWorkbook(): Uint8Array {
  const rows = [
    `<row r="1" ht="30" customHeight="1">${text('A1', '2021年培训情况统计表')}</row>`,
    `<row r="2">${text('A2', '填报单位：青石集团', 0)}${text('E2', '单位：万元', 0)}</row>`,
    `<row r="3">${text('A3', '县')}${text('B3', '培训')}${text('C3', '')}${text('D3', '投入')}${text('E3', '')}${text('F3', '人均')}</row>`,
    `<row r="4">${text('B4', '名称')}${text('C4', '时间')}${text('D4', '金额')}${text('E4', '人次')}</row>`,
    ...DATA,
    `<row r="10">${text('A10', '合计')}<c r="D10" s="8"><f>SUM(D5:D9)</f><v>19.25</v></c><c r="E10" s="8"><f>SUM(E5:E9)</f><v>275.5</v></c></row>`,
    `<row r="11">${text('A11', '填表人：张甲', 0)}${text('D11', '审核人：李乙', 0)}</row>`,
  ];
  const merges = ['A1:F1', 'A3:A4', 'B3:C3', 'D3:E3', 'F3:F4', 'A5:A7']
    .map((ref) => `<mergeCell ref="${ref}"/>`)
    .join('');
  return makeXlsx({
    sheets: [
      {
        name: '培训',
        xml: `<sheetViews><sheetView workbookViewId="0"><pane ySplit="4" topLeftCell="A5" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="1" width="14" customWidth="1"/><col min="2" max="2" width="24" customWidth="1"/><col min="3" max="6" width="12" style="8" customWidth="1"/></cols><sheetData>${rows.join('\n')}</sheetData><mergeCells count="6">${merges}</mergeCells><conditionalFormatting sqref="D5:D9"><cfRule type="cellIs" priority="1" operator="greaterThan"><formula>100</formula><extLst><ext uri="{a}"/></extLst></cfRule></conditionalFormatting><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><legacyDrawing r:id="rId2"/><extLst><ext uri="{b}"/></extLst>`,
        rels: `<Relationship Id="rId1" Type="${RELS}/comments" Target="../comments1.xml"/><Relationship Id="rId2" Type="${RELS}/vmlDrawing" Target="../drawings/vmlDrawing1.vml"/>`,
      },
      {
        name: '说明',
        xml: `<sheetData><row r="1">${text('A1', '填表说明：只填本年')}</row></sheetData><extLst><ext uri="{c}"/></extLst>`,
      },
    ],
    types: `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/comments1.xml" ContentType="${TYPE}.comments+xml"/><Override PartName="/xl/calcChain.xml" ContentType="${TYPE}.calcChain+xml"/>`,
    relations: `<Relationship Id="rId93" Type="${RELS}/calcChain" Target="calcChain.xml"/>`,
    extra: EXTRA,
  });
}
