/** A one-page PDF with a few lines of Chinese, set in a typeface that the reader's machine has: what the worked example shows as a voucher. */
export function examplePaper(lines: readonly string[]): Buffer {
  const drawn = lines.map((line, i) => {
    const [size, y] = i === 0 ? [20, 760] : [13, 730 - i * 26];
    return `BT /F1 ${size} Tf 1 0 0 1 72 ${y} Tm <${Buffer.from(line, 'utf16le').swap16().toString('hex')}> Tj ET`;
  });
  const page = `${drawn.join('\n')}\n0.7 0.2 0.2 RG 2 w 60 700 475 100 re S`;
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ]);
}

/** Numbers the objects and adds the table of where each begins. All parts are ASCII, so signs are bytes. */
function assembled(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n';
  const at = objects.map((body, i) => {
    const begin = text.length;
    text += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return begin;
  });
  const table = at.map((begin) => `${String(begin).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${text}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}
