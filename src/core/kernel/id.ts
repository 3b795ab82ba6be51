import type { Brand } from './brand.ts';

/** A UUID version 7 made by the caller, which makes it the key against doing a thing twice. */
export type Id<Noun extends string> = Brand<string, `${Noun}Id`>;

const V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether the text is a UUIDv7 in lower case. */
export const isId = (text: string): boolean => V7.test(text);

/**
 * Builds a UUIDv7. Pure: the clock and the randomness come from the caller.
 * @param milliseconds since 1970, 0 … 2^48−1
 * @param random ten bytes
 */
export function buildId(milliseconds: number, random: Uint8Array): string {
  const time = milliseconds.toString(16).padStart(12, '0');
  const hex = Array.from(random.slice(0, 10), (b) => b.toString(16).padStart(2, '0')).join('');
  const variant = ((parseInt(hex.slice(3, 4), 16) & 3) | 8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(0, 3)}-${variant}${hex.slice(4, 7)}-${hex.slice(7, 19)}`;
}
