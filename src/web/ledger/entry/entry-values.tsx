import type { FieldDefinition } from '../../../core/ledger/kind.ts';
import { readPlace } from '../../../contract/place.ts';
import { useRead } from '../../client/use-read.ts';
import { numberText } from '../../client/format.ts';
import { useWords } from '../../client/use-words.ts';
import { DayText, PlaceName } from '../../parts/texts.tsx';
import { yuanText } from '../form/amount.ts';
import { useSay } from '../use-say.ts';
import { definitionOf, type Entry } from './entry-data.ts';

/** What an entry says, as its kind calls it. `plain`: personal fields in the open, where they were asked for. */
export function EntryValuesShown({ entry, plain }: { entry: Entry; plain: Readonly<Record<string, string>> | null }) {
  const { ledger } = useWords();
  const say = useSay();
  const kind = definitionOf(entry);
  const rows: [string, React.ReactNode][] = [[say(kind.countsOn), <DayText key="on" day={entry.occurredOn} />]];
  if (kind.voucher.ask !== 'no') rows.push([say(kind.voucher.name), entry.voucher]);
  if (kind.payee.ask !== 'no') rows.push([say(kind.payee.name), entry.payee]);
  for (const field of kind.fields) {
    const value = (field.personal ? plain?.[field.code] : undefined) ?? entry.fields[field.code];
    rows.push([say(field.name), value === undefined ? null : <FieldValue field={field} value={value} />]);
  }
  if (entry.placeId !== null && entry.placeName !== null)
    rows.push([ledger.form.place, <PlaceName key="place" id={entry.placeId} name={entry.placeName} />]);
  if (entry.note !== null) rows.push([ledger.form.note, entry.note]);
  return (
    <dl className="bf-pairs lg-pairs">
      {rows
        .filter(([, value]) => value !== null && value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** The value of a field as people read it. */
export function FieldValue({ field, value }: { field: FieldDefinition; value: string }) {
  const { ledger, common } = useWords();
  const say = useSay();
  switch (field.type) {
    case 'choice': {
      const choice = field.choices.find((one) => one.code === value);
      return <>{choice === undefined ? value : say(choice)}</>;
    }
    case 'yes_no':
      return <>{value === 'yes' ? common.yes : common.no}</>;
    case 'date':
      return <DayText day={value} />;
    case 'money':
      return <span className="bf-num">{`${yuanText(value)} ${ledger.unit.yuan}`}</span>;
    case 'decimal':
    case 'whole':
      return <span className="bf-num">{[numberText(value), field.unit].filter(Boolean).join(' ')}</span>;
    case 'place':
      return <PlaceValue id={value} />;
    default:
      return <span className="lg-text">{value}</span>;
  }
}

function PlaceValue({ id }: { id: string }) {
  const read = useRead(readPlace, { params: { id } });
  return <PlaceName id={id} name={read.data?.name ?? id} {...(read.data ? { path: read.data.path } : {})} />;
}
