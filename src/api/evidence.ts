import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bringEvidence, type BroughtEvidence } from '../acts/ledger/bring-evidence.ts';
import { linkEvidenceAct, unlinkEvidenceAct } from '../acts/ledger/link-evidence.ts';
import { readEntryEvidence, readEvidence, readEvidenceFile } from '../acts/ledger/read-evidence.ts';
import type { House } from '../acts/house.ts';
import * as evidence from '../contract/evidence.ts';
import { isId } from '../core/kernel/id.ts';
import { problem, type Problem } from '../core/kernel/problem.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import { MAX_EVIDENCE_BYTES } from '../core/ledger/evidence.ts';
import { attachmentName } from './attachment-name.ts';
import { serve, serveAct } from './serve.ts';
import { formOf } from './upload.ts';

/** Evidence: brought, looked at, tied to entries. */
export function serveEvidence(app: FastifyInstance, house: House): void {
  serve(app, house, evidence.addEvidence, async ({ actor, request }) => {
    const brought = await broughtOf(request);
    return brought.ok ? bringEvidence(house, actor, brought.value, { requestId: request.id }) : brought;
  });
  serve(app, house, evidence.readEvidence, ({ actor, params }) => readEvidence(house, actor, params));
  serve(app, house, evidence.entryEvidence, ({ actor, params }) => readEntryEvidence(house, actor, params));
  serve(app, house, evidence.evidenceFile, async ({ actor, params, query, reply }) => {
    const file = await readEvidenceFile(house, actor, params);
    if (!file.ok) return file;
    await sendFile(reply, file.value, query.download === true);
    return ok({});
  });
  serveAct(app, house, evidence.linkEvidence, linkEvidenceAct, ({ params, body }) => ({
    countyId: params.countyId,
    evidenceId: params.id,
    entryId: body.entryId,
    demand: body.demand,
  }));
  serveAct(app, house, evidence.unlinkEvidence, unlinkEvidenceAct, ({ params, body }) => ({
    countyId: params.countyId,
    evidenceId: params.id,
    entryId: body.entryId,
  }));
}

async function broughtOf(request: FastifyRequest): Promise<Result<BroughtEvidence, Problem>> {
  const form = await formOf(request, { bytes: MAX_EVIDENCE_BYTES, code: 'evidence.too_large' });
  if (!form.ok) return form;
  const { bytes, fileName, fields } = form.value;
  const { actId = '', countyId = '', unitId = '' } = fields;
  const problems = [
    ...(isId(actId) ? [] : [problem('input.invalid', 'actId')]),
    ...(isId(unitId) ? [] : [problem('input.invalid', 'unitId')]),
    ...(/^\d{2,12}$/.test(countyId) ? [] : [problem('input.invalid', 'countyId')]),
  ];
  return problems.length > 0 ? refused(...problems) : ok({ actId, countyId, unitId, bytes, fileName });
}

/** What a browser shows in place: nothing in it runs, it loads nothing, and only pages of ours may hold it. */
const INLINE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

/** The original as it came, under a type that we gave it; the browser is told not to guess and not to keep it. */
async function sendFile(
  reply: FastifyReply,
  { bytes, facts }: { bytes: Buffer; facts: { fileName: string; mediaType: string; shown: 'image' | 'pdf' | null } },
  download: boolean,
): Promise<void> {
  const inline = facts.shown !== null && !download;
  // Chromium shows no PDF in a sandbox; its viewer is one, and scripts in a PDF were refused when it came.
  const policy = inline && facts.shown === 'pdf' ? INLINE_POLICY : `${INLINE_POLICY}; sandbox`;
  await reply
    .header('content-type', inline ? facts.mediaType : 'application/octet-stream')
    .header(
      'content-disposition',
      `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${attachmentName(facts.fileName)}`,
    )
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', policy)
    .header('cache-control', 'private, no-store')
    .send(bytes);
}
