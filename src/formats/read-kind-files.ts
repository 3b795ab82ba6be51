import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KindDefinition } from '../core/ledger/kind.ts';

/** The kinds that ship with the product, in the order of files and lists; a test holds them to the contract's shape. */
export function readKindFiles(folder: string): KindDefinition[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as KindDefinition[]);
}
