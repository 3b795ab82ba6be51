import { valueOf, type Seen } from './conditions.ts';
import type { KindDefinition } from './kind.ts';
import { isPlaceholder } from './normal-value.ts';
import { typeOf } from './operands.ts';

/** Text that is folded already. */
const FOLDED = /^[\dA-Z\u4e00-\u9fff]+$/;
/** Of ASCII and Chinese characters alone: nothing of it is wide or composed. */
const NARROW = /^[ -~\u4e00-\u9fff]*$/;
const upper = (text: string): string => (NARROW.test(text) ? text : text.normalize('NFKC')).toUpperCase();

/**
 * Numbers of vouchers as they are compared: full-width signs and case folded, blanks dropped; other signs between digits become `-`
 * (1-12 is not 112), all else is dropped (记-012号, 记 012 号 and 记012号 are one).
 */
export function foldNumber(text: string): string {
  if (FOLDED.test(text)) return text;
  return upper(text)
    .replace(/[\p{Z}\p{Cc}\p{Cf}]+/gu, '')
    .replace(/[\p{P}\p{S}]+/gu, (_signs, at: number, whole: string) => {
      const [before, after] = [whole.charAt(at - 1), whole.charAt(at + _signs.length)];
      return at > 0 && isDigit(before) && isDigit(after) ? '-' : '';
    });
}

const isDigit = (sign: string): boolean => sign >= '0' && sign <= '9' && sign.length === 1;

/** Names as they are compared: full-width signs and case folded, blanks and punctuation dropped. */
export function foldName(text: string): string {
  if (FOLDED.test(text)) return text;
  return upper(text).replace(/[\p{Z}\p{Cc}\p{Cf}\p{P}\p{S}]+/gu, '');
}

/**
 * What must not count twice, as one text to be digested: the group and the values of the key, each folded; null: the kind has no key
 * or a part of it is empty (or says only that there is none). The draft is a checked one. `more`: what else tells two apart
 * (the number of reversals before, the unit of a joint payment).
 */
export function onceKeyText(definition: KindDefinition, draft: Seen, more: readonly string[] = []): string | null {
  if (definition.once === null) return null;
  const parts: string[] = [definition.once.group];
  for (const code of definition.once.key) {
    const value = valueOf(draft, code);
    if (value === null || value === '') return null;
    const folded = fold(definition, code, value);
    if (folded === '') return null;
    parts.push(folded);
  }
  parts.push(...more);
  return JSON.stringify(parts);
}

function fold(definition: KindDefinition, code: string, value: string): string {
  if (code === 'voucher') return isPlaceholder(value) ? '' : foldNumber(value);
  if (code === 'unit') return value;
  switch (typeOf(definition, code)) {
    case 'text':
    case 'long_text':
      return isPlaceholder(value) ? '' : foldName(value);
    case 'order_number':
      return foldNumber(value);
    default:
      return value;
  }
}
