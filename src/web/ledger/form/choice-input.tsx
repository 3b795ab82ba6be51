import { Button, Radio, Select } from 'antd';
import { useWords } from '../../client/use-words.ts';

/** One thing to choose. */
export interface Option {
  value: string;
  label: string;
}

interface ChoiceInputProps {
  id?: string;
  value?: string | null;
  onChange?: (value: string | null) => void;
  options: readonly Option[];
  required?: boolean;
  label?: string;
}

/** As many choices stand side by side; more are a list that can be searched. */
const BESIDE = 4;

/** One of a few choices: side by side where they are four at most, else a list to search. */
export function ChoiceInput({ id, value, onChange, options, required = false, label }: ChoiceInputProps) {
  const { ledger, common } = useWords();
  if (options.length > BESIDE)
    return (
      <Select
        {...(id === undefined ? {} : { id })}
        value={value ?? undefined}
        options={[...options]}
        onChange={(next: string | undefined) => onChange?.(next ?? null)}
        allowClear={!required}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={common.choose}
        notFoundContent={common.noResult}
        style={{ width: '100%' }}
      />
    );
  return (
    <span className="lg-choice">
      <Radio.Group
        {...(id === undefined ? {} : { id })}
        aria-label={label}
        value={value ?? null}
        options={[...options]}
        onChange={(event) => onChange?.(event.target.value as string)}
      />
      {!required && value !== null && value !== undefined ? (
        <Button type="link" size="small" onClick={() => onChange?.(null)}>
          {ledger.form.clearChoice}
        </Button>
      ) : null}
    </span>
  );
}
