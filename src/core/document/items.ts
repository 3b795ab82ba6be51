import type { PairingReading } from './pairings/read-pairings.ts';
import type { FactReading, PlaceReading, Quoted, Reading, TaskReading } from './reading.ts';

/** One thing to be reviewed: a kind, its sentence, and the value that the reviewer sees and corrects. */
export interface ReadItem extends Quoted {
  kind: 'meeting' | 'attendee' | 'agenda' | 'fact' | 'place' | 'task' | 'pairing';
  value: Record<string, unknown>;
}

/** A unit that a name in the text may mean. */
export interface UnitName {
  id: string;
  name: string;
  shortName: string | null;
}

/** What the text's own words are tied to: its pairings and the units that we know by name. */
export interface Ties {
  pairings: readonly PairingReading[];
  units: readonly UnitName[];
}

/** All that was read as items to review, in the order of the text. */
export function itemsOf(reading: Reading, ties: Ties): ReadItem[] {
  const { meeting, places, facts, tasks } = reading;
  const items: ReadItem[] = [];
  if (meeting !== null) {
    const { name, ordinal, organiser, date, dateText, chair, chairRole } = meeting;
    items.push(item('meeting', meeting, { name, ordinal, organiser, date, dateText, chair, chairRole }));
    items.push(...meeting.attendees.map((one) => item('attendee', one, { category: one.category, text: one.text })));
    items.push(...meeting.agenda.map((one) => item('agenda', one, { type: one.type, title: one.title })));
  }
  items.push(...ties.pairings.map((one) => item('pairing', one, pairingValue(one))));
  items.push(
    ...facts.filter((one) => one.twinOf === null).map((one) => item('fact', one, factValue(one, places, ties))),
  );
  items.push(...tasks.map((one) => item('task', one, taskValue(one, places, ties))));
  items.push(...places.map((one) => item('place', one, placeValue(one))));
  return items;
}

function item(kind: ReadItem['kind'], at: Quoted, value: Record<string, unknown>): ReadItem {
  return { kind, quote: at.quote, start: at.start, end: at.end, doubts: at.doubts, value: clipped(value) };
}

function pairingValue(one: PairingReading): Record<string, unknown> {
  return { countyId: one.placeId, countyName: one.countyName, fromOn: one.fromOn, fromPrecision: one.fromPrecision };
}

function placeValue(one: PlaceReading): Record<string, unknown> {
  return { placeId: one.placeId, name: one.name, code: one.code, level: one.level, printed: one.printed };
}

function factValue(one: FactReading, places: readonly PlaceReading[], ties: Ties): Record<string, unknown> {
  const { value, unit, exact, plainUnit, approx, approxText, what, when, from, to, where, planned } = one;
  const placeIds = placesNamed(where, places, ties);
  return { value, unit, exact, plainUnit, approx, approxText, what, when, from, to, where, placeIds, planned };
}

function taskValue(one: TaskReading, places: readonly PlaceReading[], ties: Ties): Record<string, unknown> {
  const countyIds = placesNamed(one.counties, places, ties).filter((id) => id.length === 6);
  const lead = unitsNamed(one.lead, ties.units).map((unitId) => ({ unitId, part: 'lead' as const }));
  const known = new Set(lead.map((unit) => unit.unitId));
  const support = unitsNamed(one.support, ties.units)
    .filter((id) => !known.has(id))
    .map((unitId) => ({ unitId, part: 'support' as const }));
  const { line, topic, speaker, due, dueText } = one;
  const units = [...lead, ...support];
  return {
    line,
    topic,
    text: one.quote,
    speaker,
    lead: one.lead,
    support: one.support,
    due,
    dueText,
    units,
    countyIds,
  };
}

/** Most characters that a value of an item keeps, by its name; the whole sentence stands in the quote anyway. */
const MOST: Record<string, number> = {
  name: 300,
  title: 500,
  text: 1000,
  what: 300,
  organiser: 200,
  chairRole: 200,
  chair: 100,
  dateText: 100,
  when: 100,
  lead: 100,
  support: 100,
  topic: 60,
  speaker: 60,
  dueText: 60,
  where: 60,
  printed: 60,
  countyName: 60,
  value: 40,
  unit: 40,
  plainUnit: 40,
  approxText: 20,
  category: 20,
};
/** Most members of a list. */
const MOST_MEMBERS = 30;

/** A page may hold anything; what is read from it stays within what a form can show and send back. */
function clipped(value: Record<string, unknown>): Record<string, unknown> {
  const clip = (one: unknown, most: number): unknown => (typeof one === 'string' ? one.slice(0, most).trim() : one);
  const entries = Object.entries(value).map(([key, one]) => {
    const most = MOST[key];
    if (Array.isArray(one)) {
      const members = one.slice(0, MOST_MEMBERS);
      return [
        key,
        most === undefined ? members : members.map((member) => clip(member, most)).filter((member) => member !== ''),
      ];
    }
    return [key, most === undefined ? one : clip(one, most)];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
}

const COUNT: Record<string, number> = { 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 };

/** Keys of the places that printed names mean; "三县" means the helped counties, where the text names just so many. */
function placesNamed(names: readonly string[], places: readonly PlaceReading[], ties: Ties): string[] {
  const found = new Set<string>();
  for (const name of names) {
    const count = /^(?:这|该)?([一两二三四五六七八九十\d]+)个?(?:定点帮扶|帮扶|受援)?县(?:市|区)?$/.exec(name)?.[1];
    if (count !== undefined) {
      const counties = ties.pairings.map((pairing) => pairing.placeId);
      if (counties.length === (COUNT[count] ?? Number(count))) counties.forEach((id) => found.add(id));
      continue;
    }
    const place = places.find((one) => one.name === name || one.printed === name || one.placeId === name);
    if (place !== undefined) found.add(place.placeId);
  }
  return [...found];
}

/** Units that printed names mean: the full or the short name, exactly. */
function unitsNamed(names: readonly string[], units: readonly UnitName[]): string[] {
  const found = new Set<string>();
  for (const name of names) {
    const same = units.filter((unit) => unit.name === name || unit.shortName === name);
    if (same.length === 1 && same[0] !== undefined) found.add(same[0].id);
  }
  return [...found];
}
