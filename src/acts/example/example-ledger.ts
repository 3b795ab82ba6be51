import { readFile } from 'node:fs/promises';
import type { Actor } from '../../core/access/reach.ts';
import { addDays, dayOf, type PlainDate } from '../../core/kernel/plain-date.ts';
import type { Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { inRoot } from '../../root.ts';
import { loadActor } from '../../storage/access/actor.ts';
import { inTransaction, type Tx } from '../../storage/database/transaction.ts';
import { listKindVersions } from '../../storage/ledger/kind.ts';
import { newId, type House } from '../house.ts';
import { proposeTargets } from '../indicator/propose-targets.ts';
import { setTarget } from '../indicator/targets.ts';
import { bringEvidence } from '../ledger/bring-evidence.ts';
import type { EntryInput } from '../ledger/make-entry.ts';
import { addEntry } from '../ledger/report-entry.ts';
import { reverseEntry } from '../ledger/reverse-entry.ts';
import { confirmEntry, differEntry, postEntry, returnEntry, reviewEntry, type After } from '../ledger/step-entry.ts';
import { fromJson } from '../ledger/measures.ts';
import { actWithin, runAct, type Act } from '../run-act.ts';
import { exampleVoucher } from './example-voucher.ts';

/** Who takes part in the example's ledger, and the units, by their keys in the example. */
export interface ExampleCast {
  /** Person ids: liaison, trainer, clerk (report), cadre, county by place, reviewer, office (posts). */
  people: Readonly<Record<string, string>>;
  units: Readonly<Record<string, string>>;
}

type Amounts = Partial<Record<'amount' | 'quantity' | 'people' | 'person_times', string>>;
/** A line of data/example/entries.json. */
interface ExampleEntry {
  county: string;
  unit: string;
  kind: string;
  /** Years from now and month and day ("-1-03-08"), or "recent": a few days ago. */
  on: string;
  measures: Amounts;
  voucher?: string;
  payee?: string;
  fields: Record<string, string>;
  /** How far it goes; left out: posted. */
  state?: 'reported' | 'confirmed' | 'reviewed';
  by?: string;
  differs?: Amounts;
  returned?: string;
  reversed?: string;
  reason?: string;
}

const measuresOf = (m: Amounts): EntryInput['measures'] => ({
  amountFen: m.amount ?? null,
  quantity: m.quantity ?? null,
  people: m.people === undefined ? null : Number(m.people),
  personTimes: m.person_times === undefined ? null : Number(m.person_times),
});

/** The day of a line; null: it has not come yet this year. */
function dayFor(on: string, today: PlainDate, at: number): PlainDate | null {
  if (on === 'recent') return addDays(today, -1 - (at % 6));
  const day = relative(on, today);
  return day <= today ? day : null;
}

const RELATIVE = /^(-?\d)-(\d\d-\d\d)$/;
/** A day said by years from now: "-1-03-08". */
function relative(on: string, today: PlainDate): PlainDate {
  const [, years = '0', rest = ''] = RELATIVE.exec(on) ?? [];
  return `${Number(today.slice(0, 4)) + Number(years)}-${rest}` as PlainDate;
}

/** Who reports for a unit where a line names nobody. */
const REPORTERS: Readonly<Record<string, string>> = { training: 'trainer', office: 'clerk' };

/**
 * Two years of invented entries through the same acts as any others: reported with a voucher that says that it is none,
 * confirmed by the county, reviewed, posted; some still on their way, one returned, one with a difference, one reversed.
 */
export async function makeLedger(house: House, cast: ExampleCast): Promise<Result<null, Problem>> {
  const today = dayOf(house.clock());
  const text = await readFile(inRoot('data', 'example', 'entries.json'), 'utf8');
  const actors = new Map<string, Actor>();
  for (const [key, id] of Object.entries(cast.people)) {
    const actor = await loadActor(house.app, id, today, null);
    if (actor !== null) actors.set(key, actor);
  }
  const demands = new Map(
    (await listKindVersions(house.app)).map(({ code, definition }) => [
      code,
      definition.evidence.find((one) => one.least > 0)?.code ?? null,
    ]),
  );
  const lines: Line[] = [];
  for (const [at, one] of (JSON.parse(text) as ExampleEntry[]).entries()) {
    const day = dayFor(one.on, today, at);
    const by = actors.get(one.by ?? REPORTERS[one.unit] ?? 'liaison');
    if (by === undefined) throw new Error(`nobody of the example is called ${one.by ?? one.unit}`);
    if (day === null) continue;
    const demand = demands.get(one.kind) ?? null;
    const line = await withVoucher(house, { one, day, by, unitId: cast.units[one.unit] ?? '', demand, today });
    if (!line.ok) return line;
    lines.push(line.value);
  }
  return inTransaction(house.app, async (tx) => {
    for (const line of lines) {
      const done = await goThrough(tx, house, line, actors);
      if (!done.ok) return done;
    }
    return ok(null);
  });
}

/** A line of the example with its day, its reporter and what it says. */
interface Line {
  one: ExampleEntry;
  by: Actor;
  said: EntryInput;
}

async function withVoucher(
  house: House,
  of: { one: ExampleEntry; day: PlainDate; by: Actor; unitId: string; demand: string | null; today: PlainDate },
): Promise<Result<Line, Problem>> {
  const { one, day, by, unitId, demand } = of;
  const { county: countyId, kind, measures, voucher = null, payee = null } = one;
  // A field may be a day too, said as the entry's own is.
  const fields = Object.fromEntries(
    Object.entries(one.fields).map(([code, text]) => [code, RELATIVE.test(text) ? relative(text, of.today) : text]),
  );
  const said: EntryInput = {
    countyId,
    kind,
    unitId,
    placeId: null,
    occurredOn: day,
    measures: measuresOf(measures),
    voucher,
    payee,
    fields,
    note: '示例',
    roster: [],
    evidence: [],
  };
  if (demand === null) return ok({ one, by, said });
  const shown = Object.values({ ...measures, ...fields }).filter((text) => text.length < 40);
  const bytes = exampleVoucher(['示例凭证', '（非真实单据）', day, voucher ?? '', payee ?? '', ...shown]);
  const fileName = `${['示例凭证', voucher ?? day].join('-')}.pdf`;
  const brought = await bringEvidence(house, by, { actId: newId(), countyId, unitId, fileName, bytes });
  if (!brought.ok) return brought;
  return ok({ one, by, said: { ...said, evidence: [{ evidenceId: brought.value.evidence.id, demand }] } });
}

const ORDER = ['reported', 'confirmed', 'reviewed', 'posted'] as const;

/** Reports an entry and takes it as far as it goes. */
async function goThrough(
  tx: Tx,
  house: House,
  { one, by, said }: Line,
  actors: ReadonlyMap<string, Actor>,
): Promise<Result<null, Problem>> {
  const act = <Input>(what: Act<Input, After>, actor: Actor | undefined, input: Input) =>
    actWithin(tx, house, what, { actId: newId(), actor: actor ?? by, input });
  const [county, reviewer, office] = [actors.get(one.county), actors.get('reviewer'), actors.get('office')];
  let at = await act(addEntry, by, { ...said, id: newId(), submit: true, example: true });
  const key = (reason: string | null = null) => {
    const { id, revision } = at.ok ? at.value : { id: '', revision: 0 };
    return { countyId: one.county, id, revision, reason };
  };
  const steps = [
    [confirmEntry, county],
    [reviewEntry, reviewer],
    [postEntry, office],
  ] as const;
  for (const [step, actor] of steps.slice(0, ORDER.indexOf(one.state ?? 'posted')))
    if (at.ok) at = await act(step, actor, key());
  if (at.ok && one.differs !== undefined) {
    const measures = fromJson(measuresOf(one.differs));
    at = await act(differEntry, county, { ...key(one.reason ?? null), measures });
  }
  if (at.ok && one.returned !== undefined) at = await act(returnEntry, county, key(one.returned));
  if (at.ok && one.reversed !== undefined) {
    const input = { ...key(one.reversed), reason: one.reversed, reversalId: newId() };
    at = await act(reverseEntry, reviewer, input);
    if (at.ok) at = await act(postEntry, office, key());
  }
  return at.ok ? ok(null) : refused(...at.problems);
}

/** Sets the targets that the example's plan names, as the office would accept them one by one. */
export async function makeTargets(
  house: House,
  office: Actor,
  ask: { year: number; planId: string },
): Promise<Result<null, Problem>> {
  const { items } = await proposeTargets(house, office, ask);
  for (const { indicator, year, unitId, countyId, value, planItem, set } of items) {
    if (set !== null) continue;
    const input = { id: newId(), indicator, year, unitId, countyId, value, planItemId: planItem.id };
    const done = await runAct(house, setTarget, { actId: newId(), actor: office, input });
    if (!done.ok) return done;
  }
  return ok(null);
}
