import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simplifierFrom, type Simplify, type TraditionalTable } from '../core/document/simplify.ts';

/** The change of script from data/reading; `folder` is data/reading. Throws where the file is missing or damaged. */
export function loadSimplify(folder: string): Simplify {
  return simplifierFrom(JSON.parse(readFileSync(join(folder, 'traditional.json'), 'utf8')) as TraditionalTable);
}
