import { Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Item, ItemValue as Value } from '../../../contract/document.ts';
import { fill } from '../../../words/words.ts';
import { numberText } from '../../client/format.ts';
import { useWords } from '../../client/use-words.ts';
import { DayText } from '../../parts/texts.tsx';
import { FigureText } from '../../fact/figure-text.tsx';
import { useNames } from './names.tsx';

/** What an item says, in two lines at most. */
export function ItemValue({ item }: { item: Item }): ReactNode {
  switch (item.kind) {
    case 'meeting':
      return <MeetingValue value={item.value} />;
    case 'attendee':
      return <Lines main={item.value.text} tag={item.value.category} />;
    case 'agenda':
      return <Lines main={item.value.title} tag={item.value.type} />;
    case 'fact':
      return <FactValue value={item.value} />;
    case 'place':
      return <PlaceValue value={item.value} />;
    case 'task':
      return <TaskValue value={item.value} />;
    case 'pairing':
      return <PairingValue value={item.value} />;
  }
}

function Lines({ main, tag, below }: { main: ReactNode; tag?: ReactNode; below?: ReactNode[] }) {
  const shown = (below ?? []).filter((one) => one !== null && one !== '');
  return (
    <>
      <div className="rv-main">
        {tag === undefined || tag === null ? null : <Tag className="rv-tag">{tag}</Tag>}
        {main}
      </div>
      {shown.length === 0 ? null : (
        <div className="rv-below">
          {shown.map((one, i) => (
            <span key={i}>{one}</span>
          ))}
        </div>
      )}
    </>
  );
}

function MeetingValue({ value }: { value: Value<'meeting'> }) {
  const { value: said } = useWords().document;
  const chair = value.chair === null ? said.noChair : fill(said.chairedBy, { chair: value.chair });
  const day = value.date === null ? (value.dateText ?? said.noDate) : <DayText day={value.date} />;
  return <Lines main={<b>{value.name}</b>} below={[day, chair, value.chairRole, value.organiser]} />;
}

function FactValue({ value }: { value: Value<'fact'> }) {
  const { document, common } = useWords();
  const { value: said } = document;
  const names = useNames();
  const exact = numberText(value.exact);
  const plain = `${value.value}${value.unit}` === `${value.exact}${value.plainUnit}`;
  const where =
    value.placeIds.length > 0
      ? value.placeIds.map(names.place).join(common.listComma)
      : value.where.join(common.listComma);
  return (
    <Lines
      main={
        <>
          <FigureText fact={value} /> {value.what}
        </>
      }
      tag={value.planned ? said.planned : null}
      below={[plain ? null : `＝ ${exact} ${value.plainUnit}`, value.when, where]}
    />
  );
}

function PlaceValue({ value }: { value: Value<'place'> }) {
  const { term } = useWords();
  const printed = value.printed === '' || value.printed === value.name ? null : `“${value.printed}”`;
  return <Lines main={value.name} below={[term.level[value.level], value.code, printed]} />;
}

function TaskValue({ value }: { value: Value<'task'> }) {
  return <Lines main={value.text} tag={value.topic} />;
}

function PairingValue({ value }: { value: Value<'pairing'> }) {
  const { value: said } = useWords().document;
  const since =
    value.fromOn === null || value.fromPrecision === 'unknown' ? (
      said.sinceUnknown
    ) : (
      <DayText day={value.fromOn} precision={value.fromPrecision} />
    );
  return <Lines main={value.countyName} below={[since]} />;
}
