import { Input, Segmented, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { readDocument } from '../../contract/document.ts';
import { counties } from '../../contract/pairing.ts';
import { useMay } from '../client/use-me.ts';
import { useRead } from '../client/use-read.ts';
import { useWords } from '../client/use-words.ts';
import { PageHead } from '../parts/page-head.tsx';
import { UnitSelect } from '../parts/unit-select.tsx';
import { FactTable, type Fact, type FactsOf } from './fact-table.tsx';
import { figureText } from './figure-text.tsx';

type Nature = 'all' | 'done' | 'planned';

/** All filed facts within reach, each leading to its sentence. */
export function FactListPage() {
  const { fact: said } = useWords();
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const [typed, setTyped] = useState('');
  const [nature, setNature] = useState<Nature>('all');
  const q = useDeferredValue(typed.trim());
  const of: FactsOf = {};
  for (const name of ['countyId', 'unitId', 'documentId'] as const) {
    const value = params.get(name);
    if (value !== null) of[name] = value;
  }
  const change = (name: keyof FactsOf, value: string | null) => {
    const next = new URLSearchParams(params);
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  return (
    <>
      <PageHead title={said.title} lead={of.documentId === undefined ? said.lead : <OfDocument id={of.documentId} />} />
      <section className="bf-section">
        <div className="bf-bar">
          <Input.Search
            className="bf-grow"
            allowClear
            placeholder={said.find}
            aria-label={said.find}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Segmented<Nature>
            value={nature}
            onChange={setNature}
            aria-label={said.filterState}
            options={[
              { value: 'all', label: said.all },
              { value: 'done', label: said.done },
              { value: 'planned', label: said.planned },
            ]}
          />
          <CountyFilter value={of.countyId ?? null} onChange={(id) => change('countyId', id)} />
          {may('unit.read') ? (
            <div style={{ width: 220 }}>
              <UnitSelect
                value={of.unitId ?? null}
                placeholder={said.unitFilter}
                onChange={(id) => change('unitId', id)}
              />
            </div>
          ) : null}
        </div>
        <FactTable of={of} empty={said.emptyText} keep={(fact) => fits(fact, nature, q)} />
      </section>
    </>
  );
}

function CountyFilter({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { fact: said } = useWords();
  const may = useMay();
  const helped = useRead(counties, {}, { enabled: may('county.read') });
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={said.anyCounty}
      aria-label={said.county}
      value={value}
      options={(helped.data?.items ?? []).map(({ place }) => ({ value: place.id, label: place.name }))}
      onChange={(id: string | null | undefined) => onChange(id ?? null)}
      style={{ minWidth: 150 }}
    />
  );
}

function fits(fact: Fact, nature: Nature, q: string): boolean {
  if (nature !== 'all' && fact.planned !== (nature === 'planned')) return false;
  if (q === '') return true;
  const places = fact.places.map((one) => one.name).join(' ');
  return [fact.what, figureText(fact), fact.exact, fact.voucher.quote, places].some((text) => text.includes(q));
}

function OfDocument({ id }: { id: string }) {
  const may = useMay();
  const { common } = useWords();
  const read = useRead(readDocument, { params: { id } }, { enabled: may('document.read') });
  return (
    <>
      {common.document}
      {common.colon}
      <Link to={`/documents/${id}`}>{read.data?.title ?? read.data?.fileName ?? '…'}</Link>
    </>
  );
}
