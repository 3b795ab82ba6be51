import { randomInt } from 'node:crypto';
import type { Pool } from 'pg';
import { newId } from '../../src/acts/house.ts';
import * as evidence from '../../src/contract/evidence.ts';
import * as document from '../../src/contract/document.ts';
import * as job from '../../src/contract/job.ts';
import * as kind from '../../src/contract/kind.ts';
import * as entry from '../../src/contract/ledger-acts.ts';
import * as ledger from '../../src/contract/ledger.ts';
import * as pairing from '../../src/contract/pairing.ts';
import * as people from '../../src/contract/people.ts';
import type { Route } from '../../src/contract/route.ts';
import * as unit from '../../src/contract/unit.ts';
import type { KindDefinition } from '../../src/core/ledger/kind.ts';
import { readKindFiles } from '../../src/formats/read-kind-files.ts';
import { inRoot } from '../../src/root.ts';
import { draft } from './ledger.ts';
import { pngOf, scene } from './make-photo.ts';
import { report } from './report.ts';
import type { Answer, Caller } from './house.ts';
import { importWrites, sheetsLike } from './write-imports.ts';
import { bookWrites } from './write-books.ts';
import { COUNTY, newEvent, newPosting, ROWS, type World } from './world.ts';
import { indicatorWrites, makeTarget } from './write-indicators.ts';

/** What a write is tried on: the unit whose things they are, and one thing of each kind. */
export interface Target {
  unitId: string;
  parentId: string;
  countyId: string;
  /** Paired with the county above. */
  personId: string;
  postId: string;
  pairingId: string;
  postingId: string;
  eventId: string;
  documentId: string;
  /** An item of that document, not yet decided. */
  itemId: string;
  acceptedId: string;
  /** A reported entry of the ledger, and one that is posted. */
  reportedId: string;
  postedId: string;
  /** Long work of that unit's office. */
  jobId: string;
  /** Sheets of the unit above: three that were read, one that was checked. */
  importIds: { map: string; check: string; cancel: string; apply: string };
  evidenceId: string;
  /** A draft in that county, which the evidence proves. */
  entryId: string;
  /** An open finding in the reported entry. */
  suspectId: string;
  targetId: string;
}

/** What must lie within the scope for a write: its kind of belonging. */
type Needs = 'unit' | 'document' | 'paired' | 'person' | 'own' | 'kinds' | 'import' | 'any';

/** A write as it is sent: the route, and what fills it. */
export interface Write {
  route: Route;
  input: { params?: Record<string, string>; query?: Record<string, string>; body?: object };
  /** Who may do it in the first unit's world. */
  by: 'officeA' | 'first';
  needs: Needs;
}

const post = (t: Target) => ({
  id: newId(),
  unitId: t.unitId,
  role: 'liaison',
  title: null,
  fromOn: '2021-06-01',
  toOn: null,
  scope: [],
});

const shippedKind = readKindFiles(inRoot('data', 'kinds'))[0] as KindDefinition;

/** Kinds hold for the whole house: a new one, a new version of a shipped one, a file with both. */
function kindWrites(): Write[] {
  const term = { validFrom: '2021-06-01', validTo: null, placeIds: [], note: null };
  const no = randomInt(2 ** 40);
  const changed = { ...shippedKind, topic: `t${no}` };
  const newOne = (code: string) => ({ ...shippedKind, code: `${code}${no}` });
  const file = { format: 'bangfu-kinds', formatVersion: 1, kinds: [newOne('b'), { ...changed, topic: `u${no}` }] };
  const write = (route: Route, params: Record<string, string>, body: object): Write => ({
    route,
    input: { params, body: { ...body, ...term } },
    by: 'officeA',
    needs: 'kinds',
  });
  return [
    write(kind.addKind, {}, { definition: newOne('a') }),
    write(kind.addKindVersion, { code: shippedKind.code }, { definition: changed }),
    write(kind.importKinds, {}, file),
  ];
}

const evidenceWrites = (t: Target, by: (route: Route, params: object, body: object) => Write): Write[] => {
  const params = { countyId: t.countyId, id: t.evidenceId };
  return [
    by(evidence.addEvidence, {}, { unitId: t.unitId, countyId: t.countyId }),
    by(evidence.linkEvidence, params, { entryId: t.entryId, demand: 'other' }),
    by(evidence.unlinkEvidence, params, { entryId: t.entryId }),
  ];
};

/** Every write of the contract that needs an ability, each with an input that is right for the target. */
export function writesOn(t: Target): Write[] {
  const id = (value: string) => ({ id: value });
  const office = (route: Route, params: object, body: object): Write => ({
    route,
    input: { params: params as Record<string, string>, body },
    by: 'officeA',
    needs: route.id.startsWith('document') ? 'document' : 'paired',
  });
  const operator = (route: Route, params: object, body: object): Write => ({
    ...office(route, params, body),
    by: 'first',
    needs: route.id.startsWith('unit') || route.id === 'people.add' ? 'unit' : 'person',
  });
  const newUnit = { id: newId(), kind: 'department', name: '新设处', shortName: null, startedOn: null, placeId: null };
  const version = { validFrom: '2021-06-19', name: '改名处', shortName: null, reason: null };
  const newPairing = {
    id: newId(),
    unitId: t.unitId,
    countyId: COUNTY.five,
    fromOn: null,
    fromPrecision: 'unknown',
    source: '通知',
  };
  const person = { id: newId(), name: '新人', phone: null, login: null, post: post(t) };
  const plan = { new: { year: 2021, title: '又一份计划' } };
  return [
    operator(unit.addUnit, {}, { ...newUnit, parentId: t.unitId }),
    operator(unit.changeUnit, id(t.unitId), { ...version, parentId: t.parentId }),
    operator(people.addPerson, {}, person),
    operator(people.addPost, id(t.personId), { post: post(t) }),
    operator(people.endPost, id(t.postId), { toOn: '2021-12-31' }),
    operator(people.resetPassword, id(t.personId), {}),
    operator(people.disableAccount, id(t.personId), { disabled: true }),
    office(pairing.addPairing, {}, newPairing),
    office(pairing.addPosting, {}, newPosting(t.unitId, t.countyId)),
    office(pairing.handOver, id(t.postingId), { toOn: '2021-06-01', successorId: null, handover: null }),
    office(pairing.addCountyEvent, id(t.countyId), newEvent(t.unitId, '又一件事')),
    office(pairing.withdrawCountyEvent, id(t.eventId), {}),
    office(document.pasteDocument, {}, { unitId: t.unitId, title: null, text: report('某处', '第七次', '灵寿县') }),
    office(document.reviewDocument, id(t.documentId), { change: { do: 'reject', items: [t.itemId] } }),
    office(document.acceptDocument, id(t.documentId), { plan, meeting: 'new' }),
    office(document.withdrawDocument, id(t.acceptedId), { reason: '试' }),
    office(document.discardDocument, id(t.acceptedId), { reason: '试' }),
    office(document.reopenDocument, id(t.acceptedId), {}),
    ...importWrites(t),
    { ...office(job.cancelJob, id(t.jobId), {}), needs: 'own' },
    office(pairing.endPairing, id(t.pairingId), { toOn: '2021-06-01' }),
    office(document.bringDocument, {}, { unitId: t.unitId }),
    ...evidenceWrites(t, office),
    ...kindWrites(),
    ...indicatorWrites(t, office),
    ...entryWrites(t, office),
    ...bookWrites(t, office),
    operator(unit.endUnit, id(t.unitId), { endedOn: '2021-06-30', into: t.parentId }),
  ];
}

/** Every step with an entry of the ledger. */
function entryWrites(t: Target, office: (route: Route, params: object, body: object) => Write): Write[] {
  const countyId = t.countyId;
  const on = (route: Route, more: object = {}, entryId = t.reportedId) =>
    office(route, { countyId, id: entryId }, { revision: 1, ...more });
  const said = draft(t.unitId, { countyId });
  const { id: _, countyId: __, ...changed } = said;
  const { submit: ___, ...corrected } = changed;
  const { unitId: ____, ...borne } = corrected;
  const share = (unitId: string) => ({ id: newId(), unitId, countyId: null, points: 5000 });
  const measures = { amountFen: '5', quantity: null, people: null, personTimes: null };
  return [
    office(entry.addEntry, {}, said),
    office(entry.addJoint, {}, { ...borne, countyId, jointId: newId(), shares: [share(t.unitId), share(t.parentId)] }),
    office(ledger.showRoster, { countyId, id: t.reportedId }, {}),
    on(entry.differEntry, { measures, reason: '试' }),
    on(entry.settleEntry, { outcome: 'county', measures: null, reason: null }),
    on(entry.confirmEntry),
    on(entry.reviewEntry),
    on(entry.postEntry),
    on(entry.tieEntry, { to: t.postedId, reason: '试' }),
    on(entry.returnEntry, { reason: '试' }),
    on(entry.changeEntry, changed),
    on(entry.submitEntry),
    on(entry.withdrawEntry, { reason: null }),
    on(entry.reverseEntry, { reversalId: newId(), reason: '试' }, t.postedId),
    on(entry.correctEntry, { reversalId: newId(), correctedId: newId(), reason: '试', ...corrected }, t.postedId),
  ];
}

/** Sends a write; a file is sent as a form. */
export async function send(by: Caller, write: Write, actId = newId()): Promise<Answer<Route>> {
  const { route, input } = write;
  if (route.upload === undefined) return by.call(route, { ...input, body: { ...input.body, actId } });
  const { unitId, countyId, kind } = input.body as { unitId: string; countyId?: string; kind?: string };
  if (kind !== undefined) return by.upload(route, '台账.csv', Buffer.from(ROWS), { actId, unitId, kind, id: newId() });
  if (countyId !== undefined) return by.upload(route, '现场.png', pngOf(scene(1, 40, 30)), { actId, unitId, countyId });
  return by.upload(route, '会议.txt', Buffer.from(report('某中心', '第八次', '田东县')), { actId, unitId });
}

/** A thing of each kind that belongs to the first unit's department, or to the second unit. */
export async function targetOf(world: World, owner: Pool, side: 'a' | 'b'): Promise<Target> {
  const one = async (text: string, values: unknown[]) => {
    const row = (await owner.query<{ id: string }>(text, values)).rows[0];
    if (row === undefined) throw new Error(`nothing found: ${text}`);
    return row.id;
  };
  const [unitId, person] =
    side === 'a' ? [world.units.a1, 'liaisonA1' as const] : [world.units.b1, 'liaisonB1' as const];
  const rootId = world.units[side];
  return {
    unitId,
    parentId: rootId,
    countyId: side === 'a' ? COUNTY.two : COUNTY.four,
    personId: world.people[person],
    postId: await one('select id from post where person_id = $1', [world.people[person]]),
    pairingId: await one(
      'select id from pairing where unit_id = $1 and county_id = $2 and withdrawn_at is null and to_on is null',
      [rootId, side === 'a' ? COUNTY.two : COUNTY.four],
    ),
    postingId: world.postings[side],
    eventId: side === 'a' ? world.events.a : world.events.bShared,
    itemId: await one("select id from reading_item where document_id = $1 and kind = 'task' and state = 'pending'", [
      side === 'a' ? world.documents.aOpen : world.documents.bOpen,
    ]),
    documentId: side === 'a' ? world.documents.aOpen : world.documents.bOpen,
    acceptedId: world.documents[side],
    reportedId: await one("select id from entry where unit_id = $1 and state = 'reported' limit 1", [unitId]),
    postedId: await one("select id from entry where unit_id = $1 and state = 'posted' limit 1", [unitId]),
    suspectId: await one('select s.id from suspect s join entry e on e.id = s.entry_id where e.unit_id = $1 limit 1', [
      unitId,
    ]),
    jobId: await queuedJob(owner, world.people[side === 'a' ? 'officeA' : 'officeB']),
    importIds: await sheetsLike(owner, world.imports[side]),
    evidenceId: world.evidence[side].id,
    entryId: world.evidence[side].entryId,
    targetId: await makeTarget(owner, unitId, side === 'a' ? COUNTY.two : COUNTY.four),
  };
}

/** Puts a job into the queue that no server knows how to do. */
async function queuedJob(owner: Pool, personId: string): Promise<string> {
  const id = newId();
  await owner.query(
    `insert into job (id, kind, state, person_id, input, made_at) values ($1, 'none', 'queued', $2, '{}', now())`,
    [id, personId],
  );
  return id;
}
