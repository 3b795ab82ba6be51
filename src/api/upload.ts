import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { BroughtFile } from '../acts/document/bring-document.ts';
import { isId } from '../core/kernel/id.ts';
import { problem, type Problem, type ProblemCode } from '../core/kernel/problem.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import { fileParams, MAX_FILE_BYTES } from '../core/document/limits.ts';

/** What a form may be longer than its file, in bytes. */
const FORM_BYTES = 64 * 1024;
/** How long the rest of a refused file is thrown away as it comes, so that the sender gets to read the answer. */
const LINGER_MS = 5000;

/** How large a file may be, and the problem of one that is larger. */
export interface UploadLimit {
  bytes: number;
  code: ProblemCode;
}

/** A form as it came: its one file and its other fields. */
export interface Upload {
  bytes: Buffer;
  fileName: string;
  fields: Readonly<Partial<Record<string, string>>>;
}

/** Reads `actId`, `unitId` and one document from a multipart request. */
export async function uploadOf(request: FastifyRequest): Promise<Result<BroughtFile, Problem>> {
  const upload = await formOf(request, { bytes: MAX_FILE_BYTES, code: 'file.too_large' });
  if (!upload.ok) return upload;
  const { bytes, fileName, fields } = upload.value;
  const { actId = '', unitId = '' } = fields;
  if (!isId(actId)) return refused(problem('input.invalid', 'actId'));
  if (unitId !== '' && !isId(unitId)) return refused(problem('input.invalid', 'unitId'));
  return ok({ bytes, fileName, actId, unitId: unitId === '' ? null : unitId });
}

/**
 * Reads the fields and one `file` of a multipart request. What is over the limit is refused without reading it whole: by
 * its stated length at once, else at the limit.
 */
export async function formOf(request: FastifyRequest, limit: UploadLimit): Promise<Result<Upload, Problem>> {
  const length = Number(request.headers['content-length'] ?? 0);
  const upload = length > limit.bytes + FORM_BYTES ? tooLarge(limit, '', length) : await readForm(request, limit);
  if (!upload.ok && !request.raw.complete) {
    const { raw } = request;
    raw.resume();
    const timer = setTimeout(() => raw.destroy(), LINGER_MS).unref();
    raw.once('close', () => clearTimeout(timer));
  }
  return upload;
}

async function readForm(request: FastifyRequest, limit: UploadLimit): Promise<Result<Upload, Problem>> {
  if (!request.isMultipart()) return refused(problem('file.missing', 'file'));
  const fields: Record<string, string> = {};
  let file: { bytes: Buffer; fileName: string } | null = null;
  for await (const part of request.parts({
    limits: { files: 1, fileSize: limit.bytes, fields: 10, fieldSize: 2000 },
  })) {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value);
      continue;
    }
    const read = await bytesOf(part, limit);
    if (!read.ok) return read;
    file = read.value;
  }
  return file === null ? refused(problem('file.missing', 'file')) : ok({ ...file, fields });
}

async function bytesOf(
  part: MultipartFile,
  limit: UploadLimit,
): Promise<Result<{ bytes: Buffer; fileName: string }, Problem>> {
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
  return part.file.truncated
    ? tooLarge(limit, fileName, limit.bytes + 1)
    : ok({ bytes: Buffer.concat(chunks), fileName });
}

const tooLarge = (limit: UploadLimit, fileName: string, bytes: number) =>
  refused(problem(limit.code, 'file', fileParams({ bytes, limit: limit.bytes }, fileName)));
