import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { BroughtFile } from '../acts/document/bring-document.ts';
import { isId } from '../core/kernel/id.ts';
import { problem, type Problem } from '../core/kernel/problem.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import { fileParams, MAX_FILE_BYTES } from '../core/document/limits.ts';

/** What a form may be longer than its file, in bytes. */
const FORM_BYTES = 64 * 1024;
/** How long the rest of a refused file is thrown away as it comes, so that the sender gets to read the answer. */
const LINGER_MS = 5000;

/**
 * Reads `actId`, `unitId` and one `file` from a multipart request. What is over the limit is refused without reading it
 * whole: by its stated length at once, else at the limit.
 */
export async function uploadOf(request: FastifyRequest): Promise<Result<BroughtFile, Problem>> {
  const length = Number(request.headers['content-length'] ?? 0);
  const upload = length > MAX_FILE_BYTES + FORM_BYTES ? tooLarge('', length) : await readForm(request);
  if (!upload.ok && !request.raw.complete) {
    const { raw } = request;
    raw.resume();
    const timer = setTimeout(() => raw.destroy(), LINGER_MS).unref();
    raw.once('close', () => clearTimeout(timer));
  }
  return upload;
}

async function readForm(request: FastifyRequest): Promise<Result<BroughtFile, Problem>> {
  if (!request.isMultipart()) return refused(problem('file.missing', 'file'));
  const fields: Record<string, string> = {};
  let file: { bytes: Buffer; fileName: string } | null = null;
  for await (const part of request.parts({
    limits: { files: 1, fileSize: MAX_FILE_BYTES, fields: 10, fieldSize: 2000 },
  })) {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value);
      continue;
    }
    const read = await bytesOf(part);
    if (!read.ok) return read;
    file = read.value;
  }
  if (file === null) return refused(problem('file.missing', 'file'));
  const { actId = '', unitId = '' } = fields;
  if (!isId(actId)) return refused(problem('input.invalid', 'actId'));
  if (unitId !== '' && !isId(unitId)) return refused(problem('input.invalid', 'unitId'));
  return ok({ ...file, actId, unitId: unitId === '' ? null : unitId });
}

async function bytesOf(part: MultipartFile): Promise<Result<{ bytes: Buffer; fileName: string }, Problem>> {
  const fileName =
    part.filename
      .replace(/[\u0000-\u001f\u007f]/g, '')
      .split(/[\\/]/)
      .pop() || 'file';
  const chunks: Buffer[] = [];
  part.file.once('limit', () => part.file.destroy());
  try {
    for await (const chunk of part.file) chunks.push(chunk as Buffer);
  } catch (error) {
    if (!part.file.truncated) throw error;
  }
  return part.file.truncated ? tooLarge(fileName, MAX_FILE_BYTES + 1) : ok({ bytes: Buffer.concat(chunks), fileName });
}

const tooLarge = (fileName: string, bytes: number) =>
  refused(problem('file.too_large', 'file', fileParams({ bytes, limit: MAX_FILE_BYTES }, fileName)));
