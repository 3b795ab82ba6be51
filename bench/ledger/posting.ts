import type { Pool } from 'pg';
import { newId, type House } from '../../src/acts/house.ts';
import type { Asking } from './asked-pages.ts';

const ENTRIES = 20;

interface Reviewed {
  county: string;
  unit: string;
  id: string;
  revision: number;
  year: string;
  month: string;
}

/**
 * Posts entries over HTTP that three others reported, confirmed and reviewed, one by one; milliseconds until every figure above each has moved: the boards by
 * county and by unit, the indicator of the whole, the county, the unit, the month and the year up to it, and the list behind it.
 */
export async function timePostings(house: House, owner: Pool, api: string, office: Asking): Promise<number[]> {
  const found = await owner.query<Reviewed>(REVIEWED, [office.personId, ENTRIES]);
  await owner.query(PROVEN, [found.rows.map((row) => row.id)]);
  const out: number[] = [];
  for (const one of found.rows) out.push(await post(api, office.cookie, one));
  return out;
}

async function post(api: string, cookie: string, one: Reviewed): Promise<number> {
  const read = async (path: string) => (await fetch(`${api}${path}`, { headers: { cookie } })).text();
  const paths = figuresAbove(one);
  const before = await Promise.all(paths.map(async (path) => figureIn(await read(path))));
  const begin = performance.now();
  const answer = await fetch(`${api}/entries/${one.county}/${one.id}/post`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ actId: newId(), revision: one.revision }),
  });
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
  const left = new Set(paths.keys());
  while (left.size > 0) {
    for (const n of left) if (figureIn(await read(paths[n] ?? '')) !== before[n]) left.delete(n);
    const stuck = [...left].map((n) => paths[n]).join(' ');
    if (performance.now() - begin > 10_000) throw new Error(`${one.county} ${one.id} did not move ${stuck}`);
  }
  return performance.now() - begin;
}

/** Where the sum of money that needs not be given back is shown with this entry in it. */
function figuresAbove({ county, unit, year, month }: Reviewed): string[] {
  return [
    `/figures/board?period=${year}&codes=direct_free&limit=1`,
    `/figures/board?period=${year}&codes=direct_free&placeId=${county}&limit=1`,
    `/figures/board?period=${year}&codes=direct_free&unitId=${unit}&level=unit&limit=1`,
    `/figures/direct_free?period=${year}`,
    `/figures/direct_free?period=${year}&placeId=${county}`,
    `/figures/direct_free?period=${year}&unitId=${unit}`,
    `/figures/direct_free?period=${month}&placeId=${county}`,
    `/figures/direct_free?period=${year}-01to${month.slice(5)}&placeId=${county}`,
    `/figures/direct_free/entries?period=${month}&placeId=${county}&limit=1`,
  ];
}

/** The value of a board's sum, of an indicator, or of a list of entries, without what is on the way. */
function figureIn(text: string): string {
  const found = JSON.parse(text) as { sum?: { value?: string }[] | string; figure?: { value: string } };
  if (found.figure !== undefined) return found.figure.value;
  return typeof found.sum === 'string' ? found.sum : (found.sum?.[0]?.value ?? '');
}

/** Invented entries that the county has confirmed, as though another had reviewed them; money that needs not be given back. */
const REVIEWED = `
update entry e set state = 'reviewed', reviewed_by = '00000000-0000-7000-8000-00000000000b', reviewed_at = now()
from (select county_id, id from entry where state = 'confirmed' and kind = 'direct_input' and slice like '%;pay_class=free;%' and reported_by <> $1 order by counted_on desc limit $2) x
where e.county_id = x.county_id and e.id = x.id returning e.county_id as county, e.unit_id as unit, e.id, e.revision, to_char(e.counted_on, 'YYYY') as year, to_char(e.counted_on, 'YYYY-MM') as month`;

/** What their kinds demand, as though it were there; the files themselves are not read at a posting. */
const PROVEN = `
with demand as (
  select e.county_id, e.id as entry_id, e.unit_id, d ->> 'code' as code, gen_random_uuid() as id
  from entry e join entry_kind_version v on v.kind = e.kind and v.version = e.kind_version,
    jsonb_array_elements(v.definition -> 'evidence') d, generate_series(1, (d ->> 'least')::int)
  where e.id = any($1::uuid[])
), file as (
  insert into evidence (county_id, id, unit_id, digest, file_name, media_type, size, brought_by, brought_at)
  select county_id, id, unit_id, sha256(id::text::bytea), 'x.pdf', 'application/pdf', 1, '00000000-0000-7000-8000-00000000000a', now() from demand
)
insert into entry_evidence (county_id, entry_id, evidence_id, demand, added_by, added_at)
select county_id, entry_id, id, code, '00000000-0000-7000-8000-00000000000a', now() from demand`;
