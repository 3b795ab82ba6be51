import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../src/acts/house.ts';
import * as document from '../../src/contract/document.ts';
import * as pairing from '../../src/contract/pairing.ts';
import * as work from '../../src/contract/work.ts';
import { inRoot } from '../../src/root.ts';
import { beginHouse, withHouse, type Caller } from '../support/house.ts';

const test = withHouse();
const bytes = readFileSync(inRoot('data', 'example', 'meeting-2021.md'));

describe('the report of a meeting becomes the meeting, the plan, the pairings and the facts', () => {
  let office: Caller;
  let id: string;
  const read = async () => (await office.call(document.readDocument, { params: { id } })).value;

  beforeAll(async () => {
    office = (await beginHouse(test)).caller;
    const brought = await office.upload(document.bringDocument, 'meeting.md', bytes);
    expect(brought.status).toBe(200);
    id = brought.value.id;
  });

  it('reads every kind of item, each with the exact words of the text', async () => {
    const it = await read();
    expect(new Set(it.list.map((item) => item.kind))).toEqual(
      new Set(['meeting', 'agenda', 'attendee', 'pairing', 'task', 'fact', 'place']),
    );
    for (const item of it.list) expect(it.text.slice(item.start, item.end)).toBe(item.quote);
    expect(it.list.filter((item) => item.kind === 'agenda').map((item) => item.value.type)).toEqual([
      '传达学习',
      '通报',
      '审议',
      '部署',
    ]);
    expect(it.proposes).toMatchObject({ planYear: 2021, planTitle: '国家发展改革委2021年定点帮扶工作计划' });
  });

  it('leads to the earlier reading when the same file comes again', async () => {
    const again = await office.upload(document.bringDocument, 'another-name.md', bytes);
    expect(again.value).toEqual({ id, again: true });
  });

  it('refuses to accept while nothing is decided, and leaves nothing behind', async () => {
    const answer = await office.call(document.acceptDocument, { params: { id }, body: { plan: null, meeting: 'new' } });
    expect(answer.problems).toEqual([{ code: 'document.nothing_accepted' }]);
    expect((await office.call(work.meetings)).value.items).toEqual([]);
  });

  it('shows in a dry run what would come, and keeps nothing of it', async () => {
    const items = (await read()).list.map((item) => item.id);
    await office.call(document.reviewDocument, { params: { id }, body: { change: { do: 'accept', items } } });
    const body = { plan: { new: { year: 2021, title: '二〇二一年计划' } }, meeting: 'new' };
    const dry = await office.call(document.acceptDocument, { params: { id }, query: { dryRun: 'true' }, body });
    expect(dry.value.counts.agenda).toBe(4);
    expect((await read()).state).toBe('review');
    expect((await office.call(work.plans)).value.items).toEqual([]);
  });

  it('makes all of it in one act; the same act again is answered from the log', async () => {
    const actId = newId();
    const body = { actId, plan: { new: { year: 2021, title: '二〇二一年计划' } }, meeting: 'new' };
    const first = await office.call(document.acceptDocument, { params: { id }, body });
    const again = await office.call(document.acceptDocument, { params: { id }, body });
    expect(again.value).toEqual(first.value);
    const { meetingId, planId, counts } = first.value;
    expect(counts.pairings).toBe(3);
    const meeting = (await office.call(work.readMeeting, { params: { id: meetingId ?? '' } })).value;
    expect(meeting).toMatchObject({ heldOn: '2021-06-04', chair: '何立峰', ordinal: 1 });
    expect(meeting.items).toHaveLength(4);
    const plan = (await office.call(work.readPlan, { params: { id: planId ?? '' } })).value;
    expect(plan).toMatchObject({ year: 2021, state: 'draft' });
    expect(plan.list).toHaveLength(counts.tasks);
    expect(plan.list.map((item) => item.line)).toEqual(
      expect.arrayContaining(['消费帮扶', '金融帮扶', '试点', '生态', '就业']),
    );
  });

  it('files the facts and the pairing on each county, with the sentence', async () => {
    for (const county of ['130126', '451022', '222424']) {
      const facts = (await office.call(work.facts, { query: { countyId: county } })).value.items;
      expect(facts).toContainEqual(
        expect.objectContaining({ value: '11.2', unit: '万人', exact: '112000', approx: 'about' }),
      );
      expect(facts[0]?.voucher.quote).not.toBe('');
    }
    const lingshou = (await office.call(pairing.readCounty, { params: { id: '130126' } })).value;
    expect(lingshou.pairings[0]).toMatchObject({ fromOn: '1990-01-01', fromPrecision: 'year' });
    expect(lingshou.timeline.map((line) => line.kind)).toEqual(
      expect.arrayContaining(['paired', 'delisted', 'meeting']),
    );
  });

  it('can be taken back by a further act, and accepted again', async () => {
    await office.call(document.withdrawDocument, { params: { id }, body: { reason: '核对' } });
    expect((await read()).state).toBe('review');
    expect((await office.call(work.facts)).value.items).toEqual([]);
    const body = { plan: { new: { year: 2021, title: '二〇二一年计划' } }, meeting: 'new' };
    expect((await office.call(document.acceptDocument, { params: { id }, body })).status).toBe(200);
  });

  it('sets a document aside and takes it up again; what is accepted cannot be set aside', async () => {
    const refusedNow = await office.call(document.discardDocument, { params: { id }, body: { reason: '误传' } });
    expect(refusedNow.problems).toEqual([{ code: 'document.not_in_review' }]);
    const junk = await office.call(document.pasteDocument, {
      body: { unitId: null, title: '误传', text: '今天天气很好。' },
    });
    const at = { params: { id: junk.value.id } };
    await office.call(document.discardDocument, { ...at, body: { reason: '误传' } });
    expect((await office.call(document.readDocument, at)).value).toMatchObject({
      state: 'withdrawn',
      can: { reopen: true, review: false },
    });
    await office.call(document.reopenDocument, at);
    expect((await office.call(document.readDocument, at)).value).toMatchObject({
      state: 'review',
      can: { discard: true },
    });
  });

  it('reads a page with endless names and runs like any other', async () => {
    const long = '某某工作委员会'.repeat(120);
    const text = `6月4日，${long}召开${long}定点帮扶工作第一次会议。会议审议《${long}计划》。${long}、${long}负责同志参加会议，${long}主任张三主持会议。会议要求，要${'持续做好产业帮扶'.repeat(700)}。投入${long}资金30万元。`;
    const brought = await office.call(document.pasteDocument, { body: { unitId: null, title: null, text } });
    const answer = await office.call(document.readDocument, { params: { id: brought.value.id } });
    expect(answer.status).toBe(200);
    const items = answer.value.list.map((item) => item.id);
    expect(items.length).toBeGreaterThan(0);
    const change = { do: 'accept', items };
    expect(
      (await office.call(document.reviewDocument, { params: { id: brought.value.id }, body: { change } })).status,
    ).toBe(200);
  });
});
