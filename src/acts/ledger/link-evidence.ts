import { reachOf } from '../../core/access/reach.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused } from '../../core/kernel/result.ts';
import { EVIDENCE_STATES, FREE_EVIDENCE_STATES, kindOfMediaType, OTHER_DEMAND } from '../../core/ledger/evidence.ts';
import type { EvidenceDemand } from '../../core/ledger/kind.ts';
import { findEntries, lockEntries, type EntryRow } from '../../storage/ledger/entry.ts';
import { findEvidence, linkEvidence, linksOfEntry, unlinkEvidence } from '../../storage/ledger/evidence.ts';
import { findKindVersion } from '../../storage/ledger/kind.ts';
import { allow, type Act, type ActContext } from '../run-act.ts';
import { belongingOfEntry } from './entry-access.ts';

/** A file and the entry that it proves. */
export interface LinkInput {
  countyId: string;
  evidenceId: string;
  entryId: string;
}

/** The entry, locked, when its files may be changed by the actor; else why not. */
async function openEntry(context: ActContext, { countyId, entryId: id }: LinkInput): Promise<EntryRow | Problem> {
  const key = [{ countyId, id }];
  const [locked] = await lockEntries(context.tx, key);
  // A posted one cannot be locked; nothing changes it any more.
  const entry = locked ?? (await findEntries(context.tx, key))[0];
  if (entry === undefined) return problem('access.missing', 'entryId');
  const no = allow(context, 'ledger.report', belongingOfEntry(entry), 'ledger.read');
  if (no !== null) return no;
  const open = locked !== undefined && (EVIDENCE_STATES as readonly string[]).includes(entry.state);
  return open ? entry : problem('evidence.entry_closed', 'entryId', { number: entry.number ?? '' });
}

/** What the kind of an entry demands, as in the version that it was reported under. */
async function demandsOf(context: ActContext, entry: EntryRow): Promise<readonly EvidenceDemand[]> {
  return (await findKindVersion(context.tx, entry.kind, entry.kindVersion))?.definition.evidence ?? [];
}

const namesOf = (demand: EvidenceDemand) => ({ demand: demand.name.zh, demandEn: demand.name.en });

/** Ties a file to an entry under a demand that accepts files of its kind. */
export const linkEvidenceAct: Act<LinkInput & { demand: string }, { id: string }> = {
  name: 'evidence.link',
  county: (input) => input.countyId,
  async perform(context, input) {
    const { tx, actor, now } = context;
    const { countyId, evidenceId, entryId } = input;
    const file = await findEvidence(tx, reachOf(actor, 'ledger.read'), countyId, evidenceId);
    if (file === null) return refused(problem('access.missing'));
    const entry = await openEntry(context, input);
    if ('code' in entry) return refused(entry);
    if (input.demand !== OTHER_DEMAND) {
      const demand = (await demandsOf(context, entry)).find((one) => one.code === input.demand);
      if (demand === undefined) return refused(problem('evidence.unknown_demand', 'demand'));
      if (!demand.accepts.includes(kindOfMediaType(file.mediaType)))
        return refused(problem('evidence.wrong_kind', 'demand', { file: file.fileName, ...namesOf(demand) }));
    }
    const before = await linksOfEntry(tx, countyId, entryId);
    const link = { countyId, entryId, evidenceId, demand: input.demand };
    const moved = before.find((one) => one.evidenceId === evidenceId);
    if (moved !== undefined && moved.demand !== input.demand) {
      const no = await stillMet(context, entry, moved.demand, countOf(before, moved.demand));
      if (no !== null) return refused(no);
    }
    await linkEvidence(tx, { ...link, by: actor.personId, now });
    return ok({ answer: { id: evidenceId }, subject: { kind: 'entry', id: entryId }, before, after: link });
  },
};

/** Takes a file off an entry; what was submitted keeps as many as its kind demands. */
export const unlinkEvidenceAct: Act<LinkInput, { id: string }> = {
  name: 'evidence.unlink',
  county: (input) => input.countyId,
  async perform(context, input) {
    const { tx, now } = context;
    const { countyId, evidenceId, entryId } = input;
    const entry = await openEntry(context, input);
    if ('code' in entry) return refused(entry);
    const links = await linksOfEntry(tx, countyId, entryId);
    const link = links.find((one) => one.evidenceId === evidenceId);
    if (link === undefined) return refused(problem('evidence.not_tied'));
    const no = await stillMet(context, entry, link.demand, countOf(links, link.demand));
    if (no !== null) return refused(no);
    await unlinkEvidence(tx, { countyId, entryId, evidenceId, now });
    return ok({ answer: { id: evidenceId }, subject: { kind: 'entry', id: entryId }, before: link, after: null });
  },
};

const countOf = (links: readonly { demand: string }[], demand: string): number =>
  links.filter((one) => one.demand === demand).length;

/** Whether a demand is met with one file less, or need not be: drafts are asked again at the submit. */
async function stillMet(context: ActContext, entry: EntryRow, code: string, have: number): Promise<Problem | null> {
  if (FREE_EVIDENCE_STATES.includes(entry.state)) return null;
  const demand = (await demandsOf(context, entry)).find((one) => one.code === code);
  if (demand === undefined || have - 1 >= demand.least) return null;
  return problem('evidence.demanded', undefined, { ...namesOf(demand), least: demand.least });
}
