const REFERENCE = /&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?/y;

/**
 * Walks decoded text beside the raw range that it came from and tells for each unit where it stands. Character
 * references take several raw units for one or two; "\r\n" takes two for one. Answers where the walk ended.
 */
export function alignText(
  raw: string,
  start: number,
  end: number,
  chars: string,
  each: (char: string, at: number) => void,
): number {
  let i = start;
  for (let j = 0; j < chars.length;) {
    const char = chars.charAt(j);
    const c = raw.charAt(i);
    const reference = c === '&' ? referenceAt(raw, i, chars, j) : null;
    if (reference !== null) {
      for (let k = 0; k < reference.units; k += 1) each(chars.charAt(j + k), i);
      j += reference.units;
      i += reference.length;
      continue;
    }
    if (c === '\r' && char === '\n') {
      each(char, i);
      i += raw.charAt(i + 1) === '\n' ? 2 : 1;
      j += 1;
      continue;
    }
    if (c !== char) {
      const next = raw.indexOf(char, i);
      if (next >= 0 && next < end) i = next;
    }
    each(char, Math.min(i, Math.max(start, end - 1)));
    i += 1;
    j += 1;
  }
  return i;
}

/** Raw length and decoded units of the reference that begins here; null where the & stands for itself. */
function referenceAt(raw: string, i: number, chars: string, j: number): { length: number; units: number } | null {
  REFERENCE.lastIndex = i;
  const written = REFERENCE.exec(raw)?.[0];
  if (written === undefined) return null;
  const code = chars.charCodeAt(j);
  const units = code >= 0xd800 && code <= 0xdbff ? 2 : 1;
  if (written === '&amp;') return { length: 5, units: 1 };
  if (chars.startsWith(written, j)) return null;
  if (written.endsWith(';') || written.startsWith('&#')) return { length: written.length, units };
  // Old names do without the semicolon, and letters may follow (&copy2024).
  for (let length = written.length; length >= 3; length -= 1) {
    if (chars.startsWith(written.slice(length), j + units)) return { length, units };
  }
  return null;
}
