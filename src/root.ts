import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's own folder (absolute), found upwards from this file: right from src/ and from dist/. */
export const root: string = findRoot(dirname(fileURLToPath(import.meta.url)));

/** A path inside the package: `inRoot('data', 'places.gz')`. */
export const inRoot = (...parts: string[]): string => join(root, ...parts);

function findRoot(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'migrations'))) return folder;
    if (dirname(folder) === folder) throw new Error(`no package folder above ${start}`);
  }
}
