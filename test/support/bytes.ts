import { readFileSync } from 'node:fs';
import { inRoot } from '../../src/root.ts';

/** A text as bytes. */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A file of `test/formats/sheet/files`. */
export const sheetFile = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(inRoot('test', 'formats', 'sheet', 'files', name)));
