import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { BroughtSheet } from '../acts/exchange/begin-import.ts';
import { fileParams } from '../core/document/limits.ts';
import { isId } from '../core/kernel/id.ts';
import { problem, type Problem } from '../core/kernel/problem.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';

/** Largest table file in bytes: a csv of a few million rows. Workbooks have a lower limit of their own. */
const MAX_SHEET_BYTES = 512 * 1024 * 1024;
const PART_BYTES = 1024 * 1024;
const LINGER_MS = 5000;

/** A file on the server's disk; `remove` it once it is kept. */
export type SpooledSheet = BroughtSheet & { remove(): Promise<void> };

interface Spool {
  path: string;
  size: number;
  digest: Buffer;
  fileName: string;
}

/** Reads `actId`, `id`, `unitId`, `kind` and one `file` of a multipart request; the file goes to disk as it comes. */
export async function spoolSheet(request: FastifyRequest): Promise<Result<SpooledSheet, Problem>> {
  if (!request.isMultipart()) return refused(problem('file.missing', 'file'));
  const fields: Record<string, string> = {};
  let spool: Spool | null = null;
  const path = join(tmpdir(), `bangfu-sheet-${randomUUID()}`);
  const drop = () => rm(path, { force: true });
  try {
    for await (const part of request.parts({
      limits: { files: 1, fileSize: MAX_SHEET_BYTES, fields: 10, fieldSize: 2000 },
    })) {
      if (part.type === 'field') fields[part.fieldname] = String(part.value);
      else spool = await toDisk(part, path);
      if (spool !== null && spool.size > MAX_SHEET_BYTES) return await tooLarge(request, spool, drop);
    }
  } catch (error) {
    await drop();
    throw error;
  }
  const problems = fieldProblems(fields, spool);
  if (spool === null || problems.length > 0) {
    await drop();
    return refused(...problems);
  }
  const { actId = '', id = '', unitId = '', kind = '' } = fields;
  const { digest, size, fileName } = spool;
  const parts = () => createReadStream(path, { highWaterMark: PART_BYTES }) as AsyncIterable<Buffer>;
  return ok({ actId, id, unitId, kind, fileName, pasted: false, digest, size, parts, remove: drop });
}

function fieldProblems(fields: Record<string, string>, spool: Spool | null): Problem[] {
  const problems = ['actId', 'id', 'unitId'].flatMap((name) =>
    isId(fields[name] ?? '') ? [] : [problem('input.invalid', name)],
  );
  if (!/^[a-z][a-z0-9_]{1,49}$/.test(fields['kind'] ?? '')) problems.push(problem('input.invalid', 'kind'));
  if (spool === null) problems.push(problem('file.missing', 'file'));
  return problems;
}

async function toDisk(part: MultipartFile, path: string): Promise<Spool> {
  const fileName =
    part.filename
      .replace(/[\u0000-\u001f\u007f]/g, '')
      .split(/[\\/]/)
      .pop() || 'file';
  const digest = createHash('sha256');
  const file = await open(path, 'w', 0o600);
  let size = 0;
  try {
    for await (const chunk of part.file) {
      const bytes = chunk as Buffer;
      size += bytes.length;
      digest.update(bytes);
      await file.write(bytes);
    }
  } finally {
    await file.close();
  }
  return { path, size: part.file.truncated ? MAX_SHEET_BYTES + 1 : size, digest: digest.digest(), fileName };
}

/** The rest is thrown away as it comes for a moment, so that the sender gets to read the answer. */
async function tooLarge(
  request: FastifyRequest,
  spool: Spool,
  drop: () => Promise<void>,
): Promise<Result<never, Problem>> {
  await drop();
  const { raw } = request;
  raw.resume();
  setTimeout(() => raw.destroy(), LINGER_MS).unref();
  const params = fileParams({ bytes: spool.size, limit: MAX_SHEET_BYTES }, spool.fileName);
  return refused(problem('file.too_large', 'file', params));
}
