import type { Span } from './spots.ts';

/** Words selected in the original, with where they stand on the screen. */
export interface Picked extends Span {
  rect: { left: number; top: number; right: number; bottom: number };
}

/** The selection of the window as a range of the text; null where nothing, or nothing of the original, is selected. */
export function pickedIn(pane: HTMLElement): Picked | null {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!pane.contains(range.commonAncestorContainer)) return null;
  let span: Span | null = null;
  for (const run of pane.querySelectorAll<HTMLElement>('[data-s]')) {
    const node = run.firstChild;
    if (node === null || !range.intersectsNode(node)) continue;
    const at = Number(run.dataset['s']);
    const length = node.textContent?.length ?? 0;
    const from = at + (range.startContainer === node ? range.startOffset : 0);
    const to = at + (range.endContainer === node ? range.endOffset : length);
    if (to <= from) continue;
    span = span === null ? { start: from, end: to } : { start: span.start, end: to };
  }
  if (span === null) return null;
  const { left, top, right, bottom } = range.getBoundingClientRect();
  return { ...span, rect: { left, top, right, bottom } };
}

/** The range without blanks at its ends. */
export function trimmed({ start, end }: Span, text: string): Span {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}
