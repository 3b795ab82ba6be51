import type { FastifyInstance } from 'fastify';
import { acceptDocument } from '../acts/document/accept-document.ts';
import { bringDocument } from '../acts/document/bring-document.ts';
import { readDocument, readDocumentFile, readDocuments } from '../acts/document/read-documents.ts';
import { discardDocument, reopenDocument, withdrawDocument } from '../acts/document/withdraw-document.ts';
import { reviewDocument, type CheckValue } from '../acts/document/review-document.ts';
import type { House } from '../acts/house.ts';
import {
  addCountyEvent,
  addPairing,
  addPosting,
  endPairing,
  handOver,
  withdrawCountyEvent,
} from '../acts/pairing/change-pairings.ts';
import { readCounties, readCounty, readPairings, readPostings } from '../acts/read/counties.ts';
import { readHome } from '../acts/read/home.ts';
import { readChains, readLog } from '../acts/read/log.ts';
import { findPlaces, readPlace, readProvinces } from '../acts/read/places.ts';
import { readFacts, readMeeting, readMeetings, readPlan, readPlanItems, readPlans } from '../acts/read/work.ts';
import * as document from '../contract/document.ts';
import * as pairing from '../contract/pairing.ts';
import * as place from '../contract/place.ts';
import * as work from '../contract/work.ts';
import type { PlainDate } from '../core/kernel/plain-date.ts';
import { ok, refused } from '../core/kernel/result.ts';
import { attachmentName } from './attachment-name.ts';
import { problemsOf } from './refuse.ts';
import { serve, serveAct } from './serve.ts';
import { uploadOf } from './upload.ts';

type Day = PlainDate | null;

/** The value of an item in the shape of its kind. */
const checkValue: CheckValue = (kind, value) => {
  const parsed = document.ITEM_VALUES[kind].safeParse(value, { reportInput: true });
  return parsed.success
    ? ok(parsed.data)
    : refused(...problemsOf(parsed.error).map((one) => ({ ...one, at: `value.${one.at ?? ''}` })));
};

/** Documents and their review. */
export function serveDocuments(app: FastifyInstance, house: House): void {
  serve(app, house, document.documents, ({ actor, query }) => readDocuments(house, actor, query));
  serve(app, house, document.bringDocument, async ({ actor, request }) => {
    const upload = await uploadOf(request);
    return upload.ok ? bringDocument(house, actor, upload.value, { requestId: request.id }) : upload;
  });
  serve(app, house, document.pasteDocument, ({ actor, body, request }) => {
    const fileName = /<\/?[a-z][^>]*>/i.test(body.text) ? 'paste.html' : 'paste.txt';
    const file = {
      actId: body.actId,
      bytes: Buffer.from(body.text),
      fileName,
      unitId: body.unitId,
      title: body.title || null,
    };
    return bringDocument(house, actor, file, { requestId: request.id });
  });
  serve(app, house, document.readDocument, ({ actor, params }) => readDocument(house, actor, params.id));
  serve(app, house, document.documentFile, async ({ actor, params, reply }) => {
    const file = await readDocumentFile(house, actor, params.id);
    if (!file.ok) return file;
    await reply
      .header('content-type', 'application/octet-stream')
      .header('content-disposition', `attachment; filename*=UTF-8''${attachmentName(file.value.fileName)}`)
      .header('cache-control', 'private, no-store')
      .send(file.value.bytes);
    return ok({});
  });
  serveAct(app, house, document.reviewDocument, reviewDocument(checkValue), ({ params, body }) => ({
    id: params.id,
    change: body.change,
  }));
  serveAct(app, house, document.acceptDocument, acceptDocument, ({ params, body }) => ({
    id: params.id,
    plan: body.plan,
    meeting: body.meeting,
  }));
  serveAct(app, house, document.withdrawDocument, withdrawDocument, ({ params, body }) => ({
    id: params.id,
    reason: body.reason,
  }));
  serveAct(app, house, document.discardDocument, discardDocument, ({ params, body }) => ({
    id: params.id,
    reason: body.reason,
  }));
  serveAct(app, house, document.reopenDocument, reopenDocument, ({ params }) => ({ id: params.id, reason: null }));
}

/** Meetings, plans, facts, the first page, the log. */
export function serveWork(app: FastifyInstance, house: House): void {
  serve(app, house, work.meetings, ({ actor, query }) => readMeetings(house, actor, query));
  serve(app, house, work.readMeeting, ({ actor, params }) => readMeeting(house, actor, params.id));
  serve(app, house, work.plans, ({ actor, query }) => readPlans(house, actor, query));
  serve(app, house, work.readPlan, ({ actor, params }) => readPlan(house, actor, params.id));
  serve(app, house, work.planItems, ({ actor, query }) => readPlanItems(house, actor, query));
  serve(app, house, work.facts, ({ actor, query }) => readFacts(house, actor, query));
  serve(app, house, work.home, async ({ actor }) => ok(await readHome(house, actor)));
  serve(app, house, work.verifyLog, async ({ actor }) => ok(await readChains(house, actor)));
  serve(app, house, work.actLog, ({ actor, query }) => readLog(house, actor, query));
}

/** Places, counties, pairings, postings. */
export function serveCounties(app: FastifyInstance, house: House): void {
  serve(app, house, place.searchPlaces, ({ query }) => findPlaces(house, query));
  serve(app, house, place.readPlace, ({ params }) => readPlace(house, params.id));
  serve(app, house, place.provinces, () => readProvinces(house));
  serve(app, house, pairing.pairings, ({ actor, query }) => readPairings(house, actor, query));
  serve(app, house, pairing.counties, ({ actor }) => readCounties(house, actor));
  serve(app, house, pairing.readCounty, ({ actor, params }) => readCounty(house, actor, params.id));
  serve(app, house, pairing.postings, ({ actor, query }) => readPostings(house, actor, query));
  serveAct(app, house, pairing.addPairing, addPairing, ({ body: { actId: _, ...input } }) => ({
    ...input,
    fromOn: input.fromOn as Day,
  }));
  serveAct(app, house, pairing.endPairing, endPairing, ({ params, body }) => ({
    id: params.id,
    toOn: body.toOn as PlainDate,
  }));
  serveAct(app, house, pairing.addPosting, addPosting, ({ body: { actId: _, ...input } }) => ({
    ...input,
    fromOn: input.fromOn as PlainDate,
    dueOn: input.dueOn as Day,
  }));
  serveAct(app, house, pairing.handOver, handOver, ({ params, body: { actId: _, ...input } }) => ({
    ...input,
    id: params.id,
    toOn: input.toOn as PlainDate,
  }));
  serveAct(app, house, pairing.addCountyEvent, addCountyEvent, ({ params, body: { actId: _, ...input } }) => ({
    ...input,
    countyId: params.id,
    onDay: input.onDay as PlainDate,
  }));
  serveAct(app, house, pairing.withdrawCountyEvent, withdrawCountyEvent, ({ params }) => ({ id: params.id }));
}
