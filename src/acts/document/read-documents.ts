import { mayAnywhere, reachOf, reaches, type Actor } from '../../core/access/reach.ts';
import { documentMay, type DocumentAct, type DocumentState } from '../../core/document/document-state.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import {
  findBlob,
  findDocument,
  listDocuments,
  whatItBecame,
  type DocumentFull,
} from '../../storage/document/document.ts';
import { listItems, type ItemRow } from '../../storage/document/reading-item.ts';
import { sameMeetings } from '../../storage/meeting/meeting.ts';
import { plansOfUnit } from '../../storage/plan/plan.ts';
import type { House } from '../house.ts';
import { cursorOf, pageOf } from '../paging.ts';
import type { PlainDate } from '../../core/kernel/plain-date.ts';

const ACTS: readonly DocumentAct[] = ['review', 'accept', 'withdraw', 'discard', 'reopen'];

/** Documents within reach, newest first. */
export async function readDocuments(
  house: House,
  actor: Actor,
  ask: { state?: DocumentState | undefined; q?: string | undefined; after?: string | undefined; limit: number },
) {
  const rows = await listDocuments(house.app, reachOf(actor, 'document.read'), {
    ...ask,
    after: cursorOf(ask.after),
    limit: ask.limit + 1,
  });
  return {
    ...pageOf(rows, ask.limit, (row) => [row.broughtAt, row.id]),
    can: { bring: mayAnywhere(actor, 'document.write') },
  };
}

/** One document with its text, what was read, and what it became. */
export async function readDocument(house: House, actor: Actor, id: string): Promise<Result<object, Problem>> {
  const document = await findDocument(house.app, reachOf(actor, 'document.read'), id);
  if (document === null) return refused(problem('access.missing'));
  const list = await listItems(house.app, id);
  const write = (await findDocument(house.app, reachOf(actor, 'document.write'), id)) !== null;
  const { source, digest: _, ...row } = document;
  return ok({
    ...row,
    ...source,
    list,
    became: document.state === 'accepted' ? await became(house, actor, document) : null,
    proposes: await proposals(house, actor, document, list),
    can: Object.fromEntries(ACTS.map((act) => [act, write && documentMay(document.state, act)])),
  });
}

/** Whether the actor may know of the meetings or plans of the document's unit. */
const knows = (actor: Actor, ability: 'meeting.read' | 'plan.read', document: DocumentFull): boolean =>
  reaches(reachOf(actor, ability), { unitIds: [document.unitId], placeIds: [] });

/** What a document became, as far as the actor reaches it. */
async function became(house: House, actor: Actor, document: DocumentFull) {
  const all = await whatItBecame(house.app, document.id);
  const plan = knows(actor, 'plan.read', document);
  return {
    ...all,
    meetingId: knows(actor, 'meeting.read', document) ? all.meetingId : null,
    planId: plan ? all.planId : null,
    planYear: plan ? all.planYear : null,
  };
}

/** What the acceptance would make, and what is there already that it may be meant for. */
async function proposals(house: House, actor: Actor, document: DocumentFull, list: readonly ItemRow[]) {
  const meeting = list.find((item) => item.kind === 'meeting')?.value as
    { name: string; date: string | null } | undefined;
  const { year, title } = planOf(document, list);
  const plans = knows(actor, 'plan.read', document) ? await plansOfUnit(house.app, document.unitId, null) : [];
  const drafts = plans.filter((plan) => plan.state === 'draft');
  const meetings =
    meeting === undefined || !knows(actor, 'meeting.read', document)
      ? []
      : await sameMeetings(house.app, document.unitId, meeting.name, meeting.date as PlainDate | null);
  return { planYear: year, planTitle: title, drafts: drafts.map(({ state: _, ...plan }) => plan), meetings };
}

/** The plan that the text speaks of: a 《…2021年…计划》 of the agenda, else the year of the meeting or the page. */
function planOf(document: DocumentFull, list: readonly ItemRow[]): { year: number | null; title: string | null } {
  for (const item of list) {
    if (item.kind !== 'agenda') continue;
    const named = /《([^》]*?((?:19|20)\d{2})年[^》]*?(?:计划|要点|方案)[^》]*)》/.exec(
      (item.value as { title: string }).title,
    );
    if (named?.[1] !== undefined) return { year: Number(named[2]), title: named[1] };
  }
  const meeting = list.find((item) => item.kind === 'meeting')?.value as { date: string | null } | undefined;
  const day = meeting?.date ?? document.publishedOn;
  return { year: day === null ? null : Number(day.slice(0, 4)), title: null };
}

/** The original bytes within reach. */
export async function readDocumentFile(
  house: House,
  actor: Actor,
  id: string,
): Promise<Result<{ bytes: Buffer; fileName: string }, Problem>> {
  const document = await findDocument(house.app, reachOf(actor, 'document.read'), id);
  const bytes = document === null ? null : await findBlob(house.app, document.digest);
  return document === null || bytes === null
    ? refused(problem('access.missing'))
    : ok({ bytes, fileName: document.fileName });
}
