import type { Params } from '../access/reach-sql.ts';
import type { Reader } from '../database/transaction.ts';
import type { EntryFilter } from './entry-filter.ts';

/** Where something stands that begins as is searched. */
const SIDES = ['voucher', 'payee'] as const;
/** A side of the search. */
export type Side = (typeof SIDES)[number];

/** On which side how many entries begin so: many are found sooner by passing the list in its order than by gathering them. */
export type Begins = Readonly<Record<Side, 'none' | 'few' | 'some' | 'many'>>;

/** What gives the keys of a list in its order, instead of an index of the entries themselves. */
export type Lead = Side | 'reversed' | 'facets';

/** Up to so many are a few, whatever else is asked of them. */
const FEW = 5000;
/** From so many on gathering the keys alone takes longer than a page may. */
const MANY = 150_000;
const NUMBER = /^\d{4}-(\d{6})-?\d*$/;

/** A filter that knows on which side how many begin as is searched. Over all counties, since it only chooses between ways. */
export async function gauged(db: Reader, filter: EntryFilter): Promise<EntryFilter> {
  const { q } = filter;
  if (q === undefined || filter.begins !== undefined || NUMBER.test(q)) return filter;
  const counts = SIDES.map(
    (side) =>
      `(select count(*) from (select from entry where starts_with(${side}, $1) limit ${FEW}) s)::integer as ${side}`,
  );
  const found = await db.query<Record<Side, number>>(`select ${counts.join(', ')}`, [q]);
  const of = async (side: Side) => {
    const n = found.rows[0]?.[side] ?? 0;
    if (n < FEW) return n === 0 ? 'none' : 'few';
    return (await estimated(db, side, q)) < MANY ? 'some' : 'many';
  };
  return { ...filter, begins: { voucher: await of('voucher'), payee: await of('payee') } };
}

/** How many the planner takes to begin so; to count them would take as long as the page. */
async function estimated(db: Reader, side: Side, q: string): Promise<number> {
  const explained = await db.query<{ 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }>(
    `explain (format json) select from entry where starts_with(${side}, $1)`,
    [q],
  );
  return explained.rows[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ?? 0;
}

/** A number with its county leads straight there; else what begins so, by the index of vouchers and that of payees. */
export function asked(q: string, { begins, lead }: EntryFilter, params: Params): string {
  if (lead === 'voucher' || lead === 'payee') return 'true';
  const county = NUMBER.exec(q)?.[1];
  if (county !== undefined) return `(e.county_id = ${params.add(county)} and starts_with(e.number, ${params.add(q)}))`;
  const sides = SIDES.filter((side) => begins?.[side] !== 'none');
  if (sides.length === 0) return 'false';
  const text = params.add(q);
  const parts = sides.map((side) =>
    begins?.[side] === 'few'
      ? `(e.county_id, e.id) in (select county_id, id from entry where starts_with(${side}, ${text}))`
      : `starts_with(e.${side}, ${text})`,
  );
  return `(${parts.join(' or ')})`;
}

/** The same entries in parts, by side: those of a side with few are led by their keys; those of one with more too, where they can be walked. */
export function searchParts(filter: EntryFilter, walks: boolean): EntryFilter[] {
  const { begins } = filter;
  if (begins === undefined) return [filter];
  const led = SIDES.filter((side) => begins[side] === 'few' || (walks && begins[side] !== 'none'));
  const left = (side: Side) => (led.includes(side) ? 'none' : begins[side]);
  const rest = { voucher: left('voucher'), payee: left('payee') };
  const more = led.length === 0 || rest.voucher !== 'none' || rest.payee !== 'none';
  return [...led.map((lead) => ({ ...filter, lead })), ...(more ? [{ ...filter, begins: rest }] : [])];
}
