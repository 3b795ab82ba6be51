const REFERENCE = /&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?/y;

/**
 * Walks decoded text beside the raw range that it came from and tells for each unit where it stands.
 * Character references take several raw units for one or two; "\r\n" takes two for one.
 */
export function alignText(raw: string, start: number, end: number, chars: string, each: (char: string, at: number) => void): void {
  let i = start;
  for (let j = 0; j < chars.length; ) {
    const char = chars.charAt(j);
    const c = raw.charAt(i);
    if (c === '&') {
      REFERENCE.lastIndex = i;
      const written = REFERENCE.exec(raw)?.[0] ?? '&';
      const units = i + written.length <= end ? referenceUnits(written, chars, j) : 0;
      if (units > 0) {
        for (let k = 0; k < units; k += 1) each(chars.charAt(j + k), i);
        j += units;
        i += written.length;
        continue;
      }
    } else if (c === '\r' && char === '\n') {
      each(char, i);
      i += raw.charAt(i + 1) === '\n' ? 2 : 1;
      j += 1;
      continue;
    } else if (c !== char) {
      const next = raw.indexOf(char, i);
      if (next >= 0 && next < end) i = next;
    }
    each(char, Math.min(i, Math.max(start, end - 1)));
    i += 1;
    j += 1;
  }
}

/** How many units of `chars` the reference stands for; 0 where it stands for itself (a lone & or an unknown name). */
function referenceUnits(written: string, chars: string, j: number): number {
  if (chars.startsWith(written, j)) return written.startsWith('&amp') ? (chars.charAt(j + 1) === 'a' ? 0 : 1) : 0;
  if (!written.endsWith(';') && /^&[A-Za-z]/.test(written)) return 0;
  const code = chars.charCodeAt(j);
  return code >= 0xd800 && code <= 0xdbff ? 2 : 1;
}
