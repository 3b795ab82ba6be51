import { withShape } from './chrome.ts';
import { findDebris, withoutPinyin } from './debris.ts';
import { Normaliser } from './normalise.ts';
import type { Page } from './page.ts';
import { publishedDayOf } from './published-day.ts';
import { sentencesOf, type PlainBlock } from './sentence.ts';
import type { Simplify } from './simplify.ts';
import type { ReadingWarning, SourceText } from './source.ts';

/**
 * Makes a source text plain for the rules (see `Page`): chrome set apart and left out of `plain`, script, widths,
 * blanks and debris tidied, sentences cut. Linear in the length of the text. `page.source` has the blocks as marked here.
 */
export function makePage(source: SourceText, simplify: Simplify): Page {
  const shaped = withShape(source, (text) => simpler(withoutPinyin(text), simplify));
  const debris = findDebris(shaped.text);
  const normaliser = new Normaliser(shaped.text, simplify, debris);
  const blocks: PlainBlock[] = [];
  shaped.blocks.forEach((block, index) => {
    if (block.kind === 'chrome' || block.kind === 'image') return;
    const start = normaliser.length;
    normaliser.block(block.start, block.end);
    if (normaliser.length > start) blocks.push({ index, kind: block.kind, start, end: normaliser.length });
    normaliser.boundary(block.end);
  });
  const { plain, at } = normaliser.finish();
  const { sentences, repeated } = sentencesOf(plain, blocks, shaped.summary);
  const warnings: ReadingWarning[] = [...shaped.warnings, ...debris.warnings];
  if (repeated >= 3) warnings.push({ code: 'document.body_twice', detail: String(repeated), start: null, end: null });
  const day = shaped.publishedOn ?? dayOfText(shaped);
  const { summary: _, ...rest } = shaped;
  return {
    source: { ...rest, publishedOn: day, warnings },
    plain,
    at,
    sentences,
    publishedOn: day,
  };
}

function simpler(text: string, simplify: Simplify): string {
  let out = '';
  for (let i = 0; i < text.length; i += 1) out += simplify(text.charAt(i), text.charAt(i + 1), text.charAt(i - 1));
  return out;
}

function dayOfText(source: SourceText): SourceText['publishedOn'] {
  const lines = source.blocks.map((b) => source.text.slice(b.start, Math.min(b.end, b.start + 400)).trim());
  return publishedDayOf(lines, source.origin)?.day ?? null;
}
