import { MAX_EVIDENCE_BYTES } from '../../core/ledger/evidence.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { UnreadableFile } from '../file-problem.ts';
import { ascii, sniff } from '../sniff.ts';
import { UnfitFile, type EvidenceProblem, type Inspected } from './evidence-problem.ts';
import { inspectHeic, inspectWebp, isHeic } from './inspect-boxed.ts';
import { inspectJpeg } from './inspect-jpeg.ts';
import { inspectPacked } from './inspect-packed.ts';
import { inspectPdf } from './inspect-pdf.ts';
import { inspectPng } from './inspect-png.ts';
import { inspectXml } from './inspect-xml.ts';

/**
 * Tells by content whether a file can be evidence, and what it is; its name plays no part. Never throws for bad input, and
 * never keeps the loop for long: a photo is looked through in small parts.
 */
export async function inspectFile(bytes: Uint8Array): Promise<Result<Inspected, EvidenceProblem>> {
  if (bytes.length === 0) return refused({ code: 'file.empty', params: {} });
  if (bytes.length > MAX_EVIDENCE_BYTES)
    return refused({ code: 'evidence.too_large', params: { bytes: bytes.length, limit: MAX_EVIDENCE_BYTES } });
  try {
    return ok(await inspect(bytes));
  } catch (error) {
    if (error instanceof UnfitFile) return refused(error.problem);
    if (error instanceof UnreadableFile) return refused({ code: error.problem.code, params: {} });
    // What the checks did not foresee is a file that is not as it should be.
    if (error instanceof RangeError) return refused({ code: 'file.damaged', params: {} });
    throw error;
  }
}

function inspect(bytes: Uint8Array): Inspected | Promise<Inspected> {
  if (ascii(bytes, 0, 3) === '\xff\xd8\xff') return inspectJpeg(bytes);
  if (ascii(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return inspectPng(bytes);
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return inspectWebp(bytes);
  if (isHeic(bytes)) return inspectHeic(bytes);
  if (ascii(bytes, 0, 5) === '%PDF-') return inspectPdf(bytes);
  if (ascii(bytes, 0, 4) === 'PK\x03\x04') return inspectPacked(bytes);
  const kind = sniff(bytes);
  if (kind.open === 'text') return inspectXml(bytes);
  if (kind.open !== null) throw new UnfitFile('evidence.not_accepted', { kind: kind.open });
  if (kind.code === 'file.encrypted' || kind.code === 'file.is_archive' || kind.code === 'file.is_program')
    throw new UnfitFile(kind.code, { kind: kind.kind });
  if (['doc', 'xls', 'ppt'].includes(kind.kind)) throw new UnfitFile('evidence.old_office', { kind: kind.kind });
  throw new UnfitFile('evidence.not_accepted', { kind: kind.kind });
}
