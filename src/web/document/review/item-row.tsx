import { CheckOutlined, CloseOutlined, EditOutlined, LinkOutlined, UndoOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Tag } from 'antd';
import { memo, useState, type ReactNode } from 'react';
import type { Item } from '../../../contract/document.ts';
import { fill } from '../../../words/words.ts';
import { copyText } from '../../client/copy-text.ts';
import { errorText } from '../../client/problem-text.ts';
import { usePreferences } from '../../client/preferences.tsx';
import { useWords } from '../../client/use-words.ts';
import { isDoubtful } from './kinds.ts';
import { ItemValue } from './item-value.tsx';
import { StateIcon } from './state-icon.tsx';
import { TaskLinks } from './task-links.tsx';
import type { Failure } from './use-review.ts';

/** What can be done with one item. */
export interface RowActs {
  choose: (id: string, from: 'list' | 'text') => void;
  hover: (id: string | null) => void;
  decide: (id: string, verb: 'accept' | 'reject' | 'reopen') => void;
  edit: (id: string | null) => void;
  link: (id: string | null) => void;
  select: (id: string) => void;
  retry: (id: string) => void;
  drop: (id: string) => void;
}

interface ItemRowProps {
  item: Item;
  current: boolean;
  hovered: boolean;
  selected: boolean;
  linking: boolean;
  failure: Failure | null;
  mayReview: boolean;
  acts: RowActs;
  /** The form, where the item is being corrected. */
  form: ReactNode;
}

/** One item of the list: what it says, its doubts, and what can be done with it. */
export const ItemRow = memo(function ItemRow(props: ItemRowProps) {
  const { item, current, hovered, selected, acts, form, mayReview } = props;
  const { review } = useWords().document;
  const names = ['rv-row', `k-${item.kind}`, `is-${item.state}`];
  if (current) names.push('is-current');
  if (hovered) names.push('is-hovered');
  return (
    <li
      id={`item-${item.id}`}
      data-row={item.id}
      className={names.join(' ')}
      tabIndex={current ? 0 : -1}
      aria-current={current}
      onClick={() => acts.choose(item.id, 'list')}
      onMouseEnter={() => acts.hover(item.id)}
      onMouseLeave={() => acts.hover(null)}
    >
      <div className="rv-lead">
        <StateIcon item={item} />
        {item.kind === 'task' && mayReview ? (
          <Checkbox
            checked={selected}
            aria-label={review.select}
            tabIndex={current ? 0 : -1}
            onClick={(event) => event.stopPropagation()}
            onChange={() => acts.select(item.id)}
          />
        ) : null}
      </div>
      <div className="rv-body">{form ?? <Said {...props} />}</div>
      {mayReview && form === null && !current ? <Actions item={item} acts={acts} brief /> : null}
    </li>
  );
});

function Said(props: ItemRowProps) {
  const { item, current, linking, failure, mayReview, acts } = props;
  const { review } = useWords().document;
  return (
    <>
      {item.added || item.corrected ? (
        <Tag className="rv-changed">{item.added ? review.added : review.corrected}</Tag>
      ) : null}
      <ItemValue item={item} />
      {item.kind === 'task' ? (
        <TaskLinks item={item} current={current} open={linking} mayReview={mayReview} onOpen={acts.link} />
      ) : null}
      {isDoubtful(item) ? <Doubts codes={item.doubts} /> : null}
      {failure === null ? null : <NotSaved failure={failure} id={item.id} acts={acts} />}
      {current ? (
        <div className="rv-foot">
          {mayReview ? <Actions item={item} acts={acts} /> : null}
          <More item={item} />
        </div>
      ) : null}
    </>
  );
}

/** Why an item is doubtful, in words. */
export function Doubts({ codes }: { codes: readonly string[] }) {
  const { document, reading } = useWords();
  const reasons = [...new Set(codes.map((code) => reading.doubts[code] ?? reading.doubtOther))];
  return (
    <div className="rv-doubts">
      <b>{document.review.doubt}</b> {reasons.join('；')}
    </div>
  );
}

/** Why a change was not saved, and what to do about it. */
export function NotSaved({ failure, id, acts }: { failure: Failure; id: string; acts: RowActs }) {
  const { review } = useWords().document;
  const { preferences } = usePreferences();
  const why = errorText(failure.error, preferences.language).join(' ');
  return (
    <div className="rv-failed" role="alert">
      {fill(review.failed, { why })}{' '}
      <Button size="small" onClick={() => acts.retry(id)}>
        {review.failedRetry}
      </Button>{' '}
      <Button size="small" type="text" onClick={() => acts.drop(id)}>
        {review.failedDrop}
      </Button>
    </div>
  );
}

/** What can be decided: in words where the eye is, as signs elsewhere. */
function Actions({ item, acts, brief = false }: { item: Item; acts: RowActs; brief?: boolean }) {
  const { review } = useWords().document;
  const button = (verb: 'accept' | 'reject' | 'reopen' | 'correct', key: string, icon: ReactNode, act: () => void) => (
    <Button
      size="small"
      type={brief ? 'text' : 'default'}
      className={`is-${verb}`}
      icon={icon}
      title={`${review[verb]} [${key}]`}
      aria-label={review[verb]}
      tabIndex={brief ? -1 : 0}
      onClick={(event) => {
        event.stopPropagation();
        act();
      }}
    >
      {brief ? null : review[verb]}
    </Button>
  );
  return (
    <span className={brief ? 'rv-acts is-brief' : 'rv-acts'}>
      {item.state === 'pending' ? (
        <>
          {button('accept', 'A', <CheckOutlined />, () => acts.decide(item.id, 'accept'))}
          {button('reject', 'X', <CloseOutlined />, () => acts.decide(item.id, 'reject'))}
        </>
      ) : (
        button('reopen', 'U', <UndoOutlined />, () => acts.decide(item.id, 'reopen'))
      )}
      {button('correct', 'E', <EditOutlined />, () => acts.edit(item.id))}
    </span>
  );
}

/** The original words and the item's own address. */
function More({ item }: { item: Item }) {
  const { review } = useWords().document;
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const copy = async () => {
    const address = new URL(location.href);
    address.search = '';
    address.hash = `item-${item.id}`;
    await copyText(address.href);
    void message.success(review.linkCopied);
  };
  return (
    <>
      <span className="rv-more">
        <Button size="small" type="text" tabIndex={-1} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? review.hideQuote : review.quote}
        </Button>
        <Button
          size="small"
          type="text"
          tabIndex={-1}
          icon={<LinkOutlined />}
          title={review.link}
          aria-label={review.link}
          onClick={() => void copy()}
        />
      </span>
      {open ? <blockquote className="bf-quote rv-quote">{item.quote}</blockquote> : null}
    </>
  );
}
