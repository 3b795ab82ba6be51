import type { EvidenceMediaType } from '../../core/ledger/evidence.ts';
import { listZip, unzipBounded, type ZipEntry } from '../unzip-bounded.ts';
import { UnfitFile, type Inspected } from './evidence-problem.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
/** Folder of an Office file and what it then is. */
const KINDS: [string, string, EvidenceMediaType][] = [
  ['word/', 'docx', `${OFFICE}wordprocessingml.document`],
  ['xl/', 'xlsx', `${OFFICE}spreadsheetml.sheet`],
  ['ppt/', 'pptx', `${OFFICE}presentationml.presentation`],
];
/** Parts that are programs: macros, ActiveX, the macro sheets of old Excel. */
const PROGRAM = /(vbaProject[^/]*\.bin|vbaData\.xml|\/activeX\/|\/macrosheets\/)/i;
/** Most that a packed file may say it unpacks to, in bytes; nothing here unpacks it. */
const MOST_UNPACKED = 500 * 1024 * 1024;
/** Most of the list of parts, in bytes. */
const MOST_LIST = 4 * 1024 * 1024;

/** Looks into a zip: a Word, Excel or PowerPoint file without macros, or an OFD document. Throws `UnfitFile`. */
export function inspectPacked(bytes: Uint8Array): Inspected {
  const entries = listZip(bytes);
  if (entries.length === 0) throw new UnfitFile('file.damaged', { kind: 'zip' });
  if (entries.reduce((sum, one) => sum + one.unpacked, 0) > MOST_UNPACKED)
    throw new UnfitFile('file.bomb', { kind: 'zip' });
  if (entries.some((one) => (one.flags & 1) !== 0)) throw new UnfitFile('file.encrypted', { kind: 'zip' });
  const has = (name: string) => entries.some((one) => one.name === name);
  if (has('OFD.xml')) return ofd(bytes, entries);
  if (has('[Content_Types].xml')) return office(bytes, entries);
  throw new UnfitFile('file.is_archive', { kind: 'zip' });
}

function ofd(bytes: Uint8Array, entries: readonly ZipEntry[]): Inspected {
  const root = part(bytes, 'OFD.xml');
  if (!/<(\w+:)?OFD\b/.test(root)) throw new UnfitFile('file.damaged', { kind: 'ofd' });
  // Scripts are no part of OFD (GB/T 33190); a page among its parts would be one.
  if (entries.some((one) => /\.(html?|js|svg|exe|dll|bat|cmd|vbs|ps1)$/i.test(one.name)))
    throw new UnfitFile('evidence.active', { kind: 'ofd' });
  return { mediaType: 'application/ofd', kind: 'invoice' };
}

function office(bytes: Uint8Array, entries: readonly ZipEntry[]): Inspected {
  const found = KINDS.find(([folder]) => entries.some((one) => one.name.startsWith(folder)));
  if (found === undefined) throw new UnfitFile('evidence.not_accepted', { kind: 'zip' });
  const [, kind, mediaType] = found;
  const macros =
    entries.some((one) => PROGRAM.test(one.name)) ||
    /macroEnabled|vbaProject/i.test(part(bytes, '[Content_Types].xml'));
  if (macros) throw new UnfitFile('evidence.macro', { kind });
  return { mediaType, kind: 'office' };
}

function part(bytes: Uint8Array, name: string): string {
  const found = unzipBounded(bytes, (one) => one === name, MOST_LIST).get(name);
  return new TextDecoder().decode(found);
}
