/** A run of text as the PDF places it: `transform` holds scale and place, sizes in points. */
export interface PdfItem {
  str: string;
  transform: number[];
  width: number;
  height: number;
  hasEOL: boolean;
}

/** One printed line: text (NFKC), left and right edge, base line from the bottom, type size; `page` is the page's width. Points. */
export interface PdfLine {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  page: number;
}

/** Puts the runs of one page together to lines, top to bottom; a gap as wide as a character becomes a blank. */
export function linesOfPage(items: PdfItem[], pageWidth: number): PdfLine[] {
  const rows: { y: number; size: number; items: PdfItem[] }[] = [];
  for (const item of items) {
    if (item.str === '' || (item.str.trim() === '' && item.width === 0)) continue;
    const y = item.transform[5] ?? 0;
    const size = item.height || Math.abs(item.transform[3] ?? 10) || 10;
    const row = rows.slice(-3).findLast((r) => Math.abs(r.y - y) < Math.max(2, Math.min(size, r.size) * 0.4));
    if (row === undefined) rows.push({ y, size, items: [item] });
    else {
      row.items.push(item);
      row.size = Math.max(row.size, size);
    }
  }
  return rows
    .map((row) => lineOf(row, pageWidth))
    .filter((line) => line.text.trim() !== '')
    .sort((a, b) => b.y - a.y);
}

function lineOf(row: { y: number; size: number; items: PdfItem[] }, page: number): PdfLine {
  const items = row.items.toSorted((a, b) => (a.transform[4] ?? 0) - (b.transform[4] ?? 0));
  let text = '';
  let right = items[0]?.transform[4] ?? 0;
  const solid = items.filter((item) => item.str.trim() !== '');
  for (const item of items) {
    const x = item.transform[4] ?? 0;
    if (text !== '' && x - right > row.size * 0.8 && !text.endsWith(' ')) text += ' ';
    text += item.str;
    right = Math.max(right, x + item.width);
  }
  const last = solid.at(-1);
  return {
    text: tidy(text),
    left: solid[0]?.transform[4] ?? 0,
    right: last ? (last.transform[4] ?? 0) + last.width : right,
    y: row.y,
    size: row.size,
    page,
  };
}

/** Radicals and other look-alikes back to the characters that they show; Chinese punctuation stays wide. */
function tidy(text: string): string {
  const wide = /[，。；：？！（）“”‘’、《》【】—…～％]/;
  return Array.from(text.trim(), (c) => (wide.test(c) ? c : c.normalize('NFKC')))
    .join('')
    .replace(/\s+/g, ' ');
}
