import { readFile } from 'node:fs/promises';
import type { Actor } from '../../core/access/reach.ts';
import type { Role } from '../../core/access/role.ts';
import { dayOf, type PlainDate } from '../../core/kernel/plain-date.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import type { Problem } from '../../core/kernel/problem.ts';
import { inRoot } from '../../root.ts';
import { bumpStamp, insertAccount } from '../../storage/access/account.ts';
import { loadActor } from '../../storage/access/actor.ts';
import { insertPerson, insertPost } from '../../storage/access/people.ts';
import { insertUnit, insertUnitVersion, type UnitKind } from '../../storage/access/unit.ts';
import { insertPosting } from '../../storage/pairing/posting.ts';
import { hashPassword } from '../access/password.ts';
import { acceptDocument } from '../document/accept-document.ts';
import { bringDocument } from '../document/bring-document.ts';
import { readDocument } from '../document/read-documents.ts';
import { reviewDocument } from '../document/review-document.ts';
import { newId, newSecret, type House } from '../house.ts';
import { nobody, runAct, type Act } from '../run-act.ts';
import { makeLedger, makeTargets } from './example-ledger.ts';

/** An account of the worked example; passwords are made anew for every example. */
export interface ExampleAccount {
  role: Role;
  name: string;
  login: string;
  password: string;
}

/** What there is to begin with: who made it, and the unit. */
export interface Beginning {
  personId: string;
  unitId: string;
}

const ARTICLE = 'meeting-2021.md';
/** This year's plan, of whose items the targets come. */
const PLAN = 'plan.md';
/** Last year's totals as a document tells them, one of them wrong: to be held against the ledger. */
const SUMMARY = 'summary.md';

/**
 * Fills an empty house with the world of the founding article: its meeting, plan, counties and facts, read from a text of
 * our own by the same reader and acts as any other document. Units below the first, people, postings, this year's plan, last
 * year's summary and the entries of both years are invented and marked 示例.
 */
export async function makeExample(
  house: House,
  beginning: Beginning,
): Promise<Result<{ accounts: ExampleAccount[] }, Problem>> {
  const world = EXAMPLE_UNITS.map((unit) => ({ ...unit, id: newId() }));
  const accounts = EXAMPLE_PEOPLE.map((person) => ({ ...person, id: newId(), password: newSecret().slice(0, 14) }));
  const people: MadePerson[] = [
    ...(await Promise.all(
      accounts.map(async ({ password, ...account }) => ({ ...account, hash: await hashPassword(password) })),
    )),
    ...EXAMPLE_HANDS.map((one) => ({ ...one, id: newId(), login: null, hash: null })),
  ];
  const done = await runAct(house, makeWorld(beginning, world, people), {
    actId: newId(),
    actor: nobody,
    input: beginning,
  });
  if (!done.ok) return done;
  const posted = await runAct(house, postCadres(beginning, world, people), {
    actId: newId(),
    actor: nobody,
    input: beginning,
  });
  if (!posted.ok) return posted;
  const worked = await makeWork(house, beginning, { units: world, people });
  if (!worked.ok) return worked;
  return ok({ accounts: accounts.map(({ role, name, login, password }) => ({ role, name, login, password })) });
}

/** The documents, the ledger of two years, and the targets of the plan. */
async function makeWork(
  house: House,
  beginning: Beginning,
  cast: { units: readonly ExampleUnit[]; people: readonly MadePerson[] },
): Promise<Result<unknown, Problem>> {
  const today = dayOf(house.clock());
  const year = Number(today.slice(0, 4));
  const people = Object.fromEntries(cast.people.map((one) => [one.key, one.id]));
  const units = Object.fromEntries(cast.units.map((one) => [one.key, one.id]));
  const actor = (await loadActor(house.app, beginning.personId, today, null)) ?? nobody;
  const office = (await loadActor(house.app, people['office'] ?? '', today, null)) ?? nobody;
  const article = await readIn(house, actor, { file: ARTICLE, year: null });
  if (!article.ok) return article;
  const ledger = await makeLedger(house, { people, units });
  if (!ledger.ok) return ledger;
  const summary = await readIn(house, office, { file: SUMMARY, year });
  if (!summary.ok) return summary;
  const plan = await readIn(house, office, { file: PLAN, year });
  if (!plan.ok || plan.value.planId === null) return plan;
  return makeTargets(house, office, { year, planId: plan.value.planId });
}

/**
 * Brings a document of the example in, accepts every item, and lets it become what it tells of: the meeting, the plan, the
 * pairings, the facts. With a year: `{year}` and `{last}` of its text are that year and the one before.
 */
async function readIn(
  house: House,
  actor: Actor,
  { file, year }: { file: string; year: number | null },
): Promise<Result<{ planId: string | null }, Problem>> {
  const text = await readFile(inRoot('data', 'example', file), 'utf8');
  const told = year === null ? text : text.replaceAll('{year}', String(year)).replaceAll('{last}', String(year - 1));
  const brought = await bringDocument(house, actor, {
    actId: newId(),
    bytes: Buffer.from(told),
    fileName: file,
    unitId: null,
    example: true,
  });
  if (!brought.ok) return brought;
  const document = await readDocument(house, actor, brought.value.id);
  if (!document.ok) return document;
  const { id, title, list, proposes } = document.value as {
    id: string;
    title: string | null;
    list: { id: string }[];
    proposes: { planYear: number | null; planTitle: string | null };
  };
  const accept = { do: 'accept' as const, items: list.map((item) => item.id) };
  const reviewed = await runAct(
    house,
    reviewDocument((_kind, value) => ok(value)),
    { actId: newId(), actor, input: { id, change: accept } },
  );
  if (!reviewed.ok) return reviewed;
  const plan =
    year !== null && file !== PLAN
      ? null
      : { new: { year: year ?? proposes.planYear ?? 2021, title: proposes.planTitle ?? title ?? file } };
  return runAct(house, acceptDocument, { actId: newId(), actor, input: { id, plan, meeting: 'new' as const } });
}

interface ExampleUnit {
  id: string;
  key: string;
  kind: UnitKind;
  name: string;
  placeId: string | null;
}

/** Invented units below the first one and in the counties; every name says that it is an example. */
const EXAMPLE_UNITS: Omit<ExampleUnit, 'id'>[] = [
  { key: 'office', kind: 'department', name: '定点帮扶工作领导小组办公室（示例）', placeId: null },
  { key: 'industry', kind: 'department', name: '产业帮扶司（示例）', placeId: null },
  { key: 'training', kind: 'affiliated', name: '培训中心（示例）', placeId: null },
  { key: 'lingshou', kind: 'county_office', name: '灵寿县帮扶办（示例）', placeId: '130126' },
  { key: 'tiandong', kind: 'county_office', name: '田东县帮扶办（示例）', placeId: '451022' },
  { key: 'wangqing', kind: 'county_office', name: '汪清县帮扶办（示例）', placeId: '222424' },
];

interface ExamplePerson {
  key: string;
  role: Role;
  name: string;
  unit: string;
  county?: string;
}

const EXAMPLE_PEOPLE: (ExamplePerson & { login: string })[] = [
  { key: 'office', role: 'office', name: '示例·办公室', login: 'bangong', unit: 'office' },
  { key: 'liaison', role: 'liaison', name: '示例·联络员', login: 'lianluo', unit: 'industry' },
  { key: 'cadre', role: 'cadre', name: '示例·挂职干部', login: 'guazhi', unit: 'industry', county: '130126' },
  { key: '130126', role: 'county', name: '示例·县帮扶办', login: 'xianban', unit: 'lingshou', county: '130126' },
  { key: 'leader', role: 'leader', name: '示例·领导', login: 'lingdao', unit: 'root' },
  { key: 'auditor', role: 'auditor', name: '示例·审计', login: 'shenji', unit: 'root' },
  { key: 'operator', role: 'operator', name: '示例·管理员', login: 'guanli', unit: 'root' },
];

/** Those who are needed for the steps of entries and sign in nowhere: each step is another person's. */
const EXAMPLE_HANDS: ExamplePerson[] = [
  { key: 'reviewer', role: 'office', name: '示例·审核', unit: 'office' },
  { key: 'clerk', role: 'liaison', name: '示例·办公室填报', unit: 'office' },
  { key: 'trainer', role: 'liaison', name: '示例·培训联络员', unit: 'training' },
  { key: '451022', role: 'county', name: '示例·田东县帮扶办', unit: 'tiandong', county: '451022' },
  { key: '222424', role: 'county', name: '示例·汪清县帮扶办', unit: 'wangqing', county: '222424' },
];

type MadePerson = ExamplePerson & { id: string; login: string | null; hash: string | null };

const makeWorld = (
  beginning: Beginning,
  units: readonly ExampleUnit[],
  people: readonly MadePerson[],
): Act<Beginning, object> => ({
  name: 'example.make',
  violations: { account_login_key: 'account.login_taken' },
  async perform({ tx, now, today }) {
    for (const { id, kind, name, placeId } of units) {
      const parentId = kind === 'county_office' ? null : beginning.unitId;
      await insertUnit(tx, { id, kind, startedOn: null, now });
      await insertUnitVersion(tx, {
        unitId: id,
        validFrom: today,
        name,
        shortName: null,
        parentId,
        placeId,
        reason: null,
        now,
      });
    }
    for (const person of people) {
      const unitId = units.find((unit) => unit.key === person.unit)?.id ?? beginning.unitId;
      await insertPerson(tx, { id: person.id, name: person.name, phone: null, example: true, now });
      if (person.login !== null && person.hash !== null)
        await insertAccount(tx, person.id, person.login, person.hash, now);
      await insertPost(
        tx,
        {
          id: newId(),
          personId: person.id,
          unitId,
          role: person.role,
          title: null,
          fromOn: today,
          toOn: null,
          scope: [scopeOf(person, unitId, beginning)],
        },
        now,
      );
    }
    await bumpStamp(tx);
    return ok({
      answer: {},
      subject: { kind: 'unit', id: beginning.unitId },
      after: { units, people: people.map(({ hash: _, ...person }) => person) },
    });
  },
});

/** The office works for the whole unit; the operator for all; the others for what is theirs. */
function scopeOf(
  person: MadePerson,
  unitId: string,
  beginning: Beginning,
): { unitId: string | null; placeId: string | null } {
  if (person.county !== undefined) return { unitId: null, placeId: person.county };
  if (person.role === 'operator') return { unitId: null, placeId: null };
  return { unitId: person.role === 'liaison' ? unitId : beginning.unitId, placeId: null };
}

/** One invented posting a county; terms around the year of the article. */
const postCadres = (
  beginning: Beginning,
  units: readonly ExampleUnit[],
  people: readonly MadePerson[],
): Act<Beginning, object> => ({
  name: 'example.post',
  async perform({ tx, now, today }) {
    const cadre = people.find((person) => person.key === 'cadre');
    const sender = units.find((unit) => unit.key === 'industry')?.id ?? beginning.unitId;
    const terms = [
      { countyId: '130126', name: cadre?.name ?? '', title: '县委常委、副县长（挂职）' },
      { countyId: '451022', name: '示例·赵', title: '副县长（挂职）' },
      { countyId: '222424', name: '示例·钱', title: '副县长（挂职）' },
    ];
    for (const { countyId, name, title } of terms) {
      const personId = name === cadre?.name ? cadre.id : newId();
      if (personId !== cadre?.id) await insertPerson(tx, { id: personId, name, phone: null, example: true, now });
      const fromOn = `${Number(today.slice(0, 4)) - 1}-03-01` as PlainDate;
      const dueOn = `${Number(today.slice(0, 4)) + 1}-02-28` as PlainDate;
      await insertPosting(tx, {
        id: newId(),
        personId,
        unitId: sender,
        countyId,
        placeId: null,
        kind: 'county_post',
        title,
        fromOn,
        dueOn,
        paper: null,
        example: true,
        now,
      });
    }
    return ok({ answer: {}, subject: { kind: 'unit', id: beginning.unitId } });
  },
});
