import type { SheetCell, SheetRow } from '../../core/exchange/types.ts';
import { MAX_ROW_CHARS } from './limits.ts';
import { UnreadableSheet } from './unreadable-sheet.ts';

/** A record of a csv: its row, and its text as it stood without the line's end where `keepRaw` is asked for. */
export interface CsvRecord extends SheetRow {
  raw?: string;
  /** Cells of the record, empty ones at its end included; with `keepRaw` only. */
  columns?: number;
}

const SEPARATORS = [',', '\t', ';', '|'];

/** The separator that cuts the first records most evenly; a first line `sep=;` (which Excel heeds) decides. */
export function csvSeparator(head: string): string {
  const stated = /^\ufeff?sep=(.)\r?\n/i.exec(head)?.[1];
  if (stated !== undefined) return stated;
  let best = ',';
  let bestScore = 0;
  for (const separator of SEPARATORS) {
    const score = evenness(head, separator);
    if (score > bestScore) [best, bestScore] = [separator, score];
  }
  return best;
}

/** Records that have the commonest number of separators (at least one), weighed a little by that number. */
function evenness(head: string, separator: string): number {
  const counts = new Map<number, number>();
  let quoted = false;
  let here = 0;
  let records = 0;
  const close = (): void => {
    if (here > 0) counts.set(here, (counts.get(here) ?? 0) + 1);
    here = 0;
    records += 1;
  };
  for (let i = 0; i < head.length && records < 50; i += 1) {
    const c = head.charAt(i);
    if (c === '"') quoted = !quoted;
    else if (!quoted && c === separator) here += 1;
    else if (!quoted && c === '\n') close();
  }
  close();
  let best = 0;
  for (const [n, times] of counts) best = Math.max(best, times * (1 + Math.min(n, 20) / 20));
  return best;
}

/**
 * Cuts text into records as it comes. Quotes as Excel and WPS write them: a cell that begins with `"` runs to the next
 * lone `"` and may hold line ends; `="…"` stays as it is. A quote inside a bare cell is a character like any other.
 * A quote that is never closed throws `sheet.open_quote` with its row.
 */
export class CsvRecords {
  private held = '';
  private count = 0;
  private first = true;

  constructor(
    private readonly separator: string,
    private readonly keepRaw = false,
  ) {}

  push(text: string): CsvRecord[] {
    return this.cut(this.held === '' ? text : this.held + text, false);
  }

  end(): CsvRecord[] {
    return this.held === '' ? [] : this.cut(this.held, true);
  }

  private cut(text: string, last: boolean): CsvRecord[] {
    const out: CsvRecord[] = [];
    let at = this.first && text.charCodeAt(0) === 0xfeff ? 1 : 0;
    for (;;) {
      if (at >= text.length) break;
      const cells: SheetCell[] = [];
      const next = this.record(text, at, last, cells);
      if (next < 0) break;
      this.count += 1;
      const hint = this.count === 1 && cells.length <= 2 && /^sep=/i.test(typeof cells[0] === 'string' ? cells[0] : '');
      const raw = this.keepRaw ? text.slice(at, next).replace(/\r?\n$|\r$/, '') : undefined;
      const columns = cells.length;
      while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
      if ((cells.length > 0 || this.keepRaw) && !(hint && !this.keepRaw))
        out.push({ row: this.count, cells, hidden: false, ...(raw === undefined ? {} : { raw, columns }) });
      at = next;
    }
    if (text.length > 0) this.first = false;
    this.held = at >= text.length ? '' : text.slice(at);
    if (this.held.length > MAX_ROW_CHARS) throw new UnreadableSheet(this.tooLong(), { row: this.count + 1 });
    return out;
  }

  private tooLong(): 'sheet.open_quote' | 'sheet.row_too_long' {
    return this.held.includes('"') ? 'sheet.open_quote' : 'sheet.row_too_long';
  }

  /** Reads one record from `at` on; answers where the next begins, or −1 where more text is needed. */
  private record(text: string, at: number, last: boolean, cells: SheetCell[]): number {
    const separator = this.separator;
    const length = text.length;
    let p = at;
    for (;;) {
      const c = text.charCodeAt(p);
      if (c === 34 || (c === 61 && text.charCodeAt(p + 1) === 34)) {
        const end = this.quoted(text, c === 34 ? p : p + 1, last);
        if (end < 0) return -1;
        cells.push(this.value(text, p, end));
        p = end;
      } else {
        let end = p;
        for (; end < length; end += 1) {
          const d = text.charCodeAt(end);
          if (d === 10 || d === 13 || text[end] === separator) break;
        }
        cells.push(end === p ? null : text.slice(p, end));
        p = end;
      }
      if (p >= length) return last ? length : -1;
      if (text[p] === separator) {
        p += 1;
        if (p < length) continue;
        if (!last) return -1;
        cells.push(null);
        return length;
      }
      if (text.charCodeAt(p) === 13) {
        if (p + 1 >= length && !last) return -1;
        return text.charCodeAt(p + 1) === 10 ? p + 2 : p + 1;
      }
      return p + 1;
    }
  }

  /** Where a cell with a quote at `open` ends (at its separator, line end or the end of the text); −1 where unknown yet. */
  private quoted(text: string, open: number, last: boolean): number {
    let p = open + 1;
    for (;;) {
      const quote = text.indexOf('"', p);
      if (quote < 0) {
        if (last) throw new UnreadableSheet('sheet.open_quote', { row: this.count + 1 });
        return -1;
      }
      if (quote + 1 >= text.length && !last) return -1;
      if (text.charCodeAt(quote + 1) === 34) {
        p = quote + 2;
        continue;
      }
      let end = quote + 1;
      while (
        end < text.length &&
        text.charCodeAt(end) !== 10 &&
        text.charCodeAt(end) !== 13 &&
        text[end] !== this.separator
      )
        end += 1;
      return end;
    }
  }

  private value(text: string, from: number, end: number): SheetCell {
    if (text.charCodeAt(from) === 61) return text.slice(from, end);
    const close = text.lastIndexOf('"', end - 1);
    const inner = text.slice(from + 1, close);
    const value = (inner.includes('""') ? inner.replaceAll('""', '"') : inner) + text.slice(close + 1, end);
    return value === '' ? null : value;
  }
}
