import { fill } from '../../words/words.ts';
import { numberText } from '../client/format.ts';
import { useWords } from '../client/use-words.ts';
import { yuanText } from '../ledger/form/amount.ts';
import type { ImportShown } from './import-page.tsx';

/** What became of every row, and what the accepted ones sum to: rows in = accepted + refused + ignored. */
export function AccountBar({ one }: { one: ImportShown }) {
  const { imports: say, common } = useWords();
  const { counts } = one;
  if (counts === null) return null;
  const reasons = Object.entries(counts.ignoredBecause).map(
    ([because, n]) => `${say.because[because as keyof typeof say.because]} ${n}`,
  );
  const figures = [
    { key: 'rowsIn', label: say.rowsIn, value: counts.rowsIn, before: '' },
    { key: 'accepted', label: say.accepted, value: counts.accepted, before: '=' },
    { key: 'refused', label: say.refused, value: counts.refused, before: '+' },
    { key: 'ignored', label: say.ignored, value: counts.ignored, before: '+' },
  ];
  return (
    <section
      className="bf-section im-account"
      aria-label={fill(say.account, {
        rowsIn: counts.rowsIn,
        accepted: counts.accepted,
        refused: counts.refused,
        ignored: counts.ignored,
      })}
    >
      <div className="im-figures">
        {figures.map((figure) => (
          <span key={figure.key} className={`im-figure is-${figure.key}`}>
            {figure.before === '' ? null : <i aria-hidden="true">{figure.before}</i>}
            <span>
              <b className="bf-num">{numberText(figure.value)}</b>
              <small>{figure.label}</small>
            </span>
          </span>
        ))}
      </div>
      {reasons.length === 0 ? null : (
        <p className="bf-quiet bf-small">
          {say.ignored}
          {common.colon}
          {reasons.join(common.listComma)}
        </p>
      )}
      <Sums counts={counts} />
    </section>
  );
}

function Sums({ counts }: { counts: NonNullable<ImportShown['counts']> }) {
  const { imports: say, ledger } = useWords();
  const { sums } = counts;
  if (sums === null || counts.accepted === 0) return null;
  const parts = [
    sums.amountFen === null ? null : `${say.amount} ${yuanText(sums.amountFen)} ${ledger.unit.yuan}`,
    sums.quantity === null ? null : `${say.quantity} ${numberText(sums.quantity.replace(/\.?0+$/, ''))}`,
    sums.people === null ? null : `${say.people} ${numberText(sums.people)}`,
    sums.personTimes === null ? null : `${say.personTimes} ${numberText(sums.personTimes)}`,
    `${say.counties} ${sums.counties}`,
    sums.firstOn === null ? null : `${say.span} ${sums.firstOn} – ${sums.lastOn ?? ''}`,
    sums.drafts === 0 ? null : `${say.drafts} ${numberText(sums.drafts)}`,
  ].filter((part) => part !== null);
  return (
    <p className="im-sums">
      <b>{say.sums}</b> {parts.join('　')}
    </p>
  );
}
