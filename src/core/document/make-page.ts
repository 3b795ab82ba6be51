import type { Page, Sentence } from './page.ts';
import type { SourceText } from './source.ts';

/** Traditional → Simplified, one UTF-16 unit for one. */
export type Simplify = (char: string) => string;

/** Makes a source text plain for the rules (see `Page`). First cut: widths and script only. */
export function makePage(source: SourceText, simplify: Simplify): Page {
  let plain = '';
  const at: number[] = [];
  for (let i = 0; i < source.text.length; i += 1) {
    const c = plainChar(source.text, i, simplify);
    if (c === '') continue;
    plain += c;
    at.push(i);
  }
  at.push(source.text.length);
  return { source, plain, at: Uint32Array.from(at), sentences: sentencesOf(plain, source, at), publishedOn: source.publishedOn };
}

const WIDE: Record<string, string> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）', '!': '！', '?': '？' };

function plainChar(text: string, i: number, simplify: Simplify): string {
  const c = text.charAt(i);
  const code = c.charCodeAt(0);
  if (code >= 0xff10 && code <= 0xff19) return String.fromCharCode(code - 0xfee0);
  if ((c === ',' || c === ':') && /\d/.test(text.charAt(i - 1)) && /\d/.test(text.charAt(i + 1))) return c;
  if (WIDE[c]) return WIDE[c];
  if (/[ \t\u00a0\u3000]/.test(c)) return '';
  return simplify(c);
}

function sentencesOf(plain: string, source: SourceText, at: number[]): Sentence[] {
  const out: Sentence[] = [];
  let p = 0;
  source.blocks.forEach((block, index) => {
    if (block.kind === 'chrome' || block.kind === 'image') return;
    while (p < plain.length && (at[p] ?? 0) < block.start) p += 1;
    let start = p;
    for (; p < plain.length && (at[p] ?? 0) < block.end; p += 1) {
      if (!/[。！？；\n]/.test(plain.charAt(p))) continue;
      push(start, p + 1);
      start = p + 1;
    }
    push(start, p);
    function push(from: number, to: number) {
      const text = plain.slice(from, to);
      if (text.trim() === '') return;
      out.push({ start: from, end: to, text, block: index, kind: block.kind, headline: block.kind === 'heading' });
    }
  });
  return out;
}
