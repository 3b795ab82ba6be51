import { mayAnywhere, postFor, reachOf, reaches, type Actor, type ReachPair } from '../../core/access/reach.ts';
import type { PlainDate } from '../../core/kernel/plain-date.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import {
  listCountyEvents,
  meetingsForCounty,
  type CountyEventRow,
  type MeetingLine,
} from '../../storage/pairing/county-event.ts';
import { countsByCounty } from '../../storage/pairing/county-counts.ts';
import { listPairings, type PairingRow, type Precision } from '../../storage/pairing/pairing.ts';
import { listPostings, type PostingRow } from '../../storage/pairing/posting.ts';
import { findPlace, type PlaceDetail } from '../../storage/place/find-place.ts';
import { placeLines } from '../../storage/place/place-names.ts';
import type { House } from '../house.ts';
import { historyOf } from './places.ts';

/** Pairings within reach, open ones or all. */
export async function readPairings(
  house: House,
  actor: Actor,
  ask: { unitId?: string | undefined; ended?: boolean | undefined },
) {
  const items = await listPairings(house.app, reachOf(actor, 'pairing.read'), {
    unitId: ask.unitId,
    ended: ask.ended === true,
    documents: reachOf(actor, 'document.read'),
  });
  return { items, can: { manage: mayAnywhere(actor, 'pairing.manage') } };
}

/** Postings within reach: of a person, or those whose term ends by a day. */
export async function readPostings(
  house: House,
  actor: Actor,
  ask: { personId?: string | undefined; endingBy?: string | undefined },
) {
  const rows = await listPostings(house.app, reachOf(actor, 'pairing.read'), {
    personId: ask.personId,
    endingBy: ask.endingBy as PlainDate | undefined,
  });
  const manage = reachOf(actor, 'pairing.manage');
  return { items: rows.map((row) => ({ ...row, can: { handOver: mayHandOver(manage, row) } })) };
}

/** Whether a posting is open and within the manager's reach. */
function mayHandOver(manage: readonly ReachPair[], row: PostingRow): boolean {
  return row.toOn === null && reaches(manage, { unitIds: [row.unitId], placeIds: [row.countyId] });
}

/** The counties within reach that somebody helps, with what is recorded of each. */
export async function readCounties(house: House, actor: Actor) {
  const pairings = await listPairings(house.app, reachOf(actor, 'county.read'), {
    ended: false,
    documents: reachOf(actor, 'document.read'),
  });
  const ids = [...new Set(pairings.map((pairing) => pairing.countyId))];
  const places = await placeLines(house.app, ids);
  const counts = await countsByCounty(
    house.app,
    {
      facts: reachOf(actor, 'fact.read'),
      items: reachOf(actor, 'plan.read'),
      postings: reachOf(actor, 'pairing.read'),
    },
    ids,
  );
  return {
    items: places.map((place) => {
      const count = counts.get(place.id);
      return {
        place,
        pairings: pairings.filter((pairing) => pairing.countyId === place.id),
        openPostings: count?.postings ?? 0,
        facts: count?.facts ?? 0,
        tasks: count?.items ?? 0,
      };
    }),
  };
}

/** One county. A county of which the reader reaches nothing at all is missing. */
export async function readCounty(house: House, actor: Actor, id: string): Promise<Result<object, Problem>> {
  const [pairs, documents] = [reachOf(actor, 'county.read'), reachOf(actor, 'document.read')];
  const found = id.length === 6 ? await findPlace(house.app, id) : null;
  if (
    found === null ||
    !pairs.some((pair) => pair.places === null || pair.places.some((above) => id.startsWith(above)))
  )
    return refused(problem('access.missing'));
  const [pairings, postings, events, meetings] = [
    await listPairings(house.app, pairs, { countyId: id, ended: true, documents }),
    await listPostings(house.app, pairs, { countyId: id }),
    await listCountyEvents(house.app, pairs, id),
    await meetingsForCounty(house.app, reachOf(actor, 'meeting.read'), id, documents),
  ];
  const [place] = await placeLines(house.app, [id]);
  const manage = reachOf(actor, 'pairing.manage');
  const units = pairings.map((pairing) => pairing.unitId);
  return ok({
    place,
    ...historyOf(found),
    pairings,
    postings: postings.map((posting) => ({ ...posting, can: { handOver: mayHandOver(manage, posting) } })),
    timeline: timelineOf(found, pairings, postings, events, meetings),
    can: {
      addEvent: postFor(actor, 'county.write', { unitIds: units, placeIds: [id] }) !== null,
      manage: manage.some((pair) => reaches([pair], { unitIds: pair.units ?? [id], placeIds: [id] })),
    },
    asOf: house.clock(),
  });
}

/** A line of the timeline; `text` is what the source says, `params` what a screen's own sentence needs. */
interface TimelineLine {
  on: string | null;
  precision: Precision;
  kind: string;
  text: string;
  source: string;
  documentId: string | null;
  itemId: string | null;
  eventId: string | null;
  meetingId: string | null;
  params: Record<string, string>;
}

const line = (
  kind: string,
  on: string | null,
  precision: Precision,
  source: string,
  rest: Partial<TimelineLine> = {},
): TimelineLine => ({
  on,
  precision,
  kind,
  text: '',
  source,
  documentId: null,
  itemId: null,
  eventId: null,
  meetingId: null,
  params: {},
  ...rest,
});

function timelineOf(
  place: PlaceDetail,
  pairings: PairingRow[],
  postings: PostingRow[],
  events: CountyEventRow[],
  meetings: MeetingLine[],
): TimelineLine[] {
  const lines: TimelineLine[] = [];
  for (const p of pairings) {
    const rest = { documentId: p.documentId, itemId: p.itemId, params: { unit: p.unitName } };
    lines.push(line('paired', p.fromOn, p.fromPrecision, p.source, rest));
    if (p.toOn !== null) lines.push(line('pairing_ended', p.toOn, 'day', p.source, rest));
  }
  for (const p of postings) {
    const params = { person: p.personName, title: p.title, unit: p.unitName };
    lines.push(line('posted', p.fromOn, 'day', p.paper ?? p.unitName, { params }));
    if (p.toOn !== null)
      lines.push(
        line('handed_over', p.toOn, 'day', p.handover ?? p.unitName, {
          params: { ...params, successor: p.successorName ?? '' },
        }),
      );
  }
  for (const flag of place.flags) {
    if (flag.exitYear === null) continue;
    lines.push(
      line('delisted', `${flag.exitYear}-01-01`, 'year', flag.citations.join('；'), {
        params: { flag: flag.flag, year: String(flag.exitYear) },
      }),
    );
  }
  for (const name of place.names) {
    if (name.validTo === null || name.kind === 'current') continue;
    lines.push(
      line('renamed', `${name.validTo}-01-01`, 'year', name.source, {
        params: { from: name.name, to: place.name, merged: name.kind },
      }),
    );
  }
  for (const e of events) lines.push(line(e.kind, e.onDay, e.onPrecision, e.source, { text: e.text, eventId: e.id }));
  for (const m of meetings)
    lines.push(
      line('meeting', m.heldOn, 'day', m.title ?? m.name, {
        text: m.name,
        meetingId: m.id,
        documentId: m.documentId,
        itemId: m.itemId,
      }),
    );
  return lines.sort((a, b) => (a.on ?? '').localeCompare(b.on ?? ''));
}
