import { Input } from 'antd';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { MONEY_SCALES, type MoneyScale } from '../../../core/kernel/money.ts';
import { readAmount, yuanText, type MoneyText } from './amount.ts';
import { keepScale, keptScale } from './money-scale.ts';
import '../style/kind-form.css';

interface MoneyInputProps {
  id?: string;
  value?: MoneyText | null;
  onChange?: (value: MoneyText) => void;
  /** Shown large: the main figure of the entry. */
  large?: boolean;
  placeholder?: string;
}

/** An amount typed in 元 or 万元, as the switch beside it says, with the exact amount in 元 shown back. */
export function MoneyInput({ id, value, onChange, large = false, placeholder }: MoneyInputProps) {
  const { ledger } = useWords();
  const shown: MoneyText = value ?? { text: '', scale: keptScale() };
  const read = readAmount(shown);
  const change = (part: Partial<MoneyText>) => onChange?.({ ...shown, ...part });
  return (
    <div className={large ? 'lg-money is-large' : 'lg-money'}>
      <Input
        {...(id === undefined ? {} : { id })}
        value={shown.text}
        inputMode="decimal"
        autoComplete="off"
        placeholder={placeholder}
        onChange={(event) => change({ text: event.target.value })}
        suffix={
          <ScaleSwitch
            scale={shown.scale}
            onChange={(scale) => {
              keepScale(scale);
              change({ scale });
            }}
          />
        }
      />
      <output className="lg-exact" aria-live="polite">
        {read.fen === null ? '' : fill(ledger.form.exact, { amount: yuanText(read.fen) })}
      </output>
    </div>
  );
}

function ScaleSwitch({ scale, onChange }: { scale: MoneyScale; onChange: (scale: MoneyScale) => void }) {
  const { ledger } = useWords();
  return (
    <span className="lg-scale" role="group" aria-label={ledger.form.scale}>
      {MONEY_SCALES.map((one) => (
        <button key={one} type="button" aria-pressed={one === scale} onClick={() => onChange(one)}>
          {ledger.scale[one]}
        </button>
      ))}
    </span>
  );
}
