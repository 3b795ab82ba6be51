import { Button, Modal, Select } from 'antd';
import { useState } from 'react';
import type { Item } from '../../../contract/document.ts';
import { LINES, type Line } from '../../../core/document/reading.ts';
import { fill } from '../../../words/words.ts';
import { useWords } from '../../client/use-words.ts';
import { LinkFields, linkOf, withLinks, type LinkValue } from './task-links.tsx';
import { useReviewHere } from './review-context.tsx';

type TaskItem = Item & { kind: 'task' };

interface BulkBarProps {
  items: TaskItem[];
  onClear: () => void;
}

/** What is done to several tasks at once. */
export function BulkBar({ items, onClear }: BulkBarProps) {
  const { link, review } = useWords().document;
  const { acts } = useReviewHere();
  const [open, setOpen] = useState(false);
  if (items.length === 0) return null;
  const ids = items.map((item) => item.id);
  return (
    <div className="rv-bulk" role="group" aria-label={fill(link.bulk, { count: items.length })}>
      <b>{fill(link.bulk, { count: items.length })}</b>
      <Button size="small" type="primary" onClick={() => setOpen(true)}>
        {link.set}
      </Button>
      <Button size="small" onClick={() => acts.change({ do: 'accept', items: ids })}>
        {review.accept}
      </Button>
      <Button size="small" onClick={() => acts.change({ do: 'reject', items: ids })}>
        {review.reject}
      </Button>
      <Button size="small" type="text" onClick={onClear}>
        {link.clear}
      </Button>
      <BulkLink open={open} items={items} onClose={() => setOpen(false)} onDone={onClear} />
    </div>
  );
}

const NOTHING: LinkValue = { lead: [], support: [], counties: [] };

function BulkLink({
  open,
  items,
  onClose,
  onDone,
}: {
  open: boolean;
  items: TaskItem[];
  onClose: () => void;
  onDone: () => void;
}) {
  const { link } = useWords().document;
  const { term, common } = useWords();
  const { acts } = useReviewHere();
  const [value, setValue] = useState<LinkValue>(NOTHING);
  const [line, setLine] = useState<Line | null>(null);
  const empty = line === null && Object.values(value).every((list: string[]) => list.length === 0);
  const save = () => {
    for (const item of items) {
      const old = linkOf(item.value);
      const both = (part: keyof LinkValue) => [...new Set([...old[part], ...value[part]])];
      const links = { lead: both('lead'), support: both('support'), counties: both('counties') };
      const next = { ...withLinks(item.value, links), line: line ?? item.value.line };
      acts.change({ do: 'correct', item: item.id, value: next });
    }
    setValue(NOTHING);
    setLine(null);
    onClose();
    onDone();
  };
  return (
    <Modal
      open={open}
      onCancel={onClose}
      title={fill(link.bulkTitle, { count: items.length })}
      okText={link.submit}
      cancelText={common.cancel}
      okButtonProps={{ disabled: empty }}
      onOk={save}
    >
      <p className="bf-quiet" style={{ marginBottom: 12 }}>
        {link.bulkLead}
      </p>
      <LinkFields value={value} onChange={setValue} />
      <div className="rv-link-fields" style={{ marginTop: 8 }}>
        <span>{link.bulkLine}</span>
        <Select<Line | null>
          allowClear
          showSearch
          value={line}
          placeholder={link.keep}
          options={LINES.map((one) => ({ value: one, label: term.line[one] }))}
          onChange={setLine}
        />
      </div>
    </Modal>
  );
}
