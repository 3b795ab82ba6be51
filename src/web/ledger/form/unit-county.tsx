import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { counties } from '../../../contract/pairing.ts';
import { useMay } from '../../client/use-me.ts';
import { useRead } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';
import { PlaceSelect } from '../../parts/place-select.tsx';
import { UnitSelect } from '../../parts/unit-select.tsx';
import type { Known } from './use-known.ts';

/** Whose work it is and where: one line where both are known, else two questions. */
export function UnitCounty({ known }: { known: Known }) {
  const { ledger } = useWords();
  const [asking, setAsking] = useState(known.unit === null || known.county === null);
  const said = ledger.form;
  return (
    <>
      <div className="lg-known" hidden={asking}>
        <span>
          <span className="bf-quiet">{said.unit}</span> {known.unit?.name}
        </span>
        <span>
          <span className="bf-quiet">{said.county}</span> {known.county?.name}
        </span>
        {known.choice ? (
          <Button type="link" size="small" onClick={() => setAsking(true)}>
            {said.otherUnit}
          </Button>
        ) : null}
      </div>
      <div className="lg-fields" hidden={!asking}>
        <Form.Item name="unitId" label={said.unit} required className="lg-field" extra={said.unitHelp}>
          <UnitSelect helping="report" />
        </Form.Item>
        <Form.Item name="countyId" label={said.county} required className="lg-field">
          <CountySelect known={known.county} />
        </Form.Item>
      </div>
    </>
  );
}

interface CountySelectProps {
  id?: string;
  value?: string | null;
  onChange?: (countyId: string | null) => void;
  known: { id: string; name: string } | null;
}

/** One of the helped counties within reach; where there are none yet, any county. */
export function CountySelect({ id, value, onChange, known }: CountySelectProps) {
  const { common } = useWords();
  const may = useMay();
  const helped = useRead(counties, {}, { enabled: may('county.read') });
  const options = (helped.data?.items ?? []).map(({ place }) => ({ value: place.id, label: place.name }));
  if (helped.data !== undefined && options.length === 0)
    return <PlaceSelect id={id} value={value} onChange={onChange} level="county" {...(known ? { known } : {})} />;
  if (known !== null && !options.some((one) => one.value === known.id))
    options.push({ value: known.id, label: known.name });
  return (
    <Select
      id={id}
      value={value ?? undefined}
      options={options}
      loading={helped.isPending}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={common.choose}
      notFoundContent={common.noResult}
      style={{ width: '100%' }}
    />
  );
}
