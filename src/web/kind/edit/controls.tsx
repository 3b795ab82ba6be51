import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, DownOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useContext, useState, type ReactNode } from 'react';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { Wrongs } from '../../parts/definition/item.tsx';
import { Mark } from '../../parts/mark.tsx';
import { listOps } from './draft.tsx';

interface CardsProps<T> {
  list: readonly T[];
  onChange: (list: T[]) => void;
  /** Path of the list in the definition. */
  at: string;
  titleOf: (one: T) => string;
  markOf?: (one: T) => ReactNode;
  /** An element that was just added stands open. */
  isNew: (one: T) => boolean;
  /** Their order means something. */
  movable?: boolean;
  /** What else goes with an element that is taken out. */
  onRemove?: (index: number) => void;
  form: (one: T, at: string, set: (part: Partial<T>) => void) => ReactNode;
}

/** The elements of a list, each a card to open, move and take out. */
export function Cards<T>(props: CardsProps<T>) {
  const { list, onChange, at, titleOf, markOf, isNew, movable = false, form } = props;
  const { kind: said } = useWords();
  const remove = props.onRemove ?? ((i: number) => onChange(listOps.remove(list, i)));
  return list.map((one, i) => (
    <Card
      key={i}
      at={`${at}.${i}`}
      title={titleOf(one) || said.editor.unnamed}
      mark={markOf?.(one)}
      startOpen={isNew(one)}
      first={i === 0}
      last={i === list.length - 1}
      onRemove={() => remove(i)}
      {...(movable ? { onMove: (by: -1 | 1) => onChange(listOps.move(list, i, by)) } : {})}
    >
      {form(one, `${at}.${i}`, (part) => onChange(listOps.set(list, i, part)))}
    </Card>
  ));
}

interface CardProps {
  title: ReactNode;
  mark?: ReactNode;
  /** Path of the element: the number of problems in it is shown on its head. */
  at: string;
  startOpen?: boolean;
  onRemove: () => void;
  onMove?: (by: -1 | 1) => void;
  first?: boolean;
  last?: boolean;
  children: ReactNode;
}

/** One element of a list: its head always, its parts when opened. */
function Card({ title, mark, at, startOpen = false, onRemove, onMove, first, last, children }: CardProps) {
  const { kind: said, definition: shared } = useWords();
  const problems = useContext(Wrongs);
  const [open, setOpen] = useState(startOpen);
  const wrong = problems.filter((one) => one.at?.startsWith(`${at}.`) === true).length;
  return (
    <div className="kd-card">
      <div className="kd-card-head">
        <Button
          type="text"
          icon={open ? <DownOutlined /> : <RightOutlined />}
          onClick={() => setOpen(!open)}
          aria-expanded={open}
        >
          {title}
        </Button>
        {wrong > 0 ? <Mark tone="late">{fill(shared.editor.problems, { count: wrong })}</Mark> : null}
        {mark}
        {onMove === undefined ? null : (
          <>
            <Button
              type="text"
              size="small"
              icon={<ArrowUpOutlined />}
              aria-label={said.editor.up}
              disabled={first === true}
              onClick={() => onMove(-1)}
            />
            <Button
              type="text"
              size="small"
              icon={<ArrowDownOutlined />}
              aria-label={said.editor.down}
              disabled={last === true}
              onClick={() => onMove(1)}
            />
          </>
        )}
        <RemoveButton onClick={onRemove} />
      </div>
      {open ? <div className="kd-card-body">{children}</div> : null}
    </div>
  );
}

/** Takes an element out. */
export function RemoveButton({ onClick }: { onClick: () => void }) {
  const { editor } = useWords().kind;
  return (
    <Button type="text" size="small" danger icon={<DeleteOutlined />} aria-label={editor.remove} onClick={onClick} />
  );
}
