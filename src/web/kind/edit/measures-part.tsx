import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import { MEASURES, QUANTITY_UNITS, type Measure, type MeasureDefinition } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import { useSay } from '../../ledger/use-say.ts';
import { BothItem, ChoiceItem, WordsItem } from '../../parts/definition/item.tsx';
import { Cards } from './controls.tsx';
import { useDraft } from './draft.tsx';
import { useUnitText } from '../../parts/unit-text.tsx';

/** Which of the four measures the kind has, and what they are called. */
export function MeasuresPart() {
  const { kind: said } = useWords();
  const say = useSay();
  const { definition: d, change } = useDraft();
  const free = MEASURES.filter((measure) => !d.measures.some((one) => one.measure === measure));
  return (
    <>
      <Cards
        list={d.measures}
        onChange={(measures) => change({ measures })}
        at="measures"
        titleOf={(one) => say(one.name)}
        markOf={({ measure }) => <span className="bf-quiet bf-small">{said.measure[measure]}</span>}
        isNew={(one) => one.name.zh === ''}
        form={(one, at, set) => <MeasureForm one={one} at={at} set={set} />}
      />
      {free.map((measure) => (
        <Button
          key={measure}
          icon={<PlusOutlined />}
          style={{ marginInlineEnd: 8 }}
          onClick={() => change({ measures: [...d.measures, newMeasure(measure)] })}
        >
          {said.measure[measure]}
        </Button>
      ))}
    </>
  );
}

const newMeasure = (measure: Measure): MeasureDefinition => ({
  measure,
  name: { zh: '', en: '' },
  unit: null,
  required: true,
  derived: null,
  synonyms: [],
});

interface FormProps {
  one: MeasureDefinition;
  at: string;
  set: (part: Partial<MeasureDefinition>) => void;
}

function MeasureForm({ one, at, set }: FormProps) {
  const { kind: said } = useWords();
  const { definition } = useDraft();
  const unitText = useUnitText();
  const derived = one.measure === 'people' ? 'roster_people' : one.measure === 'person_times' ? 'roster_times' : null;
  return (
    <>
      <BothItem label={said.measureName} at={`${at}.name`} value={one.name} onChange={(name) => set({ name })} />
      {one.measure === 'quantity' ? (
        <ChoiceItem
          label={said.unit}
          at={`${at}.unit`}
          value={one.unit ?? ('' as never)}
          options={QUANTITY_UNITS.map((unit) => ({ value: unit, label: unitText(unit) }))}
          onChange={(unit) => set({ unit })}
        />
      ) : null}
      <WordsItem
        label={said.synonyms}
        at={`${at}.synonyms`}
        value={one.synonyms}
        extra={said.synonymsHelp}
        onChange={(synonyms) => set({ synonyms })}
      />
      <Checkbox checked={one.required} onChange={(event) => set({ required: event.target.checked })}>
        {said.required}
      </Checkbox>
      {derived !== null && definition.roster !== 'no' ? (
        <Checkbox
          checked={one.derived !== null}
          onChange={(event) => set({ derived: event.target.checked ? derived : null })}
        >
          {said.derived}
        </Checkbox>
      ) : null}
    </>
  );
}
