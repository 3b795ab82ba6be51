/**
 * A one-page PDF with a few lines of Latin letters, which every reader can draw without a typeface inside: what the worked
 * example shows as a voucher. Signs that are not ASCII make it differ from others and are not drawn.
 */
export function examplePaper(lines: readonly string[]): Buffer {
  const drawn = lines.map((line, i) => {
    const [size, y] = i === 0 ? [28, 750] : [13, 716 - i * 22];
    const said = line.replace(/[^ -~]/g, '').replace(/[\\()]/g, '');
    return `BT /F1 ${size} Tf 1 0 0 1 84 ${y} Tm (${said}) Tj ET % ${Buffer.from(line).toString('hex')}`;
  });
  const page = `0.7 0.2 0.2 RG 2 w 60 640 475 150 re S\n${drawn.join('\n')}`;
  return assembled([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
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
