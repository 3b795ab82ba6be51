import type { Params } from '../access/reach-sql.ts';
import type { Reader } from '../database/transaction.ts';
import type { EntryFilter } from './entry-filter.ts';

/** Where something stands that begins as is searched. */
const SIDES = ['voucher', 'payee'] as const;
type Side = (typeof SIDES)[number];

/** On which side how many entries begin so: many are found sooner by passing the list in its order than by gathering them. */
export type Begins = Readonly<Record<Side, 'none' | 'few' | 'many'>>;

/** What gives the keys of a list in its order, instead of an index of the entries themselves. */
export type Lead = Side | 'reversed';

const MANY = 5000;
const NUMBER = /^\d{4}-(\d{6})-?\d*$/;

/** A filter that knows on which side how many begin as is searched. Over all counties, since it only chooses between ways. */
export async function gauged(db: Reader, filter: EntryFilter): Promise<EntryFilter> {
  const { q } = filter;
  if (q === undefined || NUMBER.test(q)) return filter;
  const counts = SIDES.map(
    (side) =>
      `(select count(*) from (select from entry where starts_with(${side}, $1) limit ${MANY}) s)::integer as ${side}`,
  );
  const found = await db.query<Record<Side, number>>(`select ${counts.join(', ')}`, [q]);
  const of = (side: Side) => {
    const n = found.rows[0]?.[side] ?? 0;
    return n === 0 ? 'none' : n < MANY ? 'few' : 'many';
  };
  return { ...filter, begins: { voucher: of('voucher'), payee: of('payee') } };
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
    begins?.[side] === 'many'
      ? `starts_with(e.${side}, ${text})`
      : `(e.county_id, e.id) in (select county_id, id from entry where starts_with(${side}, ${text}))`,
  );
  return `(${parts.join(' or ')})`;
}

/** The same entries in parts: those of each side that has few, led by their keys, and those of sides with many together. */
export function searchParts(filter: EntryFilter): EntryFilter[] {
  const { begins } = filter;
  if (begins === undefined) return [filter];
  const few = SIDES.filter((side) => begins[side] === 'few');
  const rest = {
    voucher: begins.voucher === 'few' ? 'none' : begins.voucher,
    payee: begins.payee === 'few' ? 'none' : begins.payee,
  } as const;
  const many = rest.voucher === 'many' || rest.payee === 'many' || few.length === 0;
  return [...few.map((lead) => ({ ...filter, lead })), ...(many ? [{ ...filter, begins: rest }] : [])];
}
