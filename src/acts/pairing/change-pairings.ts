import { reachOf, reaches, type Actor, type Belonging } from '../../core/access/reach.ts';
import { heirOf, unitsBelow } from '../../core/access/unit-tree.ts';
import type { PlainDate } from '../../core/kernel/plain-date.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused } from '../../core/kernel/result.ts';
import { loadUnitTree } from '../../storage/access/actor.ts';
import { findPerson, insertPerson } from '../../storage/access/people.ts';
import { unitNames } from '../../storage/access/unit.ts';
import {
  insertCountyEvent,
  lockCountyEvent,
  setCountyEventWithdrawn,
  type CountyEventRow,
} from '../../storage/pairing/county-event.ts';
import {
  insertPairing,
  listPairings,
  lockPairing,
  openPairings,
  setPairingEnd,
  type Precision,
} from '../../storage/pairing/pairing.ts';
import {
  anyPosting,
  insertPosting,
  lockPosting,
  setPostingEnd,
  type PostingRow,
} from '../../storage/pairing/posting.ts';
import type { Tx } from '../../storage/database/transaction.ts';
import { placeNames } from '../../storage/place/place-names.ts';
import { allow, type Act, type ActContext } from '../run-act.ts';

/** What a new pairing says. */
export interface PairingInput {
  id: string;
  unitId: string;
  countyId: string;
  fromOn: PlainDate | null;
  fromPrecision: Precision;
  source: string;
}

const VIOLATIONS = {
  pairing_open_key: 'pairing.exists',
  pairing_county_fk: 'place.unknown',
  pairing_unit_fk: 'access.missing',
  pairing_pkey: 'act.id_used',
  posting_place_fk: 'place.unknown',
  posting_person_fk: 'access.missing',
  posting_unit_fk: 'access.missing',
  posting_pkey: 'act.id_used',
  posting_successor_fk: 'access.missing',
  person_pkey: 'person.exists',
  county_event_county_fk: 'place.unknown',
  county_event_pkey: 'act.id_used',
} as const;

/** A pairing, posting or line of a county's history belongs to its unit and its county. */
const belongingOf = (row: { unitId: string; countyId: string }): Belonging => ({
  unitIds: [row.unitId],
  placeIds: [row.countyId],
});

/** The county's name, or the problem. */
async function county(context: ActContext, id: string, at: string): Promise<{ name: string } | Problem> {
  const name = (await placeNames(context.tx, [id])).get(id);
  if (name === undefined) return problem('place.unknown', at, { place: id });
  return id.length === 6 ? { name } : problem('place.not_a_county', at, { place: name });
}

/** Records that a unit helps a county. */
export const addPairing: Act<PairingInput, { id: string }> = {
  name: 'pairing.add',
  county: (input) => input.countyId,
  violations: VIOLATIONS,
  async perform(context, input) {
    const no = allow(context, 'pairing.manage', belongingOf(input), 'pairing.read');
    if (no !== null) return refused(no);
    const found = await county(context, input.countyId, 'countyId');
    if ('code' in found) return refused(found);
    const problems: Problem[] = [];
    if (input.fromPrecision !== 'unknown' && input.fromOn === null) problems.push(problem('input.required', 'fromOn'));
    const twin = (await openPairings(context.tx, input.unitId)).find((one) => one.countyId === input.countyId);
    if (twin !== undefined) {
      const unit = (await unitNames(context.tx, [input.unitId])).get(input.unitId) ?? '';
      problems.push(problem('pairing.exists', 'countyId', { unit, county: found.name }));
    }
    if (problems.length > 0) return refused(...problems);
    const fromOn = input.fromPrecision === 'unknown' ? null : input.fromOn;
    await insertPairing(context.tx, {
      ...input,
      fromOn,
      documentId: null,
      itemId: null,
      example: false,
      now: context.now,
    });
    return ok({ answer: { id: input.id }, subject: { kind: 'pairing', id: input.id }, after: input });
  },
};

/** Ends a pairing. */
export const endPairing: Act<{ id: string; toOn: PlainDate }, { id: string }> = {
  name: 'pairing.end',
  async perform(context, input) {
    const pairing = await lockPairing(context.tx, input.id);
    if (pairing === null) return refused(problem('access.missing'));
    const no = allow(context, 'pairing.manage', belongingOf(pairing), 'pairing.read');
    if (no !== null) return refused(no);
    if (pairing.toOn !== null) return refused(problem('pairing.ended'));
    if (pairing.fromOn !== null && input.toOn < pairing.fromOn) return refused(problem('input.dates_reversed', 'toOn'));
    await setPairingEnd(context.tx, input.id, input.toOn);
    return ok({
      answer: { id: input.id },
      subject: { kind: 'pairing', id: input.id },
      before: pairing,
      after: { ...pairing, toOn: input.toOn },
    });
  },
};

/** What a new posting says; with a name, the person is new. */
export interface PostingInput {
  id: string;
  personId: string;
  personName: string | null;
  unitId: string;
  countyId: string;
  placeId: string | null;
  kind: PostingRow['kind'];
  title: string;
  fromOn: PlainDate;
  dueOn: PlainDate | null;
  paper: string | null;
}

/** Posts a cadre to a county that the unit, or a unit above it, helps. */
export const addPosting: Act<PostingInput, { id: string }> = {
  name: 'posting.add',
  county: (input) => input.countyId,
  violations: VIOLATIONS,
  async perform(context, input) {
    const { tx, now } = context;
    const no = allow(context, 'pairing.manage', belongingOf(input), 'pairing.read');
    if (no !== null) return refused(no);
    const problems = await postingProblems(context, input);
    if (problems.length > 0) return refused(...problems);
    if (input.personName !== null)
      await insertPerson(tx, { id: input.personId, name: input.personName, phone: null, example: false, now });
    await insertPosting(tx, { ...input, example: false, now });
    return ok({ answer: { id: input.id }, subject: { kind: 'posting', id: input.id }, after: input });
  },
};

/** Everything that is wrong with a posting, at its fields. */
async function postingProblems(context: ActContext, input: PostingInput): Promise<Problem[]> {
  const { tx, actor } = context;
  const found = await county(context, input.countyId, 'countyId');
  if ('code' in found) return [found];
  const problems: Problem[] = [];
  if (input.placeId !== null && !input.placeId.startsWith(input.countyId))
    problems.push(problem('place.unknown', 'placeId', { place: input.placeId }));
  if (input.dueOn !== null && input.dueOn < input.fromOn) problems.push(problem('input.dates_reversed', 'dueOn'));
  if (!(await helps(context, input))) {
    const unit = (await unitNames(tx, [input.unitId])).get(input.unitId) ?? '';
    problems.push(problem('posting.county_not_paired', 'countyId', { unit }));
  }
  if (input.personName === null && !(await knowsPerson(tx, actor, input.personId)))
    problems.push(problem('access.missing', 'personId'));
  return problems;
}

/** Whether the unit, or a unit above it, helps the county on the first day of the posting. */
async function helps({ tx, today }: ActContext, input: PostingInput): Promise<boolean> {
  const everywhere = [{ units: null, places: null }];
  const pairings = await listPairings(tx, everywhere, { countyId: input.countyId, ended: true, documents: [] });
  const [then, now] = [await loadUnitTree(tx, input.fromOn), await loadUnitTree(tx, today)];
  const below = (unitId: string) => [...unitsBelow(then, unitId), ...unitsBelow(now, heirOf(now, unitId))];
  return pairings.some(
    (one) => (one.toOn === null || input.fromOn <= one.toOn) && below(one.unitId).includes(input.unitId),
  );
}

/** Whether the actor may name the person: by a post or by a posting within reach. */
async function knowsPerson(tx: Tx, actor: Actor, personId: string): Promise<boolean> {
  return (
    (await findPerson(tx, reachOf(actor, 'people.read'), personId)) !== null ||
    (await anyPosting(tx, reachOf(actor, 'pairing.read'), personId))
  );
}

/** Ends a posting: the last day, who takes over, what was handed over. */
export const handOver: Act<
  { id: string; toOn: PlainDate; successorId: string | null; handover: string | null },
  { id: string }
> = {
  name: 'posting.hand_over',
  violations: VIOLATIONS,
  async perform(context, input) {
    const { tx } = context;
    const posting = await lockPosting(tx, input.id);
    if (posting === null) return refused(problem('access.missing'));
    const no = allow(context, 'pairing.manage', belongingOf(posting), 'pairing.read');
    if (no !== null) return refused(no);
    if (posting.toOn !== null) return refused(problem('posting.ended'));
    if (input.toOn < posting.fromOn) return refused(problem('input.dates_reversed', 'toOn'));
    if (input.successorId !== null) {
      const next = await lockPosting(tx, input.successorId);
      const seen = next !== null && reaches(reachOf(context.actor, 'pairing.read'), belongingOf(next));
      if (!seen || next.countyId !== posting.countyId || input.successorId === input.id)
        return refused(problem('access.missing', 'successorId'));
    }
    await setPostingEnd(tx, input.id, input);
    return ok({ answer: { id: input.id }, subject: { kind: 'posting', id: input.id }, before: posting, after: input });
  },
};

/** What a new line of a county's history says. */
export type EventInput = CountyEventRow & { countyId: string; unitId: string };

/** Adds a line to a county's history. */
export const addCountyEvent: Act<EventInput, { id: string }> = {
  name: 'county.add_event',
  county: (input) => input.countyId,
  violations: VIOLATIONS,
  async perform(context, input) {
    const no = allow(context, 'county.write', belongingOf(input), 'county.read');
    if (no !== null) return refused(no);
    const found = await county(context, input.countyId, 'countyId');
    if ('code' in found) return refused(found);
    await insertCountyEvent(context.tx, { ...input, by: context.actor.personId, now: context.now });
    return ok({ answer: { id: input.id }, subject: { kind: 'county_event', id: input.id }, after: input });
  },
};

/** Takes a line back; it stays in the log. */
export const withdrawCountyEvent: Act<{ id: string }, { id: string }> = {
  name: 'county.withdraw_event',
  async perform(context, input) {
    const event = await lockCountyEvent(context.tx, input.id);
    if (event === null) return refused(problem('access.missing'));
    const no = allow(context, 'county.write', belongingOf(event), 'county.read');
    if (no !== null) return refused(no);
    if (event.withdrawn) return refused(problem('county_event.withdrawn'));
    await setCountyEventWithdrawn(context.tx, input.id, context.now);
    return ok({
      answer: { id: input.id },
      subject: { kind: 'county_event', id: input.id },
      before: event,
      after: { ...event, withdrawn: true },
    });
  },
};
