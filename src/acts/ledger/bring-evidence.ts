import type { Actor } from '../../core/access/reach.ts';
import { fileParams } from '../../core/document/limits.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { Inspected } from '../../formats/evidence/evidence-problem.ts';
import { inspectFile } from '../../formats/evidence/inspect-file.ts';
import { keepBlob } from '../../storage/document/document.ts';
import { findSameFile, insertEvidence } from '../../storage/ledger/evidence.ts';
import { placeNames } from '../../storage/place/place-names.ts';
import { newId, sha256, type House } from '../house.ts';
import { allow, runAct, type Act } from '../run-act.ts';
import { evidenceOf, type EvidenceFacts } from './evidence-facts.ts';

/** A file that somebody brings as evidence for work of a unit in a county. */
export interface BroughtEvidence {
  actId: string;
  countyId: string;
  unitId: string;
  fileName: string;
  bytes: Buffer;
}

/** What a brought file is, and whether it was there before. */
interface Brought {
  again: boolean;
  evidence: EvidenceFacts;
}

/** Keeps a file as evidence, told by its content; the same content again for the unit and county leads to the earlier one. */
export async function bringEvidence(
  house: House,
  actor: Actor,
  file: BroughtEvidence,
  call: { requestId?: string | null } = {},
): Promise<Result<Brought, Problem>> {
  const inspected = await inspectFile(file.bytes);
  if (!inspected.ok)
    return refused(
      ...inspected.problems.map((one) => problem(one.code, 'file', fileParams(one.params, file.fileName))),
    );
  const digest = sha256(file.bytes);
  const { countyId, unitId, fileName, actId } = file;
  const input = { countyId, unitId, fileName, digest: digest.toString('hex') };
  const act = keepEvidence(file, inspected.value, digest);
  const keep = () => runAct(house, act, { actId, actor, input, requestId: call.requestId ?? null });
  const kept = await keep();
  // Somebody else brought the same at the same moment: now it is there, and this leads to it.
  return !kept.ok && kept.problems.some((one) => one.code === 'act.busy') ? keep() : kept;
}

const keepEvidence = (
  file: BroughtEvidence,
  what: Inspected,
  digest: Buffer,
): Act<{ countyId: string; unitId: string }, Brought> => ({
  name: 'evidence.add',
  county: (input) => input.countyId,
  violations: { evidence_same_key: 'act.busy', evidence_unit_fk: 'access.missing' },
  async perform(context) {
    const { tx, actor, now } = context;
    const { countyId, unitId } = file;
    const no = allow(context, 'ledger.report', { unitIds: [unitId], placeIds: [countyId] }, 'ledger.read');
    if (no !== null) return refused(no);
    const name = (await placeNames(tx, [countyId])).get(countyId);
    if (name === undefined) return refused(problem('place.unknown', 'countyId', { place: countyId }));
    if (countyId.length !== 6) return refused(problem('place.not_a_county', 'countyId', { place: name }));
    const known = await findSameFile(tx, countyId, unitId, digest);
    if (known !== null)
      return ok({ answer: { again: true, evidence: evidenceOf(known) }, subject: { kind: 'evidence', id: known.id } });
    const id = newId();
    await keepBlob(tx, digest, file.bytes, now);
    await insertEvidence(tx, {
      countyId,
      id,
      unitId,
      digest,
      look: what.look ?? null,
      fileName: Array.from(file.fileName).slice(-300).join(''),
      mediaType: what.mediaType,
      size: file.bytes.length,
      takenAt: what.takenAt ?? null,
      by: actor.personId,
      now,
    });
    const row = await findSameFile(tx, countyId, unitId, digest);
    if (row === null) return refused(problem('internal'));
    const evidence = evidenceOf(row);
    return ok({ answer: { again: false, evidence }, subject: { kind: 'evidence', id }, after: evidence });
  },
});
