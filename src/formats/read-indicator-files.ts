import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IndicatorDefinition } from '../core/indicator/definition.ts';

/** The indicators that ship with the product, in the order of files and lists; a test holds them to the contract's shape. */
export function readIndicatorFiles(folder: string): IndicatorDefinition[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as IndicatorDefinition[]);
}
