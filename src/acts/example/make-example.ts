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
import { makeExampleLedger, type ExampleWorld } from './example-ledger.ts';

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

/**
 * Fills an empty house with the world of the founding article: its meeting, plan, counties and facts, read from a text of
 * our own by the same reader and acts as any other document. Units below the first, people, postings and the ledger are invented
 * and marked 示例.
 */
export async function makeExample(
  house: House,
  beginning: Beginning,
): Promise<Result<{ accounts: ExampleAccount[] }, Problem>> {
  const world = EXAMPLE_UNITS.map((unit) => ({ ...unit, id: newId() }));
  const accounts = EXAMPLE_PEOPLE.map((person) => ({ ...person, password: newSecret().slice(0, 14) }));
  const people = await Promise.all(
    accounts.map(async (account) => ({
      ...account,
      id: newId(),
      hash: account.login === null ? '' : await hashPassword(account.password),
    })),
  );
  const done = await runAct(house, makeWorld(beginning, world, people), {
    actId: newId(),
    actor: nobody,
    input: beginning,
  });
  if (!done.ok) return done;
  const actor = await loadActor(house.app, beginning.personId, dayOf(house.clock()), null);
  const read = await readArticle(house, actor ?? nobody);
  if (!read.ok) return read;
  const posted = await runAct(house, postCadres(beginning, world, people), {
    actId: newId(),
    actor: nobody,
    input: beginning,
  });
  if (!posted.ok) return posted;
  const ledger = await makeExampleLedger(house, ledgerWorld(world, people));
  return ledger.ok
    ? ok({
        accounts: accounts.flatMap(({ role, name, login, password }) =>
          login === null ? [] : [{ role, name, login, password }],
        ),
      })
    : ledger;
}

/** Cadre and county office of each county report and confirm; liaison and office review and post. */
function ledgerWorld(units: readonly ExampleUnit[], people: readonly MadePerson[]): ExampleWorld {
  const who = (role: Role, countyId?: string) =>
    people.find((person) => person.role === role && person.county === countyId)?.id ?? '';
  return {
    unitId: units.find((unit) => unit.key === 'industry')?.id ?? '',
    handsOf: (countyId) => ({
      reporter: who('cadre', countyId),
      county: who('county', countyId),
      reviewer: who('liaison'),
      poster: who('office'),
    }),
  };
}

/** Brings the article in, accepts every item, and lets it become the meeting, the plan, the pairings and the facts. */
async function readArticle(house: House, actor: Actor): Promise<Result<unknown, Problem>> {
  const bytes = await readFile(inRoot('data', 'example', ARTICLE));
  const brought = await bringDocument(house, actor, {
    actId: newId(),
    bytes,
    fileName: ARTICLE,
    unitId: null,
    example: true,
  });
  if (!brought.ok) return brought;
  const document = await readDocument(house, actor, brought.value.id);
  if (!document.ok) return document;
  const { id, list, proposes } = document.value as {
    id: string;
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
  const plan = { new: { year: proposes.planYear ?? 2021, title: proposes.planTitle ?? '' } };
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

/** Without a login: somebody of the example as whom nobody signs in. Cadre and county office with a login are of one county, so that what one reports the other confirms. */
const EXAMPLE_PEOPLE: { role: Role; name: string; login: string | null; unit: string; county?: string }[] = [
  { role: 'office', name: '示例·办公室', login: 'bangong', unit: 'office' },
  { role: 'liaison', name: '示例·联络员', login: 'lianluo', unit: 'industry' },
  { role: 'cadre', name: '示例·挂职干部', login: 'guazhi', unit: 'industry', county: '451022' },
  { role: 'county', name: '示例·县帮扶办', login: 'xianban', unit: 'tiandong', county: '451022' },
  { role: 'leader', name: '示例·领导', login: 'lingdao', unit: 'root' },
  { role: 'auditor', name: '示例·审计', login: 'shenji', unit: 'root' },
  { role: 'operator', name: '示例·管理员', login: 'guanli', unit: 'root' },
  { role: 'cadre', name: '示例·赵', login: null, unit: 'industry', county: '130126' },
  { role: 'county', name: '示例·孙', login: null, unit: 'lingshou', county: '130126' },
  { role: 'cadre', name: '示例·钱', login: null, unit: 'industry', county: '222424' },
  { role: 'county', name: '示例·李', login: null, unit: 'wangqing', county: '222424' },
];

type MadePerson = (typeof EXAMPLE_PEOPLE)[number] & { id: string; hash: string };

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
      if (person.login !== null) await insertAccount(tx, person.id, person.login, person.hash, now);
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
    const titles: Partial<Record<string, string>> = { '451022': '县委常委、副县长（挂职）' };
    for (const { id: personId, unit, county } of people.filter((person) => person.role === 'cadre')) {
      const unitId = units.find((one) => one.key === unit)?.id ?? beginning.unitId;
      const fromOn = `${Number(today.slice(0, 4)) - 1}-03-01` as PlainDate;
      const dueOn = `${Number(today.slice(0, 4)) + 1}-02-28` as PlainDate;
      await insertPosting(tx, {
        id: newId(),
        personId,
        unitId,
        countyId: county ?? '',
        placeId: null,
        kind: 'county_post',
        title: titles[county ?? ''] ?? '副县长（挂职）',
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
