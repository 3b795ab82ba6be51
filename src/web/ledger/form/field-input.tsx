import { Input } from 'antd';
import type { FieldDefinition } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { PlaceSelect } from '../../parts/place-select.tsx';
import { useSay } from '../use-say.ts';
import { ChoiceInput } from './choice-input.tsx';
import type { MoneyText } from './amount.ts';
import { MoneyInput } from './money-input.tsx';

interface FieldInputProps {
  field: FieldDefinition;
  /** The county of the entry: places are sought below it first. */
  countyId: string | null;
  id?: string;
  value?: string | MoneyText | null;
  onChange?: (value: string | MoneyText | null) => void;
}

const LONG = 4000;
const LINE = 200;

/** What a field of a kind is filled with, by its type alone. */
export function FieldInput({ field, countyId, ...given }: FieldInputProps) {
  const { common } = useWords();
  const say = useSay();
  if (field.type === 'money') return <MoneyInput {...given} value={isMoney(given.value) ? given.value : null} />;
  const props = { ...given, value: typeof given.value === 'string' ? given.value : null };
  const label = say(field.name);
  switch (field.type) {
    case 'choice': {
      const options = field.choices.map((one) => ({ value: one.code, label: say(one) }));
      return <ChoiceInput {...props} options={options} required={field.required} label={label} />;
    }
    case 'yes_no':
      return (
        <ChoiceInput
          {...props}
          required={field.required}
          label={label}
          options={[
            { value: 'yes', label: common.yes },
            { value: 'no', label: common.no },
          ]}
        />
      );
    case 'date':
      return <DayInput {...props} />;
    case 'place':
      return <PlaceSelect {...props} {...(countyId === null ? {} : { within: countyId })} />;
    case 'long_text':
      return <LongText {...props} max={field.maxLength ?? LONG} />;
    default:
      return <LineText {...props} field={field} />;
  }
}

type TextProps = Omit<FieldInputProps, 'field' | 'countyId' | 'value'> & { value: string | null };

function LongText({ id, value, onChange, max }: TextProps & { max: number }) {
  return (
    <Input.TextArea
      {...(id === undefined ? {} : { id })}
      value={value ?? ''}
      onChange={(event) => onChange?.(event.target.value)}
      autoSize={{ minRows: 3, maxRows: 12 }}
      maxLength={max}
      showCount
    />
  );
}

const KEYS = { decimal: 'decimal', whole: 'numeric', phone: 'tel' } as const;

function LineText({ id, value, onChange, field }: TextProps & { field: FieldDefinition }) {
  const mode = field.type in KEYS ? KEYS[field.type as keyof typeof KEYS] : 'text';
  return (
    <Input
      {...(id === undefined ? {} : { id })}
      value={value ?? ''}
      onChange={(event) => onChange?.(event.target.value)}
      inputMode={mode}
      autoCapitalize={field.type === 'credit_code' ? 'characters' : 'off'}
      maxLength={field.maxLength ?? LINE}
      autoComplete="off"
      suffix={field.unit ?? undefined}
    />
  );
}

function isMoney(value: unknown): value is MoneyText {
  return typeof value === 'object' && value !== null;
}
