import { expect } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import { reachOf } from '../../src/core/access/reach.ts';
import type { Ability } from '../../src/core/access/role.ts';
import { BOOK_READS } from './read-books.ts';
import { may, type Thing, type ThingKind } from './belonging.ts';
import { FIGURE_READS } from './figure-reads.ts';
import { allowed, ask, FORBIDDEN, holds, idsOf, listed, MISSING, type Check, type Json, type Look } from './look.ts';
import { entryOf, entrySums } from './read-entries.ts';
import { mayHelp } from './helping.ts';
import { KIND_READS } from './read-kinds.ts';
import { proofs } from './read-proofs.ts';

/** A list shows exactly what the rule allows; without the ability anywhere it is forbidden. */
const list =
  (id: string, ability: Ability, kind: ThingKind, query: Record<string, string> = { limit: '200' }): Check =>
  async (look) => {
    const answer = await ask(look, id, { query });
    if (!holds(look, ability)) return expect(answer, id).toMatchObject(FORBIDDEN);
    expect(answer.status, id).toBe(200);
    expect(idsOf(answer.value['items']), id).toEqual(listed(look, ability, kind));
  };

/** A page of one thing is shown exactly where the rule allows; else it answers as for an id that does not exist. */
const one =
  (
    id: string,
    ability: Ability,
    kind: ThingKind,
    more: (look: Look, thing: Thing, value: Json) => void = () => undefined,
  ): Check =>
  async (look) => {
    const unknown = await ask(look, id, { params: { id: newId() } });
    expect(unknown, id).toMatchObject(holds(look, ability) ? MISSING : FORBIDDEN);
    for (const thing of look.things.filter((row) => row.kind === kind)) {
      const answer = await ask(look, id, { params: { id: thing.id } });
      if (may(look.actor, ability, thing)) {
        expect(answer.status, `${id} ${thing.name}`).toBe(200);
        more(look, thing, answer.value);
      } else
        expect(answer, `${id} ${thing.name}`).toMatchObject({ status: unknown.status, problems: unknown.problems });
    }
  };

const planOf: Check = one('plan.read', 'plan.read', 'plan', (look, plan, value) => {
  const items = allowed(look, 'plan.read', 'item').filter((item) => item.row['plan_id'] === plan.id && item.listed);
  expect(idsOf(value['list'])).toEqual(idsOf(items));
  expect(value['items']).toBe(
    allowed(look, 'plan.read', 'item').filter(
      (item) => item.row['plan_id'] === plan.id && item.row['withdrawn_at'] === null,
    ).length,
  );
});

const unitOf: Check = one('unit.read', 'unit.read', 'unit', (look, thing, value) => {
  expect(value['can']).toEqual({ manage: may(look.actor, 'unit.manage', thing) });
});
/** Those of the scope and, for who works in counties, those that help them; never a county office. */
const helping: Check = async (look) => {
  const answer = await ask(look, 'unit.helping');
  if (!holds(look, 'ledger.read')) return expect(answer).toMatchObject(FORBIDDEN);
  const helps = look.things.filter((one) => one.kind === 'unit' && one.listed);
  const expected = helps.filter((one) => mayHelp(look.actor, 'ledger.read', one));
  expect(idsOf(answer.value['items'])).toEqual(idsOf(expected));
};
const inCounty = (things: Thing[], county: string) => things.filter((thing) => thing.row['county_id'] === county);
const PLACES = ['130126', '451022', '222424', '513437', '511132', '130102'];

/** A county is there for who reaches its place; its lines are those within reach. */
const countyOf: Check = async (look) => {
  const unknown = await ask(look, 'county.read', { params: { id: '999999' } });
  expect(unknown).toMatchObject(holds(look, 'county.read') ? MISSING : FORBIDDEN);
  for (const county of PLACES) {
    const answer = await ask(look, 'county.read', { params: { id: county } });
    const pairs = reachOf(look.actor, 'county.read');
    if (!pairs.some((pair) => pair.places === null || pair.places.some((above) => county.startsWith(above)))) {
      expect(answer, county).toMatchObject({ status: unknown.status, problems: unknown.problems });
      continue;
    }
    const seen = (kind: ThingKind) => inCounty(allowed(look, 'county.read', kind), county);
    const timeline = answer.value['timeline'] as {
      eventId: string | null;
      meetingId: string | null;
      source: string;
      kind: string;
    }[];
    const pairings = seen('pairing').filter((thing) => thing.row['withdrawn_at'] === null);
    expect(idsOf(answer.value['pairings']), county).toEqual(idsOf(pairings));
    expect(idsOf(answer.value['postings']), county).toEqual(idsOf(seen('posting')));
    const events = timeline.flatMap((line) => (line.eventId === null ? [] : [{ id: line.eventId }]));
    expect(idsOf(events), county).toEqual(idsOf(seen('event').filter((thing) => thing.listed)));
    for (const line of timeline.filter((row) => row.meetingId !== null))
      expect(idsOf(allowed(look, 'meeting.read', 'meeting'))).toContain(line.meetingId);
    for (const line of timeline.filter((row) => row.kind === 'paired')) expect(line.source).not.toBe('');
  }
};

/** Counties on lists are those with a pairing within reach; each figure counts what is within reach of its own ability. */
function countyFigures(look: Look, county: string) {
  const facts = look.things.filter(
    (thing) =>
      thing.kind === 'fact' &&
      thing.listed &&
      may(look.actor, 'fact.read', thing) &&
      thing.belongings[0]?.placeIds.some((place) => place.startsWith(county)),
  );
  const tasks = allowed(look, 'plan.read', 'item').filter(
    (thing) => thing.listed && thing.belongings[0]?.placeIds.includes(county),
  );
  const postings = inCounty(allowed(look, 'pairing.read', 'posting'), county).filter(
    (thing) => thing.row['to_on'] === null,
  );
  return { facts: facts.length, tasks: tasks.length, openPostings: postings.length };
}

const countyList: Check = async (look) => {
  const answer = await ask(look, 'county.list');
  if (!holds(look, 'county.read')) return expect(answer).toMatchObject(FORBIDDEN);
  const pairings = allowed(look, 'county.read', 'pairing').filter((thing) => thing.listed);
  const items = answer.value['items'] as (Json & { place: { id: string }; pairings: { id: string }[] })[];
  expect(items.map((item) => item.place.id).sort()).toEqual(
    [...new Set(pairings.map((thing) => thing.row['county_id']))].sort(),
  );
  for (const item of items) {
    expect(idsOf(item.pairings)).toEqual(idsOf(inCounty(pairings, item.place.id)));
    expect(item).toMatchObject(countyFigures(look, item.place.id));
  }
};

const pairingList: Check = async (look) => {
  await list('pairing.list', 'pairing.read', 'pairing', {})(look);
  const answer = await ask(look, 'pairing.list', { query: { ended: 'true' } });
  for (const row of (answer.value['items'] ?? []) as { countyId: string; openPostings: number }[])
    expect(row.openPostings).toBe(countyFigures(look, row.countyId).openPostings);
};

const home: Check = async (look) => {
  const { value, status } = await ask(look, 'home.read');
  expect(status).toBe(200);
  const items = allowed(look, 'plan.read', 'item').filter((thing) => thing.listed);
  const late = items.filter((thing) => (thing.row['due_on'] ?? '9999') < look.today);
  const waiting = allowed(look, 'document.write', 'document').filter((thing) => thing.row['state'] === 'review');
  expect(idsOf(value['waiting'])).toEqual(idsOf(waiting));
  expect(idsOf(value['late'])).toEqual(idsOf(late));
  const lines = value['lines'] as { items: number; late: number }[];
  expect(lines.reduce((sum, line) => sum + line.items, 0)).toBe(items.length);
  expect(lines.reduce((sum, line) => sum + line.late, 0)).toBe(late.length);
  const counties = value['counties'] as { id: string; facts: number; tasks: number; postings: number }[];
  for (const { id, postings, ...rest } of counties)
    expect({ ...rest, openPostings: postings }).toMatchObject(countyFigures(look, id));
  for (const [key, ability, kind] of [
    ['meeting', 'meeting.read', 'meeting'],
    ['plan', 'plan.read', 'plan'],
  ] as const) {
    const shown = value[key] as { id: string } | null;
    expect(shown === null ? [] : [shown.id].filter((id) => !listed(look, ability, kind).includes(id))).toEqual([]);
    expect(shown === null).toBe(listed(look, ability, kind).length === 0);
  }
  const ending = allowed(look, 'pairing.read', 'posting').filter(
    (thing) => thing.row['to_on'] === null && (thing.row['due_on'] ?? '9999') <= '2021-09-18',
  );
  expect(value['endingPostings']).toBe(ending.length);
};

const chain: Check = async (look) => {
  const answer = await ask(look, 'log.verify');
  if (!holds(look, 'log.read')) return expect(answer).toMatchObject(FORBIDDEN);
  const pairs = reachOf(look.actor, 'log.read');
  const within = (county: string) =>
    pairs.some((pair) => pair.places === null || pair.places.some((above) => county.startsWith(above)));
  const acts = look.things.filter((thing) => thing.kind === 'act' && within(thing.row['county_id'] ?? ''));
  expect(answer.value).toEqual({ links: acts.length, breaks: [] });
};

/** What everybody signed in may read: reference data, and what is their own. */
const own: Check = async (look) => {
  const me = await ask(look, 'session.me');
  expect(idsOf(me.value['posts'])).toEqual(idsOf(look.actor.posts));
  expect((me.value['abilities'] as Ability[]).every((ability) => holds(look, ability))).toBe(true);
  for (const id of ['session.list', 'token.list']) {
    const answer = await ask(look, id);
    if (look.actor.limits !== null) expect(answer, id).toMatchObject(FORBIDDEN);
    else expect((answer.value['items'] as unknown[]).length, id).toBeLessThan(3);
  }
};

/** Long work is shown to nobody but whoever asked for it; what they see of their own is in job.test.ts. */
const ownJobs: Check = async (look) => {
  const all = await ask(look, 'job.list');
  if (!holds(look, 'ledger.read')) return expect(all).toMatchObject(FORBIDDEN);
  const mine = look.things.filter((thing) => thing.kind === 'job' && thing.row['person_id'] === look.actor.personId);
  expect(idsOf(all.value['items'])).toEqual(mine.map((thing) => thing.id).sort());
  for (const thing of look.things.filter((row) => row.kind === 'job')) {
    const one = await ask(look, 'job.read', { params: { id: thing.id } });
    expect(one).toMatchObject(mine.includes(thing) ? { status: 200 } : MISSING);
  }
};

/** A sheet is seen by who reports for its unit, and by who brought it. */
const seesImport = (look: Look, thing: Thing): boolean =>
  holds(look, 'ledger.report') &&
  (may(look.actor, 'ledger.report', thing) || thing.row['made_by'] === look.actor.personId);

const importList: Check = async (look) => {
  const all = await ask(look, 'import.list', { query: { limit: '200' } });
  if (!holds(look, 'ledger.report')) return expect(all).toMatchObject(FORBIDDEN);
  const seen = look.things.filter((thing) => thing.kind === 'import' && seesImport(look, thing));
  expect(idsOf(all.value['items'])).toEqual(seen.map((thing) => thing.id).sort());
};

const importOne =
  (id: string): Check =>
  async (look) => {
    const unknown = await ask(look, id, { params: { id: newId() } });
    expect(unknown, id).toMatchObject(holds(look, 'ledger.report') ? MISSING : FORBIDDEN);
    for (const thing of look.things.filter((row) => row.kind === 'import')) {
      const answer = await ask(look, id, { params: { id: thing.id } });
      // No row of these was refused: whoever sees the import is told so.
      if (seesImport(look, thing)) expect(answer.status, id).toBe(id === 'import.refused' ? 409 : 200);
      else expect(answer, id).toMatchObject({ status: unknown.status, problems: unknown.problems });
    }
  };

/** Every route that reads, and how it is checked; a route that is not here makes the tests fail. */
export const READS: Record<string, Check> = {
  'start.state': async (look) => expect((await ask(look, 'start.state')).value).toMatchObject({ state: 'ready' }),
  'session.me': own,
  'session.list': own,
  'token.list': own,
  'place.search': async (look) => expect((await ask(look, 'place.search', { query: { q: '灵寿' } })).status).toBe(200),
  'place.read': async (look) => expect((await ask(look, 'place.read', { params: { id: '130126' } })).status).toBe(200),
  'place.provinces': async (look) => expect((await ask(look, 'place.provinces')).status).toBe(200),
  'unit.list': list('unit.list', 'unit.read', 'unit', {}),
  'unit.helping': helping,
  'unit.read': unitOf,
  'people.list': list('people.list', 'people.read', 'person'),
  'people.read': one('people.read', 'people.read', 'person'),
  'pairing.list': pairingList,
  'posting.list': list('posting.list', 'pairing.read', 'posting', {}),
  'county.list': countyList,
  'county.read': countyOf,
  'document.list': list('document.list', 'document.read', 'document'),
  'document.read': one('document.read', 'document.read', 'document', (look, thing, value) => {
    const write = may(look.actor, 'document.write', thing) && thing.row['state'] === 'review';
    expect(value['can']).toMatchObject({ review: write, accept: write });
  }),
  'document.file': fileOf,
  'meeting.list': list('meeting.list', 'meeting.read', 'meeting'),
  'meeting.read': one('meeting.read', 'meeting.read', 'meeting'),
  'plan.list': list('plan.list', 'plan.read', 'plan'),
  'plan.read': planOf,
  'plan.items': list('plan.items', 'plan.read', 'item'),
  'fact.list': list('fact.list', 'fact.read', 'fact'),
  'entry.list': list('entry.list', 'ledger.read', 'entry'),
  'entry.sums': entrySums,
  ...BOOK_READS,
  'suspect.list': list('suspect.list', 'ledger.read', 'suspect'),
  'entry.read': entryOf,
  'home.read': home,
  ...FIGURE_READS,
  ...KIND_READS,
  'evidence.read': proofs,
  'evidence.list': proofs,
  'evidence.file': proofs,
  'log.list': list('log.list', 'log.read', 'act'),
  'log.verify': chain,
  'import.list': importList,
  'import.read': importOne('import.read'),
  'import.rows': importOne('import.rows'),
  'import.refused': importOne('import.refused'),
  'template.file': async (look) => {
    const status = await look.caller.statusOf('/api/kinds/direct_input/template');
    expect(status).toBe(holds(look, 'ledger.report') ? 200 : 403);
  },
  'job.list': ownJobs,
  'job.read': ownJobs,
};

/** The original's bytes are no JSON: only whether they come is compared. */
async function fileOf(look: Look): Promise<void> {
  for (const thing of look.things.filter((row) => row.kind === 'document')) {
    const status = await look.caller.statusOf(`/api/documents/${thing.id}/file`);
    const without = holds(look, 'document.read') ? 404 : 403;
    expect(status, thing.name).toBe(may(look.actor, 'document.read', thing) ? 200 : without);
  }
}
