import { Select } from 'antd';
import { counties } from '../../../contract/pairing.ts';
import { numberText } from '../../client/format.ts';
import { useMay } from '../../client/use-me.ts';
import { useRead } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { useRuleName } from './finding-text.tsx';

interface FilterProps {
  codes: { code: string; count: number }[];
  query: Record<string, string>;
  set: (name: string, value: string | null) => void;
}

/** What narrows the list of findings: the rule (with its count) and the county. */
export function SuspectFilters({ codes, query, set }: FilterProps) {
  const { suspect: said, ledger } = useWords();
  const ruleName = useRuleName();
  const may = useMay();
  const helped = useRead(counties, {}, { enabled: may('county.read') });
  return (
    <div className="bf-bar lg-bar">
      <Select
        allowClear
        className="lg-kind-filter"
        placeholder={said.allRules}
        aria-label={said.allRules}
        value={query['code'] ?? null}
        onChange={(value?: string) => set('code', value ?? null)}
        options={codes.map(({ code, count }) => ({ value: code, label: `${ruleName(code)} ${numberText(count)}` }))}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={ledger.filter.county}
        aria-label={ledger.filter.county}
        value={query['countyId'] ?? null}
        onChange={(value?: string) => set('countyId', value ?? null)}
        options={(helped.data?.items ?? []).map(({ place }) => ({ value: place.id, label: place.name }))}
      />
      <span className="bf-count">
        {fill(said.count, { count: numberText(codes.reduce((sum, one) => sum + one.count, 0)) })}
      </span>
    </div>
  );
}
