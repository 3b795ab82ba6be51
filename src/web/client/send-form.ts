import type { Refusal } from '../../contract/route.ts';
import { Refused, Unreached } from './call.ts';

/** A form with a file on its way. */
export interface FormSending {
  address: string;
  body: FormData;
  signal: AbortSignal;
  /** Share sent, 0 … 1; at 1 the server works. */
  onProgress: (share: number) => void;
}

/** Posts a form and tells how far it is. Throws as `call` does; `AbortError` when it was stopped. */
export function sendForm<Answer>({ address, body, signal, onProgress }: FormSending): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', address);
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

function settle<Answer>(
  request: XMLHttpRequest,
  resolve: (answer: Answer) => void,
  reject: (error: Error) => void,
): void {
  let answer: unknown;
  try {
    answer = JSON.parse(request.responseText);
  } catch (error) {
    return reject(new Unreached(error));
  }
  if (request.status >= 200 && request.status < 300) return resolve(answer as Answer);
  const refused = Array.isArray((answer as Refusal | null)?.problems);
  return reject(refused ? new Refused(request.status, answer as Refusal) : new Unreached(request.status));
}
