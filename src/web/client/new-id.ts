import { buildId } from '../../core/kernel/id.ts';

/** A new UUIDv7 from this browser's clock and randomness: the id of an act, or of a thing about to be made. */
export function newId(): string {
  return buildId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}
