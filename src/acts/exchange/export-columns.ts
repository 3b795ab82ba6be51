import type { MoneyScale } from '../../core/kernel/money.ts';
import type { Instant } from '../../core/kernel/plain-date.ts';
import type { FieldDefinition, KindDefinition } from '../../core/ledger/kind.ts';
import { maskValue } from '../../core/ledger/mask.ts';
import type { OutCell, OutColumn } from '../../formats/sheet/types.ts';
import type { ExportRow } from '../../storage/ledger/export.ts';
import { textIn, words, type Language } from '../../words/words.ts';

/** What the cells of a batch are written with beside the rows. */
export interface ExportNames {
  units: ReadonlyMap<string, string>;
  places: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, string>;
  /** Numbers of entries that others name. */
  numbers: ReadonlyMap<string, string>;
  /** Definitions by `kind version`. */
  kinds: ReadonlyMap<string, KindDefinition>;
}

/** A column of an export. */
export interface ExportColumn extends OutColumn {
  cell(row: ExportRow, names: ExportNames): OutCell;
}

/** How an export is written. */
export interface ExportStyle {
  money: MoneyScale;
  lang: Language;
}

type CommonName = keyof (typeof words)['zh-CN']['exports']['column'];
type Source = [CommonName, OutColumn['type'], (row: ExportRow, names: ExportNames) => OutCell, number?];

/** Columns that every kind has. */
export function commonColumns({ money, lang }: ExportStyle): ExportColumn[] {
  const said = words[lang];
  const say = (text: { zh: string; en: string } | undefined) => (text === undefined ? '' : textIn(text, lang));
  const kindOf = (row: ExportRow, names: ExportNames) => names.kinds.get(keyOf(row));
  const who = (id: string | null, names: ExportNames) => (id === null ? null : (names.people.get(id) ?? null));
  const link = (id: string | null, names: ExportNames) => (id === null ? null : (names.numbers.get(id) ?? id));
  const unitOf = (row: ExportRow, names: ExportNames) =>
    row.quantity === null
      ? null
      : (kindOf(row, names)?.measures.find((one) => one.measure === 'quantity')?.unit ?? null);
  const sources: Source[] = [
    ['number', 'text', (row) => row.number, 22],
    ['state', 'text', (row) => said.ledger.state[row.state], 10],
    ['kind', 'text', (row, names) => say(kindOf(row, names)?.name) || row.kind, 18],
    ['county', 'text', (row, names) => names.places.get(row.countyId) ?? row.countyId, 14],
    ['place', 'text', (row, names) => (row.placeId === null ? null : (names.places.get(row.placeId) ?? row.placeId))],
    ['unit', 'text', (row, names) => names.units.get(row.unitId) ?? row.unitId, 24],
    ['occurredOn', 'date', (row) => row.occurredOn],
    ['countedOn', 'date', (row) => row.countedOn],
    ['amount', money === 'yuan' ? 'money' : 'number', (row) => moneyCell(row.amountFen, money), 16],
    ['quantity', 'number', (row) => row.quantity],
    ['quantityUnit', 'text', unitOf, 10],
    ['people', 'integer', (row) => row.people],
    ['personTimes', 'integer', (row) => row.personTimes],
    ['voucher', 'text', (row) => row.voucher, 20],
    ['payee', 'text', (row) => row.payee, 24],
    ['note', 'text', (row) => row.note, 24],
    ['evidence', 'integer', (row) => row.evidence],
    ['share', 'percent', (row) => (row.sharePoints === null ? null : moneyCell(String(row.sharePoints), 'yuan'))],
    ['reverses', 'text', (row, names) => link(row.reverses, names), 22],
    ['corrects', 'text', (row, names) => link(row.corrects, names), 22],
    ['tiedTo', 'text', (row, names) => link(row.tiedTo, names), 22],
    ['reason', 'text', (row) => row.reason, 20],
    ['reportedBy', 'text', (row, names) => who(row.reportedBy, names), 10],
    ['reportedAt', 'text', (row) => momentCell(row.reportedAt), 17],
    ['confirmedBy', 'text', (row, names) => who(row.confirmedBy, names), 10],
    ['confirmedAt', 'text', (row) => momentCell(row.confirmedAt), 17],
    ['reviewedBy', 'text', (row, names) => who(row.reviewedBy, names), 10],
    ['reviewedAt', 'text', (row) => momentCell(row.reviewedAt), 17],
    ['postedBy', 'text', (row, names) => who(row.postedBy, names), 10],
    ['postedAt', 'text', (row) => momentCell(row.postedAt), 17],
  ];
  return sources.map(([name, type, cell, width]) => ({
    header:
      name === 'amount' ? `${said.exports.column.amount}（${said.ledger.scale[money]}）` : said.exports.column[name],
    type,
    cell,
    ...(width === undefined ? {} : { width }),
  }));
}

/** The definitions' key of a row. */
export const keyOf = (row: Pick<ExportRow, 'kind' | 'kindVersion'>): string => `${row.kind} ${row.kindVersion}`;

/** Every field that the versions of one kind have, the newest version's first; each value is shown by its own version. */
export function fieldColumns(versions: readonly KindDefinition[], style: ExportStyle): ExportColumn[] {
  const fields = new Map<string, FieldDefinition>();
  for (const version of versions)
    for (const field of version.fields) if (!fields.has(field.code)) fields.set(field.code, field);
  return [...fields.values()].map((field) => ({
    header: headerOf(field, style),
    type: typeOf(field, style.money),
    cell: (row, names) => {
      const own = names.kinds.get(keyOf(row))?.fields.find((one) => one.code === field.code) ?? field;
      return fieldCell(own, row.fields[field.code], names, style);
    },
  }));
}

function headerOf(field: FieldDefinition, { lang, money }: ExportStyle): string {
  const name = textIn(field.name, lang);
  const unit = field.type === 'money' ? words[lang].ledger.scale[money] : field.unit;
  return unit === null ? name : `${name}（${unit}）`;
}

function typeOf(field: FieldDefinition, money: MoneyScale): OutColumn['type'] {
  if (field.personal) return 'text';
  if (field.type === 'money') return money === 'yuan' ? 'money' : 'number';
  if (field.type === 'date') return 'date';
  if (field.type === 'whole') return 'integer';
  return field.type === 'decimal' ? 'number' : 'text';
}

function fieldCell(
  field: FieldDefinition,
  value: string | undefined,
  names: ExportNames,
  { money, lang }: ExportStyle,
): OutCell {
  if (value === undefined || value === '') return null;
  if (field.personal) return maskValue(field.type, value);
  if (field.type === 'money') return moneyCell(value, money);
  if (field.type === 'yes_no') return value === 'yes' ? words[lang].common.yes : words[lang].common.no;
  if (field.type === 'place') return names.places.get(value) ?? value;
  if (field.type !== 'choice') return value;
  const choice = field.choices.find((one) => one.code === value);
  return choice === undefined ? value : textIn(choice, lang);
}

/** Fen as exact decimal text: yuan with two places, 10 000 yuan without needless zeros; what is no whole number of fen stays as it is. */
function moneyCell(fen: string | null, scale: MoneyScale): OutCell {
  if (fen === null || !/^-?\d+$/.test(fen)) return fen;
  const places = scale === 'yuan' ? 2 : 6;
  const digits = fen.replace('-', '').padStart(places + 1, '0');
  const part = digits.slice(-places);
  const behind = scale === 'yuan' ? part : part.replace(/0+$/, '');
  return `${fen.startsWith('-') ? '-' : ''}${digits.slice(0, -places)}${behind === '' ? '' : `.${behind}`}`;
}

const SHANGHAI_MS = 8 * 3_600_000;

/** A moment as people in China write it, to the minute. */
function momentCell(at: Instant | null): string | null {
  if (at === null) return null;
  return new Date(Date.parse(at) + SHANGHAI_MS).toISOString().slice(0, 16).replace('T', ' ');
}
