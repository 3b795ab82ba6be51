import { bringDocument } from '../../../contract/document.ts';
import type { AnswerOf } from '../../../contract/route.ts';
import { MAX_FILE_BYTES } from '../../../core/document/limits.ts';
import type { ProblemCode } from '../../../core/kernel/problem.ts';
import { addressOf, Refused } from '../../client/call.ts';
import { sizeText } from '../../client/format.ts';
import { sendForm } from '../../client/send-form.ts';

/** The answer to a file that was brought in. */
export type Brought = AnswerOf<typeof bringDocument>;

interface Sending {
  actId: string;
  file: File;
  signal: AbortSignal;
  /** Share sent, 0 … 1; at 1 the server reads. */
  onProgress: (share: number) => void;
}

/** Sends one file and tells how far it is. Throws as `call` does; what is surely refused is not sent at all. */
export function sendFile({ actId, file, signal, onProgress }: Sending): Promise<Brought> {
  const early = refusalOf(file);
  if (early !== null) return Promise.reject(early);
  const body = new FormData();
  body.set('actId', actId);
  body.set('unitId', '');
  body.set('file', file, file.name);
  return sendForm<Brought>({ address: addressOf(bringDocument), body, signal, onProgress });
}

function refusalOf(file: File): Refused | null {
  if (file.size === 0) return refuse('file.empty', { file: file.name });
  if (file.size <= MAX_FILE_BYTES) return null;
  return refuse('file.too_large', { file: file.name, bytes: sizeText(file.size), limit: sizeText(MAX_FILE_BYTES) });
}

function refuse(code: ProblemCode, params: Record<string, string>): Refused {
  return new Refused(400, { problems: [{ code, at: 'file', params }], requestId: '' });
}
