import { createHmac } from 'node:crypto';
import { checkEntry } from '../../core/ledger/check-entry.ts';
import type { EntryDraft, Measures, RosterRow } from '../../core/ledger/entry.ts';
import type { KindDefinition, KindVersion } from '../../core/ledger/kind.ts';
import { missingFile } from '../../core/ledger/life.ts';
import { sliceOf } from '../../core/ledger/slice.ts';
import { versionFor } from '../../core/ledger/versions.ts';
import type { PlainDate } from '../../core/kernel/plain-date.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { Reader } from '../../storage/database/transaction.ts';
import type { MeasuresJson } from '../../storage/ledger/difference.ts';
import type { EntryRow } from '../../storage/ledger/entry.ts';
import { findKindVersion, listKindVersions } from '../../storage/ledger/kind.ts';
import { evidenceOwners, rosterKey, type PersonOfEntry } from '../../storage/ledger/roster.ts';
import { placeNames } from '../../storage/place/place-names.ts';
import type { ActContext } from '../run-act.ts';
import { sees } from './entry-access.ts';
import { notHelping } from './helping-units.ts';
import { fromJson, toJson } from './measures.ts';
import { findKey } from './once-key.ts';

/** What an entry says, as it comes in. */
export interface EntryInput {
  countyId: string;
  kind: string;
  unitId: string;
  placeId: string | null;
  occurredOn: string;
  measures: MeasuresJson;
  voucher: string | null;
  payee: string | null;
  fields: Readonly<Record<string, string>>;
  note: string | null;
  roster: readonly RosterRow[];
  evidence: readonly { evidenceId: string; demand: string }[];
}

/** For what an input is checked. */
export interface CheckFor {
  id: string;
  /** A draft may lack what is required; what cannot be read is refused there too. */
  submit: boolean;
  corrects: string | null;
  joint: boolean;
}

/** A checked input: the version of its kind, its kept form, and the key under which it counts. */
export interface Checked {
  version: KindVersion;
  normal: EntryDraft;
  onceKey: string | null;
}

const LATER: readonly Problem['code'][] = ['ledger.required', 'ledger.rule'];

/** Checks everything that an entry says, all problems at once; who may report it is asked before. */
export async function checkInput(
  context: ActContext,
  input: EntryInput,
  how: CheckFor,
): Promise<Result<Checked, Problem>> {
  const problems = await checkWhere(context, input);
  const versions = await listKindVersions(context.tx, [input.kind]);
  const version = versionFor(versions, input.occurredOn, input.placeId ?? input.countyId);
  if (version === null) return refused(...problems, problem('ledger.no_kind', 'kind', { on: input.occurredOn }));
  const { evidence, measures, ...rest } = input;
  const check = checkEntry(version, { ...rest, measures: fromJson(measures) }, context.today);
  problems.push(...check.problems.filter((one) => how.submit || !LATER.includes(one.code)));
  problems.push(...(await checkFiles(context, input.countyId, evidence, version.definition)));
  if (how.submit) problems.push(...missingFiles(version.definition, evidence));
  if (problems.length > 0) return refused(...problems);
  if (!how.submit) return ok({ version, normal: check.normal, onceKey: null });
  const found = await findKey(context, version.definition, check.normal, how);
  return 'code' in found ? refused(found) : ok({ version, normal: check.normal, onceKey: found.key });
}

/** The county is one, the place below lies in it, the unit exists and is none of those who are helped. */
async function checkWhere({ tx: db, today }: ActContext, where: EntryInput): Promise<Problem[]> {
  const { countyId, placeId, unitId } = where;
  const names = await placeNames(db, placeId === null ? [countyId] : [countyId, placeId]);
  const problems: Problem[] = [];
  const name = names.get(countyId);
  if (name === undefined) problems.push(problem('place.unknown', 'countyId', { place: countyId }));
  else if (countyId.length !== 6) problems.push(problem('place.not_a_county', 'countyId', { place: name }));
  if (placeId !== null && !placeId.startsWith(countyId)) problems.push(problem('ledger.place_outside', 'placeId'));
  else if (placeId !== null && !names.has(placeId))
    problems.push(problem('place.unknown', 'placeId', { place: placeId }));
  const no = await notHelping(db, unitId, today);
  return no === null ? problems : [...problems, no];
}

/** Files are of the county, within the actor's reach, and for demands that the kind has. */
async function checkFiles(
  context: ActContext,
  countyId: string,
  files: EntryInput['evidence'],
  definition: KindDefinition,
): Promise<Problem[]> {
  if (files.length === 0) return [];
  const owners = await evidenceOwners(
    context.tx,
    countyId,
    files.map((one) => one.evidenceId),
  );
  const demands = new Set(['other', ...definition.evidence.map((one) => one.code)]);
  const seen = new Set<string>();
  return files.flatMap(({ evidenceId, demand }, i) => {
    const unitId = owners.get(evidenceId);
    const known = unitId !== undefined && sees(context.actor, { unitIds: [unitId], placeIds: [countyId] });
    const twice = seen.has(evidenceId);
    seen.add(evidenceId);
    return known && demands.has(demand) && !twice ? [] : [problem('ledger.evidence_unknown', `evidence.${i}`)];
  });
}

function missingFiles(definition: KindDefinition, files: EntryInput['evidence']): Problem[] {
  return definition.evidence
    .map((one) => ({
      demand: one.code,
      name: one.name.zh,
      least: one.least,
      have: files.filter((file) => file.demand === one.code).length,
    }))
    .filter((one) => one.have < one.least)
    .map(missingFile);
}

/** What is wrong with other measures for an entry by its kind's version. */
export async function knownMeasures(db: Reader, row: EntryRow, measures: Measures): Promise<Problem[]> {
  const version = await findKindVersion(db, row.kind, row.kindVersion);
  if (version === null) return [problem('ledger.no_kind', 'kind', { on: row.occurredOn })];
  const { problems } = checkEntry(version, { ...row, measures, roster: [] }, row.occurredOn);
  return problems
    .filter((one) => ['amountFen', 'quantity', 'people', 'personTimes'].includes(one.at ?? ''))
    .map((one) => ({ ...one, at: `measures.${one.at}` }));
}

/** The columns that a checked input fills. */
export function saidBy(checked: Checked): Partial<EntryRow> {
  const { normal, version } = checked;
  const { measures, roster: _, ...said } = normal;
  return {
    ...said,
    occurredOn: normal.occurredOn as PlainDate,
    countedOn: normal.occurredOn as PlainDate,
    kindVersion: version.version,
    ...toJson(measures),
    slice: sliceOf(version.definition, normal.fields),
    onceKey: checked.onceKey,
  };
}

/** A person types into a form; a token speaks for a script. */
export const sourceOfActor = ({ actor }: ActContext): 'form' | 'api' => (actor.limits === null ? 'form' : 'api');

/** A new entry of the actor as it stands before anything was said: every column that the input does not fill. */
export function blankEntry(context: ActContext, countyId: string, id: string): Omit<EntryRow, keyof Said> {
  const { actor, now } = context;
  return {
    countyId,
    id,
    number: null,
    state: 'draft',
    jointId: null,
    sharePoints: null,
    reverses: null,
    reversesOn: null,
    corrects: null,
    tiedTo: null,
    reason: null,
    source: sourceOfActor(context),
    importId: null,
    importRow: null,
    reportedBy: actor.personId,
    reportedAt: now,
    confirmedBy: null,
    confirmedAt: null,
    reviewedBy: null,
    reviewedAt: null,
    postedBy: null,
    postedAt: null,
    changedAt: now,
    revision: 1,
  };
}

/** The columns that an input fills. */
type Said = Pick<
  EntryRow,
  | 'kind'
  | 'kindVersion'
  | 'unitId'
  | 'placeId'
  | 'occurredOn'
  | 'countedOn'
  | 'amountFen'
  | 'quantity'
  | 'people'
  | 'personTimes'
  | 'slice'
  | 'voucher'
  | 'payee'
  | 'fields'
  | 'note'
  | 'onceKey'
>;

/** People of rosters as they are kept: id numbers digested under the key of the house, never stored. */
export async function keptRosters(
  db: Reader,
  entries: readonly { countyId: string; id: string; roster: readonly RosterRow[] }[],
): Promise<PersonOfEntry[]> {
  if (entries.every((one) => one.roster.length === 0)) return [];
  const key = await rosterKey(db);
  return entries.flatMap(({ countyId, id, roster }) =>
    roster.map(({ name, idNumber, times, note }) => ({
      countyId,
      entryId: id,
      name,
      idHash: idNumber === null ? null : createHmac('sha256', key).update(idNumber.slice(0, 18)).digest(),
      idTail: idNumber === null ? null : idNumber.slice(-4),
      times,
      note,
    })),
  );
}
