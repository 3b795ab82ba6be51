import type { SourceText } from '../core/document/source.ts';

/** Where a range of `source.text` stands in the decoded file (UTF-16 units, end after the last unit or reference). */
export function originalRange(
  source: SourceText,
  decoded: string,
  start: number,
  end: number,
): { start: number; end: number } {
  const offsets = source.sourceOffsets;
  if (offsets === null || end <= start) return { start: offsets?.[start] ?? start, end: offsets?.[end] ?? end };
  const last = offsets[end - 1] ?? 0;
  const reference =
    decoded.charAt(last) === '&' ? /^&[#\w]{1,32};?/.exec(decoded.slice(last, last + 34))?.[0].length : undefined;
  const isReference =
    reference !== undefined && (source.text.charAt(end - 1) !== '&' || decoded.startsWith('&amp', last));
  return { start: offsets[start] ?? 0, end: last + (isReference ? reference : 1) };
}
