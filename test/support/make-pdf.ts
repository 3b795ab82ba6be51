/** One printed line of a PDF: place of its base line from the lower left corner and type size, in points. */
export interface PrintedLine {
  text: string;
  x: number;
  y: number;
  size: number;
}

/**
 * Writes a small PDF with text of any script: the characters are numbered and named by a ToUnicode table, no font is inside.
 * With `encrypt` the file asks for a password that nobody has; with `scan` the pages hold an image and no text.
 */
export function makePdf(
  pages: PrintedLine[][],
  options: { encrypt?: boolean; scan?: boolean; streams?: Uint8Array[] } = {},
): Uint8Array {
  const chars = [...new Set(pages.flat().flatMap((line) => Array.from(line.text)))];
  const code = new Map(chars.map((c, i) => [c, (i + 1).toString(16).padStart(4, '0')]));
  const objects: (string | Buffer)[] = [];
  const add = (body: string | Buffer): number => objects.push(body);
  const stream = (dictionary: string, data: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`),
      data,
      Buffer.from('\nendstream'),
    ]);
  const catalog = add('<< /Type /Catalog /Pages 2 0 R >>');
  add(`<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${7 + i * 2} 0 R`).join(' ')}] >>`);
  add(
    '<< /Type /Font /Subtype /Type0 /BaseFont /SampleSong /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
  );
  add(
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SampleSong /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 1000 >>',
  );
  add(
    '<< /Type /FontDescriptor /FontName /SampleSong /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 800 /StemV 80 >>',
  );
  add(stream('', Buffer.from(toUnicode(chars, code))));
  for (const lines of pages) {
    const font = options.scan ? '' : '/Font << /F1 3 0 R >>';
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${font} >> /Contents ${objects.length + 2} 0 R >>`,
    );
    const drawn = lines.map(
      (l) => `BT /F1 ${l.size} Tf 1 0 0 1 ${l.x} ${l.y} Tm <${Array.from(l.text, (c) => code.get(c)).join('')}> Tj ET`,
    );
    add(stream('', Buffer.from(options.scan ? '0.9 g 50 50 400 600 re f' : drawn.join('\n'))));
  }
  for (const data of options.streams ?? []) add(stream('/Filter /FlateDecode', Buffer.from(data)));
  const secret = '00112233445566778899aabbccddeeff'.repeat(2);
  const encrypt = options.encrypt ? add(`<< /Filter /Standard /V 1 /R 2 /O <${secret}> /U <${secret}> /P -4 >>`) : 0;
  return assemble(
    objects,
    `/Root ${catalog} 0 R${encrypt ? ` /Encrypt ${encrypt} 0 R /ID [<${secret.slice(0, 32)}> <${secret.slice(0, 32)}>]` : ''}`,
  );
}

/** Sets running text as a typesetter would: lines of so many characters, the first of a paragraph indented by two. */
export function setText(
  paragraphs: string[],
  options: { width?: number; perPage?: number; title?: string } = {},
): PrintedLine[][] {
  const width = options.width ?? 34;
  const lines: PrintedLine[] = options.title
    ? [{ text: options.title, x: 300 - options.title.length * 9, y: 0, size: 18 }]
    : [];
  for (const paragraph of paragraphs) {
    const chars = Array.from(paragraph);
    for (let from = 0, first = true; from < chars.length; first = false) {
      const take = first ? width - 2 : width;
      lines.push({ text: chars.slice(from, from + take).join(''), x: first ? 92 : 68, y: 0, size: 12 });
      from += take;
    }
  }
  const perPage = options.perPage ?? 36;
  const pages = Array.from({ length: Math.ceil(lines.length / perPage) }, (_, p) =>
    lines.slice(p * perPage, (p + 1) * perPage),
  );
  return pages.map((page, p) => [
    ...page.map((line, i) => ({ ...line, y: 770 - i * 20 })),
    { text: `- ${p + 1} -`, x: 285, y: 30, size: 10 },
  ]);
}

function toUnicode(chars: string[], code: Map<string, string>): string {
  const rows = chars.map((c) => `<${code.get(c)}> <${Buffer.from(c, 'utf16le').swap16().toString('hex')}>`);
  const parts: string[] = [];
  for (let i = 0; i < rows.length; i += 100)
    parts.push(`${Math.min(100, rows.length - i)} beginbfchar\n${rows.slice(i, i + 100).join('\n')}\nendbfchar`);
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /S def /CMapType 2 def\n1 begincodespacerange <0000> <ffff> endcodespacerange\n${parts.join('\n')}\nendcmap end end`;
}

function assemble(objects: (string | Buffer)[], trailer: string): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const at: number[] = [];
  let length = parts[0]?.length ?? 0;
  const push = (data: Buffer): void => {
    parts.push(data);
    length += data.length;
  };
  objects.forEach((body, i) => {
    at.push(length);
    push(Buffer.from(`${i + 1} 0 obj\n`));
    push(Buffer.from(body));
    push(Buffer.from('\nendobj\n'));
  });
  const start = length;
  push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${at.map((n) => `${String(n).padStart(10, '0')} 00000 n \n`).join('')}`,
    ),
  );
  push(Buffer.from(`trailer\n<< /Size ${objects.length + 1} ${trailer} >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}
