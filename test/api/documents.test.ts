import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import * as document from '../../src/contract/document.ts';
import * as work from '../../src/contract/work.ts';
import { countOf, digests } from '../support/digest.ts';
import { withHouse, type Caller } from '../support/house.ts';
import { report } from '../support/report.ts';
import { bring, COUNTY, done, makeWorld, type World } from '../support/world.ts';

const test = withHouse();
let world: World;
let office: Caller;
let open: string;

beforeAll(async () => {
  world = await makeWorld(test);
  office = world.as.officeA;
  open = world.documents.aOpen;
});

type Read = Awaited<ReturnType<typeof read>>;
const read = async (id: string) => done(office.call(document.readDocument, { params: { id } }));
const review = (id: string, change: object) =>
  office.call(document.reviewDocument, { params: { id }, body: { change } });
const acceptAll = async (id: string) =>
  done(review(id, { do: 'accept', items: (await read(id)).list.map((item) => item.id) }));
const accept = (id: string, plan: object | null, meeting: unknown = 'new') =>
  office.call(document.acceptDocument, { params: { id }, body: { plan, meeting } });
const itemOf = (it: Read, kind: string) => {
  const item = it.list.find((one) => one.kind === kind);
  if (item === undefined) throw new Error(`no ${kind}`);
  return item;
};
const problems = (answer: { status: number; problems: { code: string; at?: string }[] }) => [
  answer.status,
  ...answer.problems.map(({ code, at }) => (at === undefined ? code : `${at} ${code}`)),
];
let count = 100;
const newDocument = (unitId = world.units.a, county = '田东县') =>
  bring(office, unitId, report('云帆部', `第${(count += 1)}次`, county), []);

describe('a review', () => {
  it('touches only items of its own document, and all of them or none', async () => {
    const other = itemOf(await read(world.documents.aPart), 'task').id;
    const own = itemOf(await read(open), 'task').id;
    const before = await digests(test.db.owner);
    for (const items of [[newId()], [other], [own, other], [own, newId()]])
      expect(problems(await review(open, { do: 'accept', items }))).toEqual([422, 'reading.item_missing']);
    expect(problems(await review(open, { do: 'correct', item: other, value: {} }))).toEqual([
      422,
      'reading.item_missing',
    ]);
    expect(problems(await review(open, { do: 'accept', items: [] }))).toEqual([422, 'change.items input.invalid']);
    expect(await digests(test.db.owner)).toEqual(before);
    expect(problems(await review(open, { do: 'accept', items: [own, own] }))).toEqual([200]);
  });

  it('names every field of a correction that cannot be', async () => {
    const fact = itemOf(await read(open), 'fact');
    const wrong = { ...fact.value, value: ' ', exact: '1e9', from: '2021-02-30', placeIds: ['x'], planned: 'no' };
    expect(problems(await review(open, { do: 'correct', item: fact.id, value: wrong }))).toEqual([
      422,
      'value.value input.required',
      'value.exact input.invalid',
      'value.from input.not_a_date',
      'value.placeIds.0 input.invalid',
      'value.planned input.invalid',
    ]);
    expect(problems(await review(open, { do: 'correct', item: fact.id, value: null }))[0]).toBe(422);
  });

  it('keeps what was read beside what was corrected, and can be reopened', async () => {
    const task = itemOf(await read(open), 'task');
    await done(
      review(open, {
        do: 'correct',
        item: task.id,
        value: { ...task.value, countyIds: [COUNTY.two], line: '消费帮扶' },
      }),
    );
    const after = (await read(open)).list.find((item) => item.id === task.id);
    expect(after).toMatchObject({
      state: 'accepted',
      corrected: true,
      added: false,
      quote: task.quote,
      value: { line: '消费帮扶' },
    });
    await done(review(open, { do: 'reopen', items: [task.id] }));
    expect((await read(open)).list.find((item) => item.id === task.id)?.state).toBe('pending');
    const kept = await test.db.owner.query<{ read: { line: string } }>('select read from reading_item where id = $1', [
      task.id,
    ]);
    expect(kept.rows[0]?.read.line).toBe((task.value as { line: string }).line);
  });

  it('adds what was overlooked where it stands in the text, and nowhere else', async () => {
    const it = await read(open);
    const value = { category: '列席', text: '监督委员会' };
    const add = (start: number, end: number, more: object = {}) =>
      review(open, { do: 'add', id: newId(), kind: 'attendee', start, end, value, ...more });
    const length = it.text.length;
    for (const [start, end] of [
      [5, 5],
      [9, 3],
      [0, length + 1],
      [length, length + 5],
    ] as const)
      expect(problems(await add(start, end))).toEqual([422, 'reading.range']);
    expect(problems(await add(-1, 5))).toEqual([422, 'change.start input.invalid']);
    const blank = it.text.indexOf('\n');
    if (blank > 0) expect(problems(await add(blank, blank + 1))).toEqual([422, 'reading.range']);
    expect(problems(await add(0, 5, { value: { category: '' } }))).toEqual([
      422,
      'value.category input.required',
      'value.text input.required',
    ]);
    expect(problems(await add(0, 5, { kind: 'meeting', value: itemOf(it, 'meeting').value }))).toEqual([
      409,
      'reading.one_meeting',
    ]);
    expect(problems(await add(0, 5, { id: itemOf(it, 'task').id }))).toEqual([409, 'act.id_used']);
    const added = await done(add(0, 5));
    expect(added.items).toMatchObject([{ added: true, state: 'accepted', quote: it.text.slice(0, 5) }]);
  });

  it('by who may only read is forbidden, and by who may not is of a document that is not there', async () => {
    const change = { do: 'accept', items: [newId()] };
    const by = (key: keyof World['as']) =>
      world.as[key].call(document.reviewDocument, { params: { id: open }, body: { change } });
    expect(problems(await by('leaderA'))).toEqual([403, 'access.forbidden']);
    expect(problems(await by('officeB'))).toEqual([404, 'access.missing']);
  });
});

describe('an acceptance', () => {
  it('does not make the same plan or meeting a second time', async () => {
    const id = await newDocument();
    await acceptAll(id);
    const same = { new: { year: 2021, title: '云帆部二〇二一年计划' } };
    expect(problems(await accept(id, same))).toEqual([409, 'plan plan.exists']);
    for (const year of [1979, 2101, 2021.5])
      expect(problems(await accept(id, { new: { year, title: '计划' } }))[0]).toBe(422);
    await done(accept(id, { new: { year: 2021, title: '另一份计划' } }));
    expect(problems(await accept(id, null))).toEqual([409, 'document.not_in_review']);

    const twin = await newDocument();
    const meeting = itemOf(await read(id), 'meeting').value;
    await done(review(twin, { do: 'correct', item: itemOf(await read(twin), 'meeting').id, value: meeting }));
    await acceptAll(twin);
    expect(problems(await accept(twin, null))).toEqual([409, 'meeting meeting.exists']);
    expect(await countOf(test.db.owner, 'meeting', `document_id = '${twin}'`)).toBe(0);
  });

  it('ties to a meeting that is recorded already, of the same unit and not withdrawn', async () => {
    const id = await newDocument();
    await acceptAll(id);
    const { proposes } = await read(id);
    expect(proposes.meetings.length).toBeGreaterThan(0);
    const meetingOf = async (documentId: string) =>
      (await test.db.owner.query<{ id: string }>('select id from meeting where document_id = $1', [documentId])).rows[0]
        ?.id ?? '';
    for (const same of [
      newId(),
      await meetingOf(world.documents.b),
      await meetingOf(world.documents.aBack),
      await meetingOf(world.documents.aPart),
    ])
      expect(problems(await accept(id, null, { same }))).toEqual([404, 'meeting access.missing']);
    const same = await meetingOf(world.documents.a);
    const before = await countOf(test.db.owner, 'meeting');
    expect(await done(accept(id, { new: { year: 2022, title: '续会计划' } }, { same }))).toMatchObject({
      meetingId: same,
    });
    expect(await countOf(test.db.owner, 'meeting')).toBe(before);
    expect(
      (await done(office.call(work.readMeeting, { params: { id: same } }))).plans.map((plan) => plan.title),
    ).toContain('续会计划');
  });

  it('adds into a draft of the same unit, and what one document added goes with it alone', async () => {
    const planOf = async (documentId: string) =>
      (await test.db.owner.query<{ id: string }>('select id from plan where document_id = $1', [documentId])).rows[0]
        ?.id ?? '';
    const into = await planOf(world.documents.a);
    const id = await newDocument();
    await acceptAll(id);
    for (const other of [
      newId(),
      await planOf(world.documents.b),
      await planOf(world.documents.aPart),
      await planOf(world.documents.aBack),
    ])
      expect(problems(await accept(id, { into: other }))).toEqual([404, 'plan access.missing']);
    const before = await done(office.call(work.readPlan, { params: { id: into } }));
    const made = await done(accept(id, { into }));
    expect(made.planId).toBe(into);
    const both = await done(office.call(work.readPlan, { params: { id: into } }));
    expect(both.list.map((item) => item.seq)).toEqual(both.list.map((_, n) => n + 1));
    expect(both.items).toBe(before.items + made.counts.tasks);

    await done(office.call(document.withdrawDocument, { params: { id: world.documents.a }, body: { reason: '核对' } }));
    const left = await done(office.call(work.readPlan, { params: { id: into } }));
    expect(left.withdrawnAt).toBeNull();
    expect(left.list.map((item) => item.voucher?.documentId)).toEqual(left.list.map(() => id));
    expect(left.list).toHaveLength(made.counts.tasks);
    const facts = (await done(office.call(work.facts, { query: { documentId: world.documents.a } }))).items;
    expect(facts).toEqual([]);
    expect((await done(office.call(work.facts, { query: { documentId: id } }))).items.length).toBeGreaterThan(0);

    await done(office.call(document.withdrawDocument, { params: { id }, body: { reason: '核对' } }));
    expect((await done(office.call(work.plans))).items.map((plan) => plan.id)).not.toContain(into);
  });

  it('into an adopted plan is refused', async () => {
    const id = await newDocument();
    await acceptAll(id);
    const plan = { new: { year: 2023, title: '已定计划' } };
    const adopted = (await done(accept(id, plan))).planId ?? '';
    await test.db.owner.query(`update plan set state = 'adopted' where id = $1`, [adopted]);
    const next = await newDocument();
    await acceptAll(next);
    expect(problems(await accept(next, { into: adopted }))).toEqual([409, 'plan plan.not_draft']);
  });

  it('with a place or unit that does not exist keeps nothing', async () => {
    const id = await newDocument();
    await acceptAll(id);
    const task = itemOf(await read(id), 'task');
    const before = await digests(test.db.owner);
    const cases = [
      [{ countyIds: ['999999'] }, 'place.unknown'],
      [{ countyIds: [], units: [{ unitId: newId(), part: 'lead' }] }, 'access.missing'],
    ] as const;
    for (const [wrong, code] of cases) {
      await done(review(id, { do: 'correct', item: task.id, value: { ...task.value, ...wrong } }));
      expect(problems(await accept(id, { new: { year: 2024, title: '错' } }))).toContain(code);
    }
    const aside = { reading_item: '', act_log: '' };
    expect({ ...(await digests(test.db.owner)), ...aside }).toEqual({ ...before, ...aside });
  });
});

describe('a withdrawal', () => {
  it('takes back what the document made, opens the review, and is no second one', async () => {
    const id = await newDocument(world.units.a, '灵寿县');
    await acceptAll(id);
    const made = await done(accept(id, { new: { year: 2025, title: '要撤的计划' } }));
    const withdraw = () => office.call(document.withdrawDocument, { params: { id }, body: { reason: '重复录入' } });
    await done(withdraw());
    expect(problems(await withdraw())).toEqual([409, 'document.not_accepted']);
    const it = await read(id);
    expect(it).toMatchObject({ state: 'review', became: null, can: { review: true, accept: true, withdraw: false } });
    expect(it.list.every((item) => item.state === 'accepted')).toBe(true);
    const meeting = await done(office.call(work.readMeeting, { params: { id: made.meetingId ?? '' } }));
    expect(meeting.withdrawnAt).not.toBeNull();
    expect(
      (await done(office.call(work.meetings, { query: { limit: '200' } }))).items.map((one) => one.id),
    ).not.toContain(made.meetingId);
    const again = await done(accept(id, { new: { year: 2025, title: '要撤的计划' } }));
    expect(again.meetingId).not.toBe(made.meetingId);
    expect(again.counts).toEqual(made.counts);
  });

  it('needs a reason', async () => {
    const answer = await office.call(document.withdrawDocument, {
      params: { id: world.documents.aPart },
      body: { reason: ' ' },
    });
    expect(problems(answer)).toEqual([422, 'reason input.required']);
  });
});
