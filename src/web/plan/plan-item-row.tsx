import { Link } from 'react-router';
import { fill } from '../../words/words.ts';
import { today } from '../client/format.ts';
import { useMay } from '../client/use-me.ts';
import { useWords } from '../client/use-words.ts';
import { Mark } from '../parts/mark.tsx';
import { sentenceAddress } from '../parts/quote.tsx';
import { CountyName, DayText, UnitName } from '../parts/texts.tsx';
import type { PlanItem, View } from './arrange.ts';

/** One item of a plan: the words, who leads, for which counties, until when, and where it stands. */
export function PlanItemRow({ item, view, asked }: { item: PlanItem; view: View; asked: boolean }) {
  const { plan: said, term, common } = useWords();
  const may = useMay();
  return (
    <li id={`plan-item-${item.id}`} className={asked ? 'is-asked' : ''}>
      <div className="pl-text">
        {view === 'line' ? null : <Mark>{term.line[item.line]}</Mark>}{' '}
        {item.topic === null ? null : <Mark tone="info">{item.topic}</Mark>} {item.text}
      </div>
      <div className="pl-meta">
        <Units item={item} part="lead" label={said.leadUnits} printed={item.leadText} />
        <Units item={item} part="support" label={said.support} printed={item.supportText} />
        {item.counties.length === 0 ? null : (
          <span>
            <i>{said.counties}</i>{' '}
            {item.counties.map((county, i) => (
              <span key={county.id}>
                {i > 0 ? common.listComma : ''}
                <CountyName id={county.id} name={county.name} />
              </span>
            ))}
          </span>
        )}
        <Due item={item} />
        {item.speaker === null ? null : (
          <span className="bf-quiet">{fill(said.speaker, { speaker: item.speaker })}</span>
        )}
        {item.voucher?.documentId == null || !may('document.read') ? null : (
          <Link
            className="bf-no-print"
            to={sentenceAddress(item.voucher.documentId, item.voucher.itemId)}
            title={item.voucher.quote}
          >
            {said.sentence}
          </Link>
        )}
      </div>
    </li>
  );
}

interface UnitsProps {
  item: PlanItem;
  part: 'lead' | 'support';
  label: string;
  printed: string[];
}

/** The units of a part; as printed where no unit is tied to it. */
function Units({ item, part, label, printed }: UnitsProps) {
  const { plan: said, common } = useWords();
  const units = item.units.filter((unit) => unit.part === part);
  if (units.length === 0 && printed.length === 0) return null;
  return (
    <span>
      <i>{label}</i>{' '}
      {units.length === 0 ? (
        <>
          {printed.join(common.listComma)} <span className="bf-quiet">{said.printed}</span>
        </>
      ) : (
        units.map((unit, i) => (
          <span key={unit.id}>
            {i > 0 ? common.listComma : ''}
            <UnitName id={unit.id} name={unit.name} />
          </span>
        ))
      )}
    </span>
  );
}

function Due({ item }: { item: PlanItem }) {
  const { plan: said } = useWords();
  if (item.dueOn === null && item.dueText === null) return null;
  const late = item.dueOn !== null && item.dueOn < today();
  return (
    <span>
      <i>{said.due}</i> {item.dueOn === null ? item.dueText : <DayText day={item.dueOn} />}{' '}
      {late ? <span className="bf-late">{said.late}</span> : null}
    </span>
  );
}
