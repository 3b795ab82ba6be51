import { readFile } from 'node:fs/promises';
import type { Actor } from '../../core/access/reach.ts';
import { addDays, dayOf, type PlainDate } from '../../core/kernel/plain-date.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import type { Problem } from '../../core/kernel/problem.ts';
import { inRoot } from '../../root.ts';
import { loadActor } from '../../storage/access/actor.ts';
import type { MeasuresJson } from '../../storage/ledger/difference.ts';
import { setTarget } from '../indicator/targets.ts';
import { newId, type House } from '../house.ts';
import { bringEvidence } from '../ledger/bring-evidence.ts';
import { fromJson } from '../ledger/measures.ts';
import { addEntry } from '../ledger/report-entry.ts';
import { confirmEntry, differEntry, postEntry, returnEntry, reviewEntry } from '../ledger/step-entry.ts';
import { nobody, runAct, type Act } from '../run-act.ts';
import { examplePaper } from './example-paper.ts';

/** Who does what with the example's entries: persons by their part; the county's are by county. */
export interface ExampleHands {
  liaison: string;
  cadre: string;
  county: Readonly<Record<string, string>>;
  reviewer: string;
  poster: string;
  /** The unit that the entries are of, and the one that targets are set for. */
  reportingUnit: string;
  wholeUnit: string;
}

/** An entry of data/example/ledger.json. */
interface ExampleEntry {
  kind: string;
  countyId: string;
  daysAgo: number;
  until: 'reported' | 'differs' | 'confirmed' | 'reviewed' | 'posted' | 'returned';
  reporter: 'liaison' | 'cadre';
  measures: MeasuresJson;
  voucher: string | null;
  payee: string | null;
  fields: Readonly<Record<string, string>>;
  demand: string | null;
  countySays?: MeasuresJson;
  reason?: string;
}

interface ExampleLedger {
  entries: ExampleEntry[];
  targets: { indicator: string; countyId: string; value: string }[];
}

type Actors = Omit<ExampleHands, 'liaison' | 'cadre' | 'county' | 'reviewer' | 'poster'> & {
  liaison: Actor;
  cadre: Actor;
  county: Readonly<Record<string, Actor>>;
  reviewer: Actor;
  poster: Actor;
};
type Outcome = Result<unknown, Problem>;

/** Fills the ledger of the worked example: invented entries, each step by the acts that people use, by four persons. */
export async function exampleLedger(house: House, hands: ExampleHands): Promise<Outcome> {
  const text = await readFile(inRoot('data', 'example', 'ledger.json'), 'utf8');
  const { entries, targets } = JSON.parse(text) as ExampleLedger;
  const actors = await actorsOf(house, hands);
  const today = dayOf(house.clock());
  const year = Number(today.slice(0, 4));
  for (const { indicator, countyId, value } of targets) {
    const input = { id: newId(), indicator, year, unitId: hands.wholeUnit, countyId, value, planItemId: null };
    const set = await runAct(house, setTarget, { actId: newId(), actor: actors.poster, input });
    if (!set.ok) return set;
  }
  for (const entry of entries) {
    const done = await enter(house, actors, entry, today);
    if (!done.ok) return done;
  }
  return ok(null);
}

async function actorsOf(house: House, hands: ExampleHands): Promise<Actors> {
  const today = dayOf(house.clock());
  const load = async (id: string): Promise<Actor> => (await loadActor(house.app, id, today, null)) ?? nobody;
  const county: Record<string, Actor> = {};
  for (const [id, person] of Object.entries(hands.county)) county[id] = await load(person);
  return {
    ...hands,
    liaison: await load(hands.liaison),
    cadre: await load(hands.cadre),
    county,
    reviewer: await load(hands.reviewer),
    poster: await load(hands.poster),
  };
}

/** Reports one entry with its paper, and takes it as far as the example says. */
async function enter(house: House, actors: Actors, entry: ExampleEntry, today: PlainDate): Promise<Outcome> {
  const reporter = actors[entry.reporter];
  const evidence = await papersOf(house, reporter, actors.reportingUnit, entry);
  if (!evidence.ok) return evidence;
  const { kind, countyId, measures, voucher, payee, fields } = entry;
  const beginning = `${today.slice(0, 4)}-01-01` as PlainDate;
  const day = addDays(today, -entry.daysAgo);
  const added = await runAct(house, addEntry, {
    actId: newId(),
    actor: reporter,
    input: {
      id: newId(),
      submit: true,
      example: true,
      kind,
      countyId,
      unitId: actors.reportingUnit,
      placeId: null,
      occurredOn: day < beginning ? beginning : day,
      measures,
      voucher,
      payee,
      fields,
      note: null,
      roster: [],
      evidence: evidence.value,
    },
  });
  if (!added.ok) return added;
  let { revision } = added.value;
  const { id } = added.value;
  for (const [act, actor] of stepsOf(actors, entry)) {
    const input = { countyId, id, revision, reason: entry.reason ?? null };
    const taken = await runAct(house, act, { actId: newId(), actor, input });
    if (!taken.ok) return taken;
    revision = taken.value.revision;
  }
  return ok(null);
}

type Step = Act<{ countyId: string; id: string; revision: number; reason: string | null }, { revision: number }>;

/** The steps that lead to where the entry shall stand, each by its person. */
function stepsOf(actors: Actors, entry: ExampleEntry): [Step, Actor][] {
  const county = actors.county[entry.countyId] ?? nobody;
  const { countySays } = entry;
  if (entry.until === 'returned') return [[returnEntry, county]];
  if (countySays !== undefined) {
    const differ: Step = {
      ...differEntry,
      perform: (context, input) => differEntry.perform(context, { ...input, measures: fromJson(countySays) }),
    };
    return [[differ, county]];
  }
  const way: [string, Step, Actor][] = [
    ['confirmed', confirmEntry, county],
    ['reviewed', reviewEntry, actors.reviewer],
    ['posted', postEntry, actors.poster],
  ];
  const last = way.findIndex(([state]) => state === entry.until);
  return way.slice(0, last + 1).map(([, act, actor]): [Step, Actor] => [act, actor]);
}

/** The paper that the kind demands, made for this entry. */
async function papersOf(
  house: House,
  actor: Actor,
  unitId: string,
  { demand, countyId, kind, voucher, payee, fields }: ExampleEntry,
): Promise<Result<{ evidenceId: string; demand: string }[], Problem>> {
  if (demand === null) return ok([]);
  const what = fields['project'] ?? fields['product'] ?? fields['class'] ?? fields['title'] ?? fields['site'] ?? kind;
  const number = (voucher ?? '').replace(/\D/g, '');
  const bytes = examplePaper([
    'EXAMPLE',
    'Invented for the worked example of Bangfu.',
    `${kind} ${number}`,
    what + (payee ?? ''),
  ]);
  const fileName = `示例凭证 ${voucher ?? what}.pdf`;
  const brought = await bringEvidence(house, actor, { actId: newId(), countyId, unitId, fileName, bytes });
  return brought.ok ? ok([{ evidenceId: brought.value.evidence.id, demand }]) : brought;
}
