import { DatePicker } from 'antd';
import type { KeyboardEvent } from 'react';
import dayjs, { type Dayjs } from 'dayjs';
import { useWords } from '../client/use-words.ts';

interface DayInputProps {
  id?: string;
  value?: string | null;
  onChange?: (day: string | null) => void;
  /** How exactly: a year or month is kept as its first day. */
  precision?: 'year' | 'month' | 'day';
  placeholder?: string;
}

const PICKER = { year: 'year', month: 'month', day: 'date' } as const;
const FORMATS = {
  year: ['YYYY'],
  month: ['YYYY-MM', 'YYYYMM', 'YYYY/MM'],
  day: ['YYYY-MM-DD', 'YYYYMMDD', 'YYYY/MM/DD', 'YYYY.MM.DD'],
};

/** A day to type or choose; holds `YYYY-MM-DD` or null. */
export function DayInput({ id, value, onChange, precision = 'day', placeholder }: DayInputProps) {
  const { common } = useWords();
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      value={value === undefined || value === null ? null : dayjs(value)}
      onChange={(day: Dayjs | null) => onChange?.(day === null ? null : firstDay(day, precision))}
      picker={PICKER[precision]}
      onKeyDown={keepForm}
      format={FORMATS[precision]}
      placeholder={placeholder ?? common.dayForm}
      style={{ width: '100%' }}
    />
  );
}

/** Enter takes the day that was typed; it does not send the form. */
function keepForm(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Enter') event.preventDefault();
}

function firstDay(day: Dayjs, precision: 'year' | 'month' | 'day'): string {
  if (precision === 'year') return day.format('YYYY-01-01');
  return day.format(precision === 'month' ? 'YYYY-MM-01' : 'YYYY-MM-DD');
}
