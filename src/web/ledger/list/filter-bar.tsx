import { FilterOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { counties } from '../../../contract/pairing.ts';
import { LINES } from '../../../core/document/reading.ts';
import { ENTRY_STATES } from '../../../core/ledger/entry.ts';
import { useMay } from '../../client/use-me.ts';
import { useRead } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { UnitSelect } from '../../parts/unit-select.tsx';
import { useKinds } from '../form/use-kinds.ts';
import { useSay } from '../use-say.ts';
import { AmountRange } from './amount-range.tsx';
import { FacetFilters } from './facet-filter.tsx';
import type { EntryFilter, FilterName } from './filter.ts';

interface BarProps {
  filter: EntryFilter;
  change: (part: Partial<Record<FilterName, string | null>>) => void;
  clear: () => void;
  /** What stands behind the filters: which columns are shown. */
  children?: ReactNode;
}

/** Filters that stand behind the button. */
const FOLDED = ['line', 'unitId', 'from', 'to', 'minAmountFen', 'maxAmountFen', 'reversed', 'knownOn'] as const;
/** Filters that this bar shows. */
const SHOWN = [...FOLDED, 'q', 'countyId', 'kind', 'facet', 'state', 'importId', 'jointId'] as const;

/** What the list is narrowed by: the common ones at hand, the rest behind a button that says how many are set. */
export function FilterBar({ filter, change, clear, children }: BarProps) {
  const { ledger, common } = useWords();
  const folded = FOLDED.filter((name) => filter[name] !== undefined).length;
  const [open, setOpen] = useState(folded > 0);
  const set = SHOWN.some((name) => filter[name] !== undefined);
  return (
    <>
      <div className="bf-bar lg-bar">
        <TextFilter value={filter.q ?? ''} onChange={(q) => change({ q })} />
        <CountyFilter value={filter.countyId} onChange={(countyId) => change({ countyId })} />
        <KindFilter value={filter.kind} onChange={(kind) => change({ kind, facet: null })} />
        <FacetFilters filter={filter} change={change} />
        <StateFilter value={filter.state} onChange={(state) => change({ state })} />
        <Button icon={<FilterOutlined />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {folded === 0 ? ledger.filter.more : `${ledger.filter.more} ${folded}`}
        </Button>
        {set ? (
          <Button type="link" onClick={clear}>
            {common.clear}
          </Button>
        ) : null}
        {children}
      </div>
      {open ? <MoreFilters filter={filter} change={change} /> : null}
    </>
  );
}

function MoreFilters({ filter, change }: Pick<BarProps, 'filter' | 'change'>) {
  const { ledger, term } = useWords();
  const may = useMay();
  const said = ledger.filter;
  return (
    <div className="bf-bar lg-bar lg-more-filters">
      <label>
        <span>{said.from}</span>
        <DayInput value={filter.from ?? null} onChange={(from) => change({ from })} />
      </label>
      <label>
        <span>{said.to}</span>
        <DayInput value={filter.to ?? null} onChange={(to) => change({ to })} />
      </label>
      <AmountRange
        min={filter.minAmountFen}
        max={filter.maxAmountFen}
        onChange={(minAmountFen, maxAmountFen) => change({ minAmountFen, maxAmountFen })}
      />
      <label>
        <span>{said.line}</span>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder={said.any}
          value={filter.line}
          options={LINES.map((line) => ({ value: line, label: term.line[line] }))}
          onChange={(line: string | undefined) => change({ line: line ?? null })}
        />
      </label>
      {may('unit.read') ? (
        <label>
          <span>{said.unit}</span>
          <UnitSelect
            helping="read"
            value={filter.unitId}
            placeholder={said.any}
            onChange={(unitId) => change({ unitId })}
          />
        </label>
      ) : null}
      <label>
        <span>{said.reversed}</span>
        <Select
          allowClear
          placeholder={said.any}
          value={filter.reversed}
          options={(['true', 'false'] as const).map((value) => ({ value, label: said.reversedIs[value] }))}
          onChange={(reversed: string | undefined) => change({ reversed: reversed ?? null })}
        />
      </label>
      <label>
        <span>{said.knownOn}</span>
        <DayInput value={filter.knownOn ?? null} onChange={(knownOn) => change({ knownOn })} />
      </label>
    </div>
  );
}

const PAUSE_MS = 350;

/** Text that narrows once the typing rests. */
function TextFilter({ value, onChange }: { value: string; onChange: (text: string | null) => void }) {
  const { ledger } = useWords();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed.trim() === value) return;
    const timer = setTimeout(() => onChange(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
    // The address alone decides; a new function each time must not begin the pause anew.
  }, [typed, value]);
  return (
    <Input.Search
      className="bf-grow"
      allowClear
      placeholder={ledger.filter.text}
      aria-label={ledger.filter.text}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}

interface OneProps {
  value: string | undefined;
  onChange: (value: string | null) => void;
}

function CountyFilter({ value, onChange }: OneProps) {
  const { ledger } = useWords();
  const may = useMay();
  const helped = useRead(counties, {}, { enabled: may('county.read') });
  const options = (helped.data?.items ?? []).map(({ place }) => ({ value: place.id, label: place.name }));
  if (options.length < 2 && value === undefined) return null;
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={ledger.filter.county}
      aria-label={ledger.filter.county}
      value={value}
      options={options}
      onChange={(id: string | undefined) => onChange(id ?? null)}
    />
  );
}

function KindFilter({ value, onChange }: OneProps) {
  const { ledger } = useWords();
  const say = useSay();
  const kinds = useKinds();
  const options = (kinds.data?.items ?? []).map((one) => ({ value: one.code, label: say(one.definition.name) }));
  return (
    <Select
      mode="multiple"
      maxTagCount={1}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={ledger.filter.kind}
      aria-label={ledger.filter.kind}
      value={value?.split(',') ?? []}
      options={options}
      onChange={(codes: string[]) => onChange(codes.join(','))}
      className="lg-kind-filter"
    />
  );
}

function StateFilter({ value, onChange }: OneProps) {
  const { ledger } = useWords();
  return (
    <Select
      mode="multiple"
      maxTagCount={1}
      allowClear
      placeholder={ledger.filter.state}
      aria-label={ledger.filter.state}
      value={value?.split(',') ?? []}
      options={ENTRY_STATES.map((state) => ({ value: state, label: ledger.state[state] }))}
      onChange={(states: string[]) => onChange(states.join(','))}
    />
  );
}
