import { Input, Space } from 'antd';
import { useEffect, useState } from 'react';
import { useWords } from '../../client/use-words.ts';
import { fenToText, readAmount } from '../form/amount.ts';

interface RangeProps {
  min: string | undefined;
  max: string | undefined;
  onChange: (min: string | null, max: string | null) => void;
}

/** From how much to how much, in 元; narrows when a field is left or Enter is pressed. */
export function AmountRange({ min, max, onChange }: RangeProps) {
  const { ledger } = useWords();
  const said = ledger.filter;
  return (
    <div className="lg-range">
      <span>{said.amount}</span>
      <Space.Compact>
        <Amount label={said.least} fen={min} onChange={(fen) => onChange(fen, max ?? null)} />
        <Amount label={said.most} fen={max} onChange={(fen) => onChange(min ?? null, fen)} />
      </Space.Compact>
    </div>
  );
}

function Amount({
  label,
  fen,
  onChange,
}: {
  label: string;
  fen: string | undefined;
  onChange: (fen: string | null) => void;
}) {
  const shown = fen === undefined ? '' : fenToText(fen, 'yuan');
  const [typed, setTyped] = useState(shown);
  useEffect(() => setTyped(shown), [shown]);
  const read = readAmount({ text: typed, scale: 'yuan' });
  const take = () => {
    if (read.problem === null && read.fen !== (fen ?? null)) onChange(read.fen);
  };
  return (
    <Input
      value={typed}
      inputMode="decimal"
      placeholder={label}
      aria-label={label}
      {...(read.problem === null ? {} : { status: 'error' as const })}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      onPressEnter={take}
    />
  );
}
