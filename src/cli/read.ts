import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { stdin, stdout } from 'node:process';
import { fileParams, MAX_FILE_BYTES } from '../core/document/limits.ts';
import { makePage } from '../core/document/make-page.ts';
import { readPage, type World } from '../core/document/read.ts';
import type { Simplify } from '../core/document/simplify.ts';
import { sizeProblem, type FileProblem } from '../formats/file-problem.ts';
import { openDocument } from '../formats/open-document.ts';
import { loadGazetteer } from '../formats/place-pack.ts';
import { loadSimplify } from '../formats/reading-data.ts';
import { inRoot } from '../root.ts';
import { languageOf } from '../settings.ts';
import { cliWords, type Lang } from '../words/cli.ts';
import { fill, words } from '../words/words.ts';
import { filesOf } from './files-of.ts';
import { readingJson } from './reading-json.ts';
import { readingText } from './reading-text.ts';

interface Options {
  json: boolean;
  lang: Lang;
  paths: string[];
}

/** `bangfu read FILE… [--json] [--lang en]`: reads one file after the other and prints each before the next is opened. */
export async function read(args: string[]): Promise<number> {
  const options = optionsOf(args);
  if (options === null || options.paths.length === 0) {
    process.stderr.write(`${cliWords[options?.lang ?? 'zh-CN'].readUsage}\n`);
    return 2;
  }
  const simplify = loadSimplify(inRoot('data', 'reading'));
  const world = loadWorld();
  let code = 0;
  for await (const path of filesOf(options.paths)) {
    const { text, failed } = await readOne(path, options, simplify, world);
    if (failed) code = 1;
    if (!stdout.write(`${text}\n`)) await once(stdout, 'drain');
  }
  return code;
}

const loadWorld = (): World => ({ gazetteer: loadGazetteer(inRoot('data', 'places')) });

function optionsOf(args: string[]): Options | null {
  const options: Options = { json: false, lang: languageOf(process.env), paths: [] };
  for (let k = 0; k < args.length; k += 1) {
    const arg = args[k] ?? '';
    if (arg === '--json') options.json = true;
    else if (arg === '--lang' || arg.startsWith('--lang=')) {
      const lang = arg === '--lang' ? args[(k += 1)] : arg.slice(7);
      if (lang !== 'en' && lang !== 'zh-CN' && lang !== 'zh') return null;
      options.lang = lang === 'en' ? 'en' : 'zh-CN';
    } else if (arg.startsWith('--') && arg !== '--') return null;
    else if (arg !== '--') options.paths.push(arg);
  }
  return options;
}

async function readOne(
  path: string,
  options: Options,
  simplify: Simplify,
  world: World,
): Promise<{ text: string; failed: boolean }> {
  const loaded = await load(path);
  const opened = 'code' in loaded ? null : await openDocument(loaded, path === '-' ? '' : basename(path));
  if (opened?.ok) {
    const { source, decoded } = opened.value;
    const page = makePage(source, simplify);
    const reading = readPage(page, world);
    const text = options.json
      ? JSON.stringify(readingJson(path, reading, page.source, decoded))
      : readingText(path, reading, options.lang);
    return { text, failed: false };
  }
  const problem = 'code' in loaded ? loaded : (opened?.problems[0] ?? { code: 'file.damaged' as const, params: {} });
  const error = {
    code: problem.code,
    message: fill(words[options.lang].problem[problem.code], fileParams(problem.params, path)),
    ...('params' in problem ? problem.params : {}),
  };
  return { text: options.json ? JSON.stringify({ file: path, error }) : `${path}\n  ${error.message}`, failed: true };
}

/** A file that the system itself does not give us. */
type LoadProblem = { code: 'file.not_found' | 'file.not_readable'; params: { detail?: string } };

/** The bytes of a file, or of standard input for `-`; a file that is too large is refused by its size, unread. */
async function load(path: string): Promise<Uint8Array | FileProblem | LoadProblem> {
  try {
    if (path === '-') return await loadStdin();
    const size = (await stat(path)).size;
    const problem = sizeProblem(size);
    return problem ?? (await readFile(path));
  } catch (error) {
    const code = (error as { code?: string }).code ?? '';
    return { code: code === 'ENOENT' ? 'file.not_found' : 'file.not_readable', params: { detail: code } };
  }
}

async function loadStdin(): Promise<Uint8Array | FileProblem> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stdin as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_FILE_BYTES) return { code: 'file.too_large', params: { bytes, limit: MAX_FILE_BYTES } };
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
