import { Input, Radio, Select, Tag } from 'antd';
import { useState } from 'react';
import { readKind } from '../../contract/kind.ts';
import { ASKED_MONEY_UNITS } from '../../core/exchange/kind-columns.ts';
import type { KindDefinition } from '../../core/ledger/kind.ts';
import { fill } from '../../words/words.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { useSay } from '../ledger/use-say.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { PlaceSelect } from '../parts/place-select.tsx';
import { DayInput } from '../parts/day-input.tsx';
import { Section } from '../parts/section.tsx';
import type { ImportShown } from './import-page.tsx';
import { useMap } from './use-map.ts';

const MEASURES = ['amount', 'quantity', 'people', 'person_times'];

type Wanted = ImportShown['wanted'][number];

/** What the sheet does not say: the unit of amounts, and values for all rows where it has no column. */
export function Answers({ one }: { one: ImportShown }) {
  const { imports: say } = useWords();
  const map = useMap(one);
  const name = useSay();
  const kind = useRead(readKind, { params: { code: one.kind } });
  const definition = kind.data?.versions[0]?.definition;
  const [more, setMore] = useState<string[]>([]);
  const { shown, rest } = missingOf(one, more);
  const money = one.open.find((two) => two.code === 'import.money_unit');
  const asked = money !== undefined || one.options.moneyUnit !== null;
  if (!asked && shown.length === 0 && rest.length === 0) return null;
  const fix = (code: string, text: string | null) => {
    const { [code]: _, ...others } = one.options.fixed;
    map.say({ options: { fixed: text === null || text === '' ? others : { ...others, [code]: text } } });
  };
  return (
    <Section title={one.open.length > 0 ? say.open.title : say.columns.missing}>
      <ProblemAlert error={map.error} />
      {asked ? (
        <div className="im-ask">
          <span>{fill(say.open.moneyAsk, { name: String(money?.params?.['name'] ?? say.amount) })}</span>
          <Radio.Group
            value={one.options.moneyUnit}
            onChange={(event) =>
              map.say({ options: { moneyUnit: event.target.value as (typeof ASKED_MONEY_UNITS)[number] } })
            }
            options={ASKED_MONEY_UNITS.map((unit) => ({ value: unit, label: unit }))}
            optionType="button"
            aria-label={say.open.money}
          />
        </div>
      ) : null}
      {shown.map((wanted) => (
        <div className="im-ask" key={wanted.code}>
          <span>
            {name(wanted.name)} {wanted.required ? <Tag color="error">{say.columns.required}</Tag> : null}
          </span>
          <FixedInput
            code={wanted.code}
            definition={definition}
            value={one.options.fixed[wanted.code] ?? ''}
            onFix={(text) => fix(wanted.code, text)}
          />
        </div>
      ))}
      <MoreColumns rest={rest} onMore={(code) => setMore([...more, code])} />
    </Section>
  );
}

/** Columns that the sheet does not have: those that have to be said or were, and the rest. */
function missingOf(one: ImportShown, more: readonly string[]): { shown: Wanted[]; rest: Wanted[] } {
  const used = new Set(one.columns.map((column) => column.code));
  const missing = one.wanted.filter(({ code }) => !used.has(code) && !MEASURES.includes(code) && code !== 'unit');
  const isShown = ({ code, required }: Wanted) =>
    required || one.options.fixed[code] !== undefined || more.includes(code);
  return { shown: missing.filter(isShown), rest: missing.filter((wanted) => !isShown(wanted)) };
}

function MoreColumns({ rest, onMore }: { rest: readonly Wanted[]; onMore: (code: string) => void }) {
  const { imports: say } = useWords();
  const name = useSay();
  if (rest.length === 0) return null;
  return (
    <Select
      className="im-more"
      value={null}
      placeholder={say.columns.missingText}
      options={rest.map((wanted) => ({ value: wanted.code, label: name(wanted.name) }))}
      onChange={(code: string | null) => (code === null ? undefined : onMore(code))}
    />
  );
}

interface FixedProps {
  code: string;
  definition: KindDefinition | undefined;
  value: string;
  onFix: (text: string | null) => void;
}

/** A value for all rows, by what the column is. */
function FixedInput({ code, definition, value, onFix }: FixedProps) {
  const { imports: say, common } = useWords();
  const name = useSay();
  const field = definition?.fields.find((one) => one.code === code);
  if (code === 'county') return <PlaceSelect level="county" value={value === '' ? null : value} onChange={onFix} />;
  if (code === 'occurred_on' || field?.type === 'date')
    return <DayInput value={value === '' ? null : value} onChange={onFix} />;
  if (field?.type === 'choice' || field?.type === 'yes_no') {
    const options =
      field.type === 'choice'
        ? field.choices.map((one) => ({ value: one.zh, label: name(one) }))
        : [
            { value: '1', label: common.yes },
            { value: '0', label: common.no },
          ];
    return (
      <Select
        value={value === '' ? null : value}
        onChange={(text: string | null) => onFix(text)}
        options={options}
        placeholder={say.columns.all}
        allowClear
        style={{ width: '100%' }}
      />
    );
  }
  return (
    <Input defaultValue={value} placeholder={say.columns.all} onBlur={(event) => onFix(event.target.value.trim())} />
  );
}
