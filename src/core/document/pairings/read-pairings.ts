import { plainDate, type PlainDate } from '../../kernel/plain-date.ts';
import { quoteOf, type Page, type Sentence } from '../page.ts';
import type { PlaceReading, Quoted } from '../reading.ts';

/** A sentence that says which county the organisation helps, and since when. */
export interface PairingReading extends Quoted {
  placeId: string;
  countyName: string;
  fromOn: PlainDate | null;
  fromPrecision: 'year' | 'month' | 'unknown';
}

/** Words that tie a helping unit to a county by name. */
const HELPS = /(?:定点帮扶|定点扶贫|对口帮扶|对口支援|结对帮扶|帮扶)(?:的|了)?/g;
const SINCE = /自?(\d{4})年(?:(\d{1,2})月)?(?:起|开始)?[^，。；]{0,6}$/;
/** Between the verb and the county: provinces, cities, other counties of the list. */
const LIST_END = /[。；！？，]|开展|召开|实施|工作/;

/**
 * Counties that the text says are helped: "自1990年帮扶某省甲县以来", "定点帮扶的某省甲县、乙县、丙县".
 * One line a county; a later line that knows the year replaces one that does not.
 */
export function readPairings(page: Page, places: readonly PlaceReading[]): PairingReading[] {
  const counties = places.filter((place) => place.level === 'county' && place.doubts.length === 0);
  const found = new Map<string, PairingReading>();
  for (const sentence of page.sentences) {
    if (sentence.headline) continue;
    for (const verb of sentence.text.matchAll(HELPS))
      addFrom(page, sentence, verb.index, verb[0].length, counties, found);
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function addFrom(
  page: Page,
  sentence: Sentence,
  at: number,
  length: number,
  counties: readonly PlaceReading[],
  found: Map<string, PairingReading>,
): void {
  const rest = sentence.text.slice(at + length);
  const stop = rest.search(LIST_END);
  const list = stop < 0 ? rest : rest.slice(0, stop);
  const since = SINCE.exec(sentence.text.slice(0, at));
  for (const county of counties) {
    const where = list.indexOf(county.name);
    if (where < 0 || (where > 0 && !/^[\u4e00-\u9fff、和及与]*$/.test(list.slice(0, where)))) continue;
    // Only names of places and the joints of a list may stand between the verb and the county.
    if (!/(?:^|省|自治区|市|州|盟|县|区|旗|、|和|及|与)$/.test(list.slice(0, where))) continue;
    const known = found.get(county.placeId);
    if (known !== undefined && (known.fromOn !== null || since === null)) continue;
    const month = since?.[2] === undefined ? null : Number(since[2]);
    found.set(county.placeId, {
      ...quoteOf(page, sentence.start, sentence.end),
      doubts: since === null ? ['pairing.since_unknown'] : [],
      placeId: county.placeId,
      countyName: county.name,
      fromOn: since === null ? null : plainDate(Number(since[1]), month ?? 1, 1),
      fromPrecision: since === null ? 'unknown' : month === null ? 'year' : 'month',
    });
  }
}
