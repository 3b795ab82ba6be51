import { bringDocument } from '../../../contract/document.ts';
import type { AnswerOf, Refusal } from '../../../contract/route.ts';
import { MAX_FILE_BYTES } from '../../../core/document/limits.ts';
import type { ProblemCode } from '../../../core/kernel/problem.ts';
import { addressOf, Refused, Unreached } from '../../client/call.ts';

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
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf(bringDocument));
    request.responseType = 'text';
    request.setRequestHeader('accept', 'application/json');
    request.upload.onprogress = (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0);
    request.upload.onload = () => onProgress(1);
    request.onload = () => settle(request, resolve, reject);
    request.onerror = () => reject(new Unreached(request.status));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(body);
  });
}

function settle(request: XMLHttpRequest, resolve: (answer: Brought) => void, reject: (error: Error) => void): void {
  let answer: unknown;
  try {
    answer = JSON.parse(request.responseText);
  } catch (error) {
    return reject(new Unreached(error));
  }
  if (request.status >= 200 && request.status < 300) return resolve(answer as Brought);
  const refused = Array.isArray((answer as Refusal | null)?.problems);
  return reject(refused ? new Refused(request.status, answer as Refusal) : new Unreached(request.status));
}

function refusalOf(file: File): Refused | null {
  if (file.size === 0) return refuse('file.empty', { file: file.name });
  if (file.size <= MAX_FILE_BYTES) return null;
  return refuse('file.too_large', { file: file.name, bytes: sizeText(file.size), limit: sizeText(MAX_FILE_BYTES) });
}

function refuse(code: ProblemCode, params: Record<string, string>): Refused {
  return new Refused(400, { problems: [{ code, at: 'file', params }], requestId: '' });
}

/** A size in the units that people use. */
export function sizeText(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} KB`;
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MB`;
}
