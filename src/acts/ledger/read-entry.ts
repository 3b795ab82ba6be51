import { reachOf, type Actor } from '../../core/access/reach.ts';
import { roleMay, ROLES, type Ability } from '../../core/access/role.ts';
import { unitsAbove } from '../../core/access/unit-tree.ts';
import { dayOf } from '../../core/kernel/plain-date.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { ENTRY_STEPS, type EntryStep } from '../../core/ledger/entry.ts';
import type { EntrySuspect } from '../../core/ledger/check-entry.ts';
import { abilityOf, isReportersOwn, samePerson, stepFits } from '../../core/ledger/life.ts';
import { maskFields, maskName } from '../../core/ledger/mask.ts';
import { loadUnitTree } from '../../storage/access/actor.ts';
import { personNames, wholeJoints } from '../../storage/ledger/around.ts';
import { listDifferences, type DifferenceRow } from '../../storage/ledger/difference.ts';
import {
  jointShares,
  listEvidence,
  listRoster,
  listSteps,
  namesOfHolders,
  relatedEntries,
  type RelatedRow,
} from '../../storage/ledger/entry-around.ts';
import { findKindVersion } from '../../storage/ledger/kind.ts';
import { findEntryLine, type EntryLine } from '../../storage/ledger/list-entries.ts';
import { suspectsOfEntry, type SuspectRow } from '../../storage/ledger/suspect.ts';
import type { House } from '../house.ts';
import type { Act } from '../run-act.ts';
import { allow } from '../run-act.ts';
import { belongingOfEntry, mayAt } from './entry-access.ts';
import { missingEvidence } from './apply-step.ts';
import { lineOf, suspectsOf } from './read-entries.ts';

/** One entry with everything that hangs on it; personal values masked. */
export async function readEntry(
  house: House,
  actor: Actor,
  key: { countyId: string; id: string },
): Promise<Result<object, Problem>> {
  const pairs = reachOf(actor, 'ledger.read');
  const row = await findEntryLine(house.app, pairs, key.countyId, key.id);
  const version = row === null ? null : await findKindVersion(house.app, row.kind, row.kindVersion);
  if (row === null || version === null) return refused(problem('access.missing'));
  const db = house.app;
  const { countyId, id } = row;
  const [steps, differences, files, roster, related] = [
    await listSteps(db, countyId, id),
    await listDifferences(db, countyId, id),
    await listEvidence(db, countyId, id),
    await listRoster(db, countyId, id),
    await relatedEntries(db, pairs, row),
  ];
  const posted = row.state === 'posted';
  const missing = posted ? [] : ((await missingEvidence(db, [row])).get(id) ?? []);
  const suspects = lookAt(await suspectsOfEntry(db, pairs, row), suspectsOf(row, version));
  const names = await personNames(db, peopleOf(row, differences));
  return ok({
    ...lineOf(row),
    fields: maskFields(version.definition.fields, row.fields),
    definition: version.definition,
    ...signed(row, names),
    movedByClosing: row.reverses === null && row.countedOn !== row.occurredOn,
    holders: await holders(house, row),
    steps,
    differences: differences.map((one) => differenceOf(one, names)),
    evidenceFiles: files,
    ...ties(row, related),
    joint: await jointOf(house, actor, row),
    links: linksOf(row, related),
    suspects: suspects.length,
    suspectList: suspects,
    missingEvidence: missing.map(({ demand, least, have }) => ({ demand, least, have })),
    roster: roster.map((one) => ({ ...one, name: maskName(one.name), idTail: one.idTail === null ? null : '****' })),
    mayUnmask: mayAt(actor, 'ledger.personal', belongingOfEntry(row)),
    can: canOf(actor, row),
  });
}

/** Kept findings that are open, and those of the kind's rules that were not kept yet (imports, before the night's search). */
const lookAt = (kept: readonly SuspectRow[], computed: readonly EntrySuspect[]) => [
  ...kept.filter((one) => one.outcome === null).map(({ code, text, params }) => ({ code, at: null, text, params })),
  ...computed
    .filter((one) => kept.every((other) => other.code !== `rule.${one.code}`))
    .map((one) => ({ ...one, params: {} })),
];

const peopleOf = (row: EntryLine, differences: readonly DifferenceRow[]): string[] =>
  [
    row.confirmedBy,
    row.reviewedBy,
    row.postedBy,
    ...differences.flatMap((one) => [one.raisedBy, one.settledBy]),
  ].filter((one) => one !== null);

const signed = (row: EntryLine, names: ReadonlyMap<string, string>) => {
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? ''));
  return { confirmedBy: nameOf(row.confirmedBy), reviewedBy: nameOf(row.reviewedBy), postedBy: nameOf(row.postedBy) };
};

const differenceOf = (one: DifferenceRow, names: ReadonlyMap<string, string>) => ({
  ...one,
  raisedBy: names.get(one.raisedBy) ?? '',
  proposedBy: one.outcome === null ? (one.settled?.by ?? null) : null,
  settledBy: one.settledBy === null ? null : (names.get(one.settledBy) ?? ''),
});

function ties(row: EntryLine, related: readonly RelatedRow[]) {
  const target = related.find((one) => one.id === row.tiedTo);
  return {
    // Why this one does not count is its own reason, not one of the entry that counts.
    countsInstead: target === undefined ? null : { ...target, reason: row.reason },
    tiedHere: related.filter((one) => one.tiedTo === row.id),
  };
}

function linksOf(row: EntryLine, related: readonly RelatedRow[]) {
  const one = (found: RelatedRow | undefined) => found ?? null;
  return {
    reverses: one(related.find((other) => other.id === row.reverses)),
    reversedBy: one(related.find((other) => other.reverses === row.id && other.state !== 'withdrawn')),
    corrects: one(related.find((other) => other.id === row.corrects)),
    correctedBy: related.filter((other) => other.corrects === row.id),
  };
}

async function jointOf(house: House, actor: Actor, row: EntryLine) {
  if (row.jointId === null) return null;
  const shares = await jointShares(house.app, reachOf(actor, 'ledger.read'), row.jointId);
  const whole = (await wholeJoints(house.app, [row.jointId])).has(row.jointId);
  return { id: row.jointId, whole, shares: shares.map((one) => ({ ...one, points: one.points ?? 0 })) };
}

/** What the reader may do with the entry now: by its state, his abilities there, and the four persons. */
export function canOf(actor: Actor, row: EntryLine): Partial<Record<EntryStep, boolean>> {
  const can: Partial<Record<EntryStep, boolean>> = {};
  for (const step of ENTRY_STEPS) {
    const fits = stepFits(step, row) && samePerson(step, row, actor.personId) === null;
    const mine = !isReportersOwn(step, row.state) || row.reportedBy === actor.personId;
    const open = (step !== 'reverse' || row.reversedBy === null) && (step !== 'differ' || row.jointId === null);
    if (fits && mine && open && mayAt(actor, abilityOf(step, row.state), belongingOfEntry(row))) can[step] = true;
  }
  return can;
}

/** Who could take the next step: the reporter, or people whose posts reach the entry. */
async function holders(house: House, row: EntryLine): Promise<string[]> {
  const ability: Partial<Record<EntryLine['state'], Ability>> = {
    reported: 'ledger.confirm',
    differs: 'ledger.confirm',
    confirmed: 'ledger.review',
    reviewed: 'ledger.post',
  };
  const wanted = ability[row.state];
  const reporter =
    row.state === 'draft' || row.state === 'returned' || row.state === 'differs' ? [row.reportedByName] : [];
  if (wanted === undefined) return reporter;
  const today = dayOf(house.clock());
  const found = await namesOfHolders(house.app, {
    roles: ROLES.filter((role) => roleMay(role, wanted)),
    unitsAbove: unitsAbove(await loadUnitTree(house.app, today, 'done'), row.unitId),
    countyId: row.countyId,
    placeId: row.placeId,
    today,
    not: [row.reportedBy, row.confirmedBy, row.reviewedBy].filter((one) => one !== null),
  });
  return [...reporter, ...found].slice(0, 5);
}

/** Shows the roster and the personal fields of an entry in plain. An act, though it changes nothing: each viewing stands in the log. */
export const showRoster: Act<{ countyId: string; id: string }, object> = {
  name: 'entry.roster',
  county: (input) => input.countyId,
  async perform(context, input) {
    const pairs = reachOf(context.actor, 'ledger.read');
    const row = await findEntryLine(context.tx, pairs, input.countyId, input.id);
    if (row === null) return refused(problem('access.missing'));
    const no = allow(context, 'ledger.personal', belongingOfEntry(row), 'ledger.read');
    if (no !== null) return refused(no);
    const version = await findKindVersion(context.tx, row.kind, row.kindVersion);
    const personal = new Set(version?.definition.fields.filter((one) => one.personal).map((one) => one.code));
    const fields = Object.fromEntries(Object.entries(row.fields).filter(([code]) => personal.has(code)));
    const roster = await listRoster(context.tx, row.countyId, row.id);
    // Secret: the log says that it was shown, and keeps no names.
    return ok({ answer: { roster, fields }, subject: { kind: 'entry', id: row.id }, secret: true });
  },
};
