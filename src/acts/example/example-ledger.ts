import { readFile } from 'node:fs/promises';
import type { Actor } from '../../core/access/reach.ts';
import { addDays, dayOf, type PlainDate } from '../../core/kernel/plain-date.ts';
import type { Problem } from '../../core/kernel/problem.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import type { RosterRow } from '../../core/ledger/entry.ts';
import { inRoot } from '../../root.ts';
import { loadActor } from '../../storage/access/actor.ts';
import type { MeasuresJson } from '../../storage/ledger/difference.ts';
import { newId, type House } from '../house.ts';
import { bringEvidence } from '../ledger/bring-evidence.ts';
import type { EntryInput } from '../ledger/make-entry.ts';
import { fromJson } from '../ledger/measures.ts';
import { addExampleEntry } from '../ledger/report-entry.ts';
import { correctEntry } from '../ledger/reverse-entry.ts';
import {
  confirmEntry,
  differEntry,
  postEntry,
  returnEntry,
  reviewEntry,
  settleEntry,
  tieEntry,
} from '../ledger/step-entry.ts';
import { runAct, type Act } from '../run-act.ts';
import { examplePaper } from './example-paper.ts';

/** Who takes which step with the entries of a county. */
export interface ExampleHands {
  reporter: string;
  county: string;
  reviewer: string;
  poster: string;
}

/** The people of the example by what they do, and the unit whose work the entries are. */
export interface ExampleWorld {
  unitId: string;
  handsOf(countyId: string): ExampleHands;
}

interface Step {
  do: 'confirm' | 'differ' | 'settle' | 'review' | 'post' | 'return' | 'tie' | 'correct' | 'post_reversal';
  reason?: string;
  measures?: MeasuresJson;
  outcome?: 'county';
  /** `tie`: the entry that counts, by its key in the file. */
  to?: string;
}

/** An entry of data/example/ledger.json; days count back from today, `@-60` in a field too. */
interface Entry {
  key: string;
  county: string;
  kind: string;
  daysAgo: number;
  measures: MeasuresJson;
  voucher: string | null;
  payee: string | null;
  fields: Record<string, string>;
  note: string | null;
  roster: RosterRow[];
  evidence: { demand: string; paper?: string; photo?: string }[];
  submit: boolean;
  then: Step[];
}

interface Made {
  countyId: string;
  id: string;
  revision: number;
}

/**
 * Fills the ledger of the worked example: invented entries in every state of their life, each taken there by the acts and the four
 * persons that it takes in earnest, with papers and drawn pictures as evidence.
 */
export async function makeExampleLedger(house: House, world: ExampleWorld): Promise<Result<null, Problem>> {
  const text = await readFile(inRoot('data', 'example', 'ledger.json'), 'utf8');
  const { paperHead, entries } = JSON.parse(text) as { paperHead: string; entries: Entry[] };
  const made = new Map<string, Made>();
  for (const entry of entries) {
    const done = await new Teller(house, world, entry, paperHead).tell(made);
    if (!done.ok) return done;
  }
  return ok(null);
}

/** Tells one entry: the files first, then the report, then step by step. */
class Teller {
  private readonly house: House;
  private readonly world: ExampleWorld;
  private readonly entry: Entry;
  private readonly paperHead: string;
  private readonly hands: ExampleHands;

  constructor(house: House, world: ExampleWorld, entry: Entry, paperHead: string) {
    this.house = house;
    this.world = world;
    this.entry = entry;
    this.paperHead = paperHead;
    this.hands = world.handsOf(entry.county);
  }

  async tell(made: Map<string, Made>): Promise<Result<null, Problem>> {
    const reporter = await this.as(this.hands.reporter);
    const files = await this.bring(reporter);
    if (!files.ok) return files;
    const said = this.said(files.value);
    const { county: countyId, submit } = this.entry;
    const added = await this.run(reporter, addExampleEntry, { ...said, id: newId(), submit });
    if (!added.ok) return added;
    let at: Made = { countyId, id: added.value.id, revision: added.value.revision };
    let reversal: Made | null = null;
    made.set(this.entry.key, at);
    for (const step of this.entry.then) {
      if (step.do === 'correct') {
        const both = await this.correct(reporter, at, said, step);
        if (!both.ok) return both;
        ({ corrected: at, reversal } = both.value);
        continue;
      }
      const of: Made = step.do === 'post_reversal' && reversal !== null ? reversal : at;
      const done = await this.step(of, step, made);
      if (!done.ok) return done;
      if (of === at) at = { ...at, revision: done.value.revision };
    }
    return ok(null);
  }

  private async step(at: Made, step: Step, made: Map<string, Made>): Promise<Result<{ revision: number }, Problem>> {
    const { county, reviewer, poster, reporter } = this.hands;
    const input = { ...at, reason: step.reason ?? null };
    switch (step.do) {
      case 'confirm':
        return this.run(await this.as(county), confirmEntry, input);
      case 'differ':
        return this.run(await this.as(county), differEntry, { ...input, measures: fromJson(this.measures(step)) });
      case 'settle':
        return this.run(await this.as(reporter), settleEntry, { ...input, outcome: 'county' as const, measures: null });
      case 'review':
        return this.run(await this.as(reviewer), reviewEntry, input);
      case 'return':
        return this.run(await this.as(county), returnEntry, input);
      case 'tie':
        return this.run(await this.as(reviewer), tieEntry, { ...input, to: made.get(step.to ?? '')?.id ?? '' });
      default:
        return this.run(await this.as(poster), postEntry, input);
    }
  }

  private async correct(
    by: Actor,
    at: Made,
    said: EntryInput,
    step: Step,
  ): Promise<Result<{ corrected: Made; reversal: Made }, Problem>> {
    const done = await this.run(by, correctEntry, {
      ...at,
      reason: step.reason ?? '',
      reversalId: newId(),
      correctedId: newId(),
      said: { ...said, measures: this.measures(step) },
    });
    if (!done.ok) return done;
    const { corrected, reversal } = done.value;
    const { countyId } = at;
    return ok({
      corrected: { countyId, id: corrected.id, revision: corrected.revision },
      reversal: { countyId, id: reversal.id, revision: reversal.revision },
    });
  }

  private measures(step: Step): MeasuresJson {
    return step.measures ?? this.entry.measures;
  }

  private said(evidence: EntryInput['evidence']): EntryInput {
    const { county: countyId, kind, daysAgo, measures, voucher, payee, note, roster } = this.entry;
    const fields = Object.fromEntries(
      Object.entries(this.entry.fields).map(([code, value]) => [
        code,
        value.startsWith('@') ? this.day(Number(value.slice(1))) : value,
      ]),
    );
    const where = { countyId, kind, unitId: this.world.unitId, placeId: null, occurredOn: this.day(-daysAgo) };
    return { ...where, measures, voucher, payee, fields, note, roster, evidence };
  }

  /** Keeps the files: papers are written for the entry, pictures lie beside the entries. */
  private async bring(by: Actor): Promise<Result<EntryInput['evidence'], Problem>> {
    const { county: countyId, key, voucher, payee } = this.entry;
    const evidence: { evidenceId: string; demand: string }[] = [];
    for (const { demand, paper = '', photo } of this.entry.evidence) {
      const lines = [this.paperHead, paper, voucher ?? key, payee ?? '', this.day(-this.entry.daysAgo)];
      const bytes = photo === undefined ? examplePaper(lines) : await readFile(inRoot('data', 'example', photo));
      const file = {
        countyId,
        unitId: this.world.unitId,
        fileName: photo ?? `${paper}-${voucher ?? this.day(-this.entry.daysAgo)}.pdf`,
        bytes,
      };
      const brought = await bringEvidence(this.house, by, { ...file, actId: newId() });
      if (!brought.ok) return brought;
      evidence.push({ evidenceId: brought.value.evidence.id, demand });
    }
    return ok(evidence);
  }

  private day(ahead: number): PlainDate {
    return addDays(dayOf(this.house.clock()), ahead);
  }

  private async as(personId: string): Promise<Actor> {
    const actor = await loadActor(this.house.app, personId, this.day(0), null);
    if (actor === null) throw new Error(`the example lacks a person: ${personId}`);
    return actor;
  }

  private run<Input, Answer>(actor: Actor, act: Act<Input, Answer>, input: Input): Promise<Result<Answer, Problem>> {
    return runAct(this.house, act, { actId: newId(), actor, input });
  }
}
