const SURROGATE = /[\ud800-\udfff]/;
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A text of a cell as it can be kept: no database and no JSON of one holds NUL or half a character. NUL shows nothing and goes; a half
 * becomes U+FFFD, because what it was is lost already. All else stays.
 */
export function storable(text: string): string {
  const seen = withoutNul(text);
  return SURROGATE.test(seen) ? seen.replace(HALF, '\ufffd') : seen;
}

/** A text that was decoded strictly has no halves of characters: only NUL is looked for. */
export const withoutNul = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '') : text);
