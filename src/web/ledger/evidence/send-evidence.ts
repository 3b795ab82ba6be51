import { addEvidence } from '../../../contract/evidence.ts';
import type { AnswerOf } from '../../../contract/route.ts';
import type { ProblemCode } from '../../../core/kernel/problem.ts';
import { MAX_EVIDENCE_BYTES } from '../../../core/ledger/evidence.ts';
import { addressOf, Refused } from '../../client/call.ts';
import { sizeText } from '../../client/format.ts';
import { sendForm } from '../../client/send-form.ts';

/** A file on its way to be evidence. */
interface Sending {
  actId: string;
  countyId: string;
  unitId: string;
  file: File;
  signal: AbortSignal;
  /** Share sent, 0 … 1; at 1 the server looks at it. */
  onProgress: (share: number) => void;
}

/** Sends one file as it is and tells how far it is. Throws as `call` does; what is surely refused is not sent at all. */
export function sendEvidence({
  actId,
  countyId,
  unitId,
  file,
  ...how
}: Sending): Promise<AnswerOf<typeof addEvidence>> {
  const early = refusalOf(file);
  if (early !== null) return Promise.reject(early);
  const body = new FormData();
  for (const [name, value] of Object.entries({ actId, countyId, unitId })) body.set(name, value);
  body.set('file', file, file.name);
  return sendForm({ address: addressOf(addEvidence), body, ...how });
}

function refusalOf(file: File): Refused | null {
  if (file.size === 0) return refusal('file.empty', { file: file.name });
  if (file.size <= MAX_EVIDENCE_BYTES) return null;
  const [bytes, limit] = [sizeText(file.size), sizeText(MAX_EVIDENCE_BYTES)];
  return refusal('evidence.too_large', { file: file.name, bytes, limit });
}

/** A refusal that the page itself knows. */
export function refusal(code: ProblemCode, params: Record<string, string>): Refused {
  return new Refused(422, { problems: [{ code, at: 'file', params }], requestId: '' });
}
