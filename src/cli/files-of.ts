import { opendir, stat } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';

/** The files that the arguments name, one by one: files as given, `-`, folders (all files inside, sorted, no dot files), patterns with * and ?. */
export async function* filesOf(paths: string[]): AsyncGenerator<string> {
  for (const path of paths) {
    if (path === '-') yield path;
    else if (await isFolder(path)) yield* inside(path);
    else if (/[*?]/.test(path) && !(await exists(path))) yield* matching(path);
    else yield path;
  }
}

async function* inside(folder: string): AsyncGenerator<string> {
  const names: { name: string; folder: boolean }[] = [];
  for await (const entry of await opendir(folder)) {
    if (entry.name.startsWith('.')) continue;
    if (entry.isFile() || entry.isDirectory()) names.push({ name: entry.name, folder: entry.isDirectory() });
  }
  names.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of names) {
    const path = join(folder, entry.name);
    if (entry.folder) yield* inside(path);
    else yield path;
  }
}

/** Files under the fixed part of the pattern that match it; the pattern itself where none does, so that it is reported as missing. */
async function* matching(pattern: string): AsyncGenerator<string> {
  let base = dirname(pattern);
  while (/[*?]/.test(base)) base = dirname(base);
  let found = false;
  if (await isFolder(base)) {
    for await (const path of inside(base)) {
      if (!globMatches(path, pattern)) continue;
      found = true;
      yield path;
    }
  }
  if (!found) yield pattern;
}

/** `*` and `?` stay inside one folder, `**` crosses folders. */
function globMatches(path: string, pattern: string): boolean {
  const source = normalize(pattern)
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/?|\*|\?/g, (sign) => (sign === '?' ? '[^/]' : sign === '*' ? '[^/]*' : '(?:.*/)?'));
  return new RegExp(`^${source}$`, 'u').test(normalize(path));
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (s) => s.isDirectory(),
    () => false,
  );
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
