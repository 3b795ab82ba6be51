import { deflateRawSync, deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MAX_FILE_BYTES } from '../../src/core/document/limits.ts';
import { sizeProblem } from '../../src/formats/file-problem.ts';
import { openDocument, type OpenedDocument } from '../../src/formats/open-document.ts';
import { originalRange } from '../../src/formats/original-range.ts';
import { utf8 } from '../support/bytes.ts';
import { gb18030 } from '../support/gb18030.ts';
import { makePdf, setText } from '../support/make-pdf.ts';

async function opened(bytes: Uint8Array, name = ''): Promise<OpenedDocument> {
  const result = await openDocument(bytes, name);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

async function problem(bytes: Uint8Array, name = ''): Promise<string> {
  const result = await openDocument(bytes, name);
  return result.ok ? 'opened' : (result.problems[0]?.code ?? '');
}

const lines = ({ source }: OpenedDocument): string[] => source.blocks.map((b) => source.text.slice(b.start, b.end));

/** Every unit of the text stands where the offsets say, tags and references aside. */
function expectPositions({ source, decoded }: OpenedDocument): void {
  const { sourceOffsets: at, text } = source;
  if (at === null) throw new Error('no offsets');
  expect(at.length).toBe(text.length + 1);
  for (let i = 0; i < text.length; i += 1) {
    expect(at[i]).toBeLessThanOrEqual(at[i + 1] ?? 0);
    const raw = decoded.charAt(at[i] ?? 0);
    if (!/\s/.test(text.charAt(i)) && raw !== '&') expect(raw).toBe(text.charAt(i));
  }
}

describe('plain text', () => {
  it.each([
    ['utf-8', utf8('会议召开。')],
    ['utf-8 with a mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('会议召开。'))],
    ['gb18030', gb18030('会议召开。')],
    ['utf-16le with a mark', Uint8Array.of(0xff, 0xfe, ...Buffer.from('会议召开。', 'utf16le'))],
    ['utf-16be with a mark', Uint8Array.of(0xfe, 0xff, ...Buffer.from('会议召开。', 'utf16le').swap16())],
    ['utf-16le without a mark', new Uint8Array(Buffer.from('会议召开。\n二是 3 项工作。\n'.repeat(20), 'utf16le'))],
  ])('reads %s', async (_, bytes) => {
    const document = await opened(bytes, 'a.txt');
    expect(document.source.format).toBe('txt');
    expect(lines(document)[0]).toBe('会议召开。');
    expect(document.source.sourceOffsets).toBeNull();
    expect(document.source.text).toBe(document.decoded);
  });

  it('reads rare names of GB18030 (four bytes)', async () => {
    const rare = Uint8Array.of(
      ...gb18030('会议由'),
      0x82,
      0x35,
      0x87,
      0x38,
      ...gb18030('主持，各单位负责人参加会议。'),
    );
    expect((await opened(rare)).encoding).toBe('gb18030');
  });

  it('keeps UTF-8 with a few damaged bytes and says so', async () => {
    const bytes = utf8('会议传达学习重要指示精神，审议工作计划，安排部署重点任务。'.repeat(3));
    bytes[30] = 0xff;
    const { encoding, source } = await opened(bytes);
    expect(encoding).toBe('utf-8');
    expect(source.warnings.map((w) => w.code)).toContain('document.damaged_characters');
  });

  it('a first line with the source is no text, and positions stay those of the file', async () => {
    const document = await opened(utf8('# source: https://example.invalid/1 (kept)\n会议召开。\n'), 'a.txt');
    expect(document.source.origin).toBe('https://example.invalid/1');
    expect(document.source.blocks.map((b) => b.kind)).toEqual(['chrome', 'paragraph']);
    expect(document.source.text.indexOf('会议')).toBe(document.source.blocks[1]?.start);
  });

  it('joins lines that were broken at a fixed width', async () => {
    const text = Array.from({ length: 12 }, (_, i) =>
      '要持续做好产业帮扶消费帮扶和就业帮扶各项工作并加强'.slice(0, i === 11 ? 10 : 24),
    ).join('\n');
    expect((await opened(utf8(`　　${text}。\n`))).source.blocks).toHaveLength(1);
  });
});

describe('html and markdown', () => {
  const page = `<!doctype html><html><head><title>会议召开_要闻_某某网</title><meta name="PubDate" content="2024-03-08 11:39"><script>var a="3亿元"</script><style>p{}</style></head>
<body><nav><a>首页</a><a>要闻</a></nav><h1>领导小组会议&nbsp;召开</h1><p align=center>（2024年）</p><div hidden>隐藏 9 万元</div><p>投入&#36164;金<b>3.2</b>亿元&mdash;&mdash;其中&lt;甲&gt;占5&amp;6。<p>第二段<br>还在第二段之后。</p>
<p style="display:none">看不见</p><ul><li>一项<li>二项</ul><table><tr><th>项目<th>金额<tr><td rowspan=2>甲<td>1<tr><td>2</table><img alt="合影" src="http://x/y.png"><footer>版权所有</footer></body></html>`;

  it('keeps what is visible, with headings, cells, items and marks', async () => {
    const document = await opened(utf8(page));
    const { source } = document;
    expect(source.format).toBe('html');
    expect(source.publishedOn).toBe('2024-03-08');
    expect(source.title).toBe('领导小组会议 召开');
    expect(source.text).not.toMatch(/隐藏|看不见|亿元"|p\{/);
    expect(source.text).toContain('投入资金3.2亿元——其中<甲>占5&6。');
    expect(source.blocks.filter((b) => b.kind === 'chrome').map((b) => source.text.slice(b.start, b.end))).toEqual([
      '首页要闻',
      '版权所有',
    ]);
    expect(source.blocks.find((b) => b.align === 'center')).toBeDefined();
    expect(source.blocks.filter((b) => b.kind === 'item')).toHaveLength(2);
    expect(source.blocks.filter((b) => b.kind === 'cell').map((b) => [b.table?.row, b.table?.column])).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
      [2, 1],
    ]);
    expect(source.blocks.find((b) => b.kind === 'image')?.alt).toBe('合影');
    expect(source.marks.map((m) => source.text.slice(m.start, m.end))).toEqual(['3.2']);
    expectPositions(document);
    const start = source.text.indexOf('投入');
    const range = originalRange(source, document.decoded, start, source.text.indexOf('。', start) + 1);
    expect(document.decoded.slice(range.start, range.end)).toBe(
      '投入&#36164;金<b>3.2</b>亿元&mdash;&mdash;其中&lt;甲&gt;占5&amp;6。',
    );
  });

  it('reads a page that declares gb2312, and line ends of Windows', async () => {
    const document = await opened(
      gb18030('<html><head><meta charset=gb2312></head><body>\r\n<p>会议\r\n召开，镕基。</p>\r\n</body></html>'),
    );
    expect(lines(document)).toEqual(['会议 召开，镕基。']);
    expectPositions(document);
  });

  it('reads front matter and HTML inside Markdown', async () => {
    const text =
      '---\ntitle: "领导小组会议"\ndate: Tue, 15 Jun 2021 17:00:00 GMT\nauthor: 某社\n---\n\n## 一、概况\n\n共**3**项，[详见](http://x/y)通知。\n\n- 甲\n- 乙\n\n| 项目 | 数 |\n| --- | --- |\n| 丙 | 4 |\n\n<div><p>　　会议&ldquo;召开&rdquo;。</p></div>\n';
    const document = await opened(utf8(text), 'a.md');
    expect(document.source).toMatchObject({
      format: 'md',
      title: '领导小组会议',
      publishedOn: '2021-06-16',
      origin: '某社',
    });
    expect(lines(document)).toEqual([
      '领导小组会议',
      '一、概况',
      '共3项，详见通知。',
      '甲',
      '乙',
      '项目',
      '数',
      '丙',
      '4',
      '　　会议“召开”。',
    ]);
    expectPositions(document);
  });

  it('survives nesting, unclosed tags and stray signs without end', async () => {
    const deep = `${'<div>'.repeat(20_000)}会议召开。${'</b>'.repeat(20_000)}`;
    expect(lines(await opened(utf8(deep)))).toEqual(['会议召开。']);
    const odd = await opened(utf8('<p>5 < 6 & 7 &unknown; &amp <p>二<table><td>三</table></p></p></i>'));
    expect(odd.source.text).toContain('5 < 6 & 7 &unknown; &');
    expectPositions(odd);
  });
});

describe('pdf', () => {
  it('joins lines back to paragraphs over a page end, page numbers apart', async () => {
    const text = ['会议指出，要持续做好定点帮扶工作，'.repeat(8) + '完。', '会议要求，加强统筹。'];
    const document = await opened(makePdf(setText(text, { perPage: 3, title: '某某大学召开工作会' })), 'a.pdf');
    expect(
      document.source.blocks.filter((b) => b.kind !== 'chrome').map((b) => document.source.text.slice(b.start, b.end)),
    ).toEqual(['某某大学召开工作会', ...text]);
    expect(document.source.title).toBe('某某大学召开工作会');
  });

  it('turns look-alike radicals into the characters they show', async () => {
    expect((await opened(makePdf(setText(['⼯作⽅案已经制定完成并印发各⾃单位执⾏。'])))).source.text).toContain(
      '工作方案已经制定完成并印发各自单位执行。',
    );
  });

  it.each([
    ['a scan', makePdf([[], []], { scan: true }), 'file.scanned'],
    ['a password', makePdf(setText(['会议召开。']), { encrypt: true }), 'file.encrypted'],
    ['a torn file', makePdf(setText(['会议召开。'])).slice(0, 200), 'file.damaged'],
    [
      'a bomb',
      makePdf(setText(['会议召开。']), { streams: [deflateSync(Buffer.alloc(210 * 1024 * 1024))] }),
      'file.bomb',
    ],
  ])('refuses %s', async (_, bytes, code) => {
    expect(await problem(bytes, 'a.pdf')).toBe(code);
  });
});

describe('what cannot be read has its own code', () => {
  const ole = (name: string): Uint8Array =>
    Uint8Array.of(
      0xd0,
      0xcf,
      0x11,
      0xe0,
      0xa1,
      0xb1,
      0x1a,
      0xe1,
      ...new Uint8Array(600),
      ...Buffer.from(name, 'utf16le'),
      ...new Uint8Array(600),
    );
  const zip = (name: string): Uint8Array => zipSync({ [name]: utf8('<a/>') });
  it.each<[string, Uint8Array, string]>([
    ['empty.txt', new Uint8Array(), 'file.empty'],
    ['blank.txt', utf8(' \n\t '), 'file.empty'],
    ['marks.txt', utf8('——\n。。'), 'file.no_text'],
    ['shell.html', utf8('<html><body><script>1</script></body></html>'), 'file.no_text'],
    ['photo.docx', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3), 'file.is_image'],
    ['scan.pdf', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10), 'file.is_image'],
    ['sheet.docx', zip('xl/workbook.xml'), 'file.is_spreadsheet'],
    ['slides.docx', zip('ppt/presentation.xml'), 'file.is_presentation'],
    ['form.pdf', zip('OFD.xml'), 'file.is_ofd'],
    ['text.docx', zip('content.xml'), 'file.is_odf'],
    ['files.docx', zip('a.txt'), 'file.is_archive'],
    ['files.txt', Uint8Array.of(0x1f, 0x8b, 8, 0, 0), 'file.is_archive'],
    ['old.docx', ole('WordDocument'), 'file.is_old_word'],
    ['old.doc', ole('Workbook'), 'file.is_spreadsheet'],
    ['secret.docx', ole('EncryptedPackage'), 'file.encrypted'],
    ['note.doc', utf8('{\\rtf1 a}'), 'file.is_rtf'],
    ['sound.txt', utf8('ID3\u0003aaaa'), 'file.is_media'],
    ['bytes.txt', Uint8Array.from({ length: 4000 }, (_, i) => (i * 37) % 256), 'file.unknown_kind'],
    ['torn.docx', zip('word/document.xml').slice(0, 60), 'file.is_archive'],
    ['bad.docx', zip('word/document.xml'), 'file.damaged'],
  ])('%s', async (name, bytes, code) => {
    expect(await problem(bytes, name)).toBe(code);
  });

  it('a large file is refused by its size alone', () => {
    expect(sizeProblem(200 * 1024 * 1024)).toMatchObject({ code: 'file.too_large', params: { limit: MAX_FILE_BYTES } });
    expect(sizeProblem(MAX_FILE_BYTES)).toBeNull();
  });

  it('a zip bomb is refused, also when its directory lies', async () => {
    const packed = deflateRawSync(Buffer.alloc(210 * 1024 * 1024));
    expect(await problem(rawZip('word/document.xml', packed, 210 * 1024 * 1024), 'a.docx')).toBe('file.bomb');
    expect(await problem(rawZip('word/document.xml', packed, 1000), 'a.docx')).toBe('file.bomb');
  });

  it('reads by content where the name says something else, and says so', async () => {
    const { source } = await opened(utf8('<html><body><p>会议召开。</p></body></html>'), 'a.docx');
    expect(source.format).toBe('html');
    expect(source.warnings.map((w) => w.code)).toContain('document.ending_differs');
  });
});

/** A zip of one entry, its unpacked size as stated. */
function rawZip(name: string, packed: Uint8Array, stated: number): Uint8Array {
  const head = Buffer.alloc(30 + name.length);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(stated, 22);
  head.writeUInt16LE(name.length, 26);
  head.write(name, 30);
  const entry = Buffer.alloc(46 + name.length);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(stated, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.write(name, 46);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(head.length + packed.length, 16);
  return Buffer.concat([head, packed, entry, end]);
}
