import { kindOf } from './characters.ts';

/** Whether a blank between two digits stands inside one number: "1 024", groups of three after one to three digits. */
export function isThousandGap(text: string, from: number, end: number): boolean {
  if (end - from !== 1 || !/^\d{3}(?!\d)/.test(text.slice(end, end + 4))) return false;
  const before = /(?:^|[^\d.])(\d{1,3})(?:[ \u00a0\u2009\u202f]\d{3})*$/.exec(text.slice(Math.max(0, from - 16), from));
  return before !== null && !before[1]?.startsWith('0');
}

/**
 * Whether a block sets its sentences apart by blanks only: no full stop in it, and runs of Chinese with the length of
 * clauses between the blanks.
 */
export function isSpaced(text: string, from: number, to: number): boolean {
  if (to - from < 60) return false;
  let gaps = 0;
  let stops = 0;
  let blank = false;
  let before = 0;
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 32 || code === 0x3000 || code === 0xa0 || code === 9) {
      blank = true;
      continue;
    }
    if (code === 0x3002 || code === 0xff1b || code === 0x3b) stops += 1;
    if (blank && kindOf(before) === 'han' && kindOf(code) === 'han') gaps += 1;
    blank = false;
    before = code;
  }
  return gaps >= 2 && stops === 0 && (to - from) / (gaps + 1) >= 12;
}
