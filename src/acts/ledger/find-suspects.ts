import type { KindVersion } from '../../core/ledger/kind.ts';
import {
  isPriceOutlier,
  isRound,
  medianPrice,
  overlaps,
  ruleOf,
  rulesWith,
  type SuspectRule,
  type UnitPrice,
} from '../../core/ledger/suspects.ts';
import type { Reader } from '../../storage/database/transaction.ts';
import type { EntryRow } from '../../storage/ledger/entry.ts';
import { findTwins, findUses } from '../../storage/ledger/evidence-twins.ts';
import { findKindVersion } from '../../storage/ledger/kind.ts';
import { listSetRules, putFindings, type Finding } from '../../storage/ledger/suspect.ts';
import { filesOf, personsTwice, pricesOfYear, vouchersElsewhere } from '../../storage/ledger/suspect-facts.ts';
import { newId } from '../house.ts';
import type { ActContext } from '../run-act.ts';
import { suspectsOf } from './read-entries.ts';

/** The rules as they hold now. */
export const loadRules = async (db: Reader): Promise<SuspectRule[]> => rulesWith(await listSetRules(db));

/** Looks at entries that have just been reported, with the rules that cost little, and keeps what was found; part of the act itself. */
export async function noteSuspects({ tx, now }: ActContext, rows: readonly EntryRow[]): Promise<void> {
  const told = rows.filter((row) => row.state === 'reported' && row.reverses === null);
  if (told.length === 0) return;
  const findings = await cheapFindings(tx, told, await loadRules(tx));
  await putFindings(
    tx,
    findings,
    findings.map(() => newId()),
    now,
  );
}

/** What one entry says itself, its voucher and its people: asked for at each report. */
export async function cheapFindings(
  db: Reader,
  rows: readonly EntryRow[],
  rules: readonly SuspectRule[],
): Promise<Finding[]> {
  const found = [...roundOnes(rows, rules), ...(await ownRules(db, rows))];
  if (ruleOf(rules, 'voucher_elsewhere') !== null)
    for (const { voucher, ...one } of await vouchersElsewhere(db, rows))
      found.push(paired(one, 'voucher_elsewhere', { voucher }));
  if (ruleOf(rules, 'person_twice') !== null) {
    const seen = new Set<string>();
    for (const { people, from, to, otherFrom, otherTo, ...one } of await personsTwice(db, rows)) {
      if (seen.has(one.id) || !overlaps({ from, to }, { from: otherFrom, to: otherTo })) continue;
      seen.add(one.id);
      found.push(paired(one, 'person_twice', { people, from: otherFrom, to: otherTo }));
    }
  }
  return found;
}

const paired = (
  one: { countyId: string; id: string; otherCountyId: string; otherId: string },
  code: string,
  params: Finding['params'],
): Finding => ({
  countyId: one.countyId,
  id: one.id,
  code,
  params,
  other: { countyId: one.otherCountyId, id: one.otherId },
});

const plain = ({ countyId, id }: EntryRow, code: string, params: Finding['params'] = {}): Finding => ({
  countyId,
  id,
  code,
  params,
  other: null,
});

function roundOnes(rows: readonly EntryRow[], rules: readonly SuspectRule[]): Finding[] {
  const rule = ruleOf(rules, 'round_amount');
  if (rule === null) return [];
  const round = rows.filter((row) => isRound(row.amountFen === null ? null : BigInt(row.amountFen), rule));
  return round.map((row) => plain(row, 'round_amount', { amountFen: row.amountFen ?? '' }));
}

/** Rules of the kinds that ask for a look. */
async function ownRules(db: Reader, rows: readonly EntryRow[]): Promise<Finding[]> {
  const versions = new Map<string, KindVersion | null>();
  const found: Finding[] = [];
  for (const row of rows) {
    const key = `${row.kind} ${row.kindVersion}`;
    if (!versions.has(key)) versions.set(key, await findKindVersion(db, row.kind, row.kindVersion));
    for (const { code } of suspectsOf(row, versions.get(key) ?? null)) found.push(plain(row, `rule.${code}`));
  }
  return found;
}

/** The same files and photos in entries of another unit or county. */
export async function sameFiles(
  db: Reader,
  rows: readonly EntryRow[],
  rules: readonly SuspectRule[],
): Promise<Finding[]> {
  if (ruleOf(rules, 'same_file') === null) return [];
  const files = await filesOf(db, rows);
  const found = new Map<string, Finding>();
  for (let at = 0; at < files.length; at += 50) {
    const part = files.slice(at, at + 50);
    const sought = part.map(({ evidenceId, digest, look }) => ({ id: evidenceId, digest, look }));
    const twins = await findTwins(db, sought);
    // Where they lie matters, not who may see them: the list shows the other entry only within reach.
    const uses = await findUses(db, [], twins);
    for (const file of part) {
      const own = twins.filter((one) => one.of === file.evidenceId);
      const use = uses.find((one) => one.entryId !== file.id && own.some((twin) => twin.id === one.evidenceId));
      if (use === undefined || found.has(file.id)) continue;
      const same = own.find((twin) => twin.id === use.evidenceId)?.same ?? 'file';
      found.set(file.id, {
        countyId: file.countyId,
        id: file.id,
        code: 'same_file',
        params: { same },
        other: { countyId: use.countyId, id: use.entryId },
      });
    }
  }
  return [...found.values()];
}

/** Middle prices of products by kind and year, worked out once and kept while a search goes on. */
export class Medians {
  private readonly known = new Map<string, Map<string, { price: UnitPrice; entries: number }>>();

  /** The middle price of a product and how many entries tell of it. */
  async of(db: Reader, kind: string, year: number, product: string) {
    const key = `${kind} ${year}`;
    let products = this.known.get(key);
    if (products === undefined) {
      const byProduct = new Map<string, UnitPrice[]>();
      for (const one of await pricesOfYear(db, kind, year)) {
        const prices = byProduct.get(one.product) ?? [];
        prices.push({ fen: BigInt(one.fen), quantity: BigInt(one.quantity) });
        byProduct.set(one.product, prices);
      }
      products = new Map();
      for (const [name, prices] of byProduct) {
        const price = medianPrice(prices);
        if (price !== null) products.set(name, { price, entries: prices.length });
      }
      this.known.set(key, products);
    }
    return products.get(product) ?? null;
  }
}

/** Entries whose price of a unit is far from the middle one of the same product in the year. */
export async function oddPrices(
  db: Reader,
  rows: readonly EntryRow[],
  rules: readonly SuspectRule[],
  medians: Medians,
): Promise<Finding[]> {
  const rule = ruleOf(rules, 'price_outlier');
  if (rule === null) return [];
  const found: Finding[] = [];
  for (const row of rows) {
    const { product, quantity_unit: unit } = row.fields;
    const price = priceOf(row);
    if (product === undefined || price === null) continue;
    const name = unit === undefined ? product : `${product}/${unit}`;
    const median = await medians.of(db, row.kind, Number(row.countedOn.slice(0, 4)), name);
    if (median === null || !isPriceOutlier(price, median.price, median.entries, rule)) continue;
    found.push(
      plain(row, 'price_outlier', {
        product,
        priceFen: perUnit(price).toString(),
        medianFen: perUnit(median.price).toString(),
        entries: median.entries,
      }),
    );
  }
  return found;
}

const SCALE = 10_000n;
const perUnit = ({ fen, quantity }: UnitPrice): bigint => (fen * SCALE + quantity / 2n) / quantity;

function priceOf({ amountFen, quantity }: EntryRow): UnitPrice | null {
  const [, whole, part = ''] = /^(\d+)(?:\.(\d{1,4}))?$/.exec(quantity ?? '') ?? [];
  if (whole === undefined || amountFen === null || BigInt(amountFen) <= 0n) return null;
  const units = BigInt(whole + part.padEnd(4, '0'));
  return units === 0n ? null : { fen: BigInt(amountFen), quantity: units };
}
