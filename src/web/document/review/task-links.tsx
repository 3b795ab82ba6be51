import { LinkOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Item, ItemValue } from '../../../contract/document.ts';
import { fill } from '../../../words/words.ts';
import { useWords } from '../../client/use-words.ts';
import { PlacesSelect, UnitsSelect } from './choose-many.tsx';
import { useNames } from './names.tsx';
import { useReviewHere } from './review-context.tsx';

type Task = ItemValue<'task'>;
type TaskItem = Item & { kind: 'task' };

interface TaskLinksProps {
  item: TaskItem;
  current: boolean;
  open: boolean;
  mayReview: boolean;
  onOpen: (id: string | null) => void;
}

/** The units and counties of a task, and the way to set them without leaving the list. */
export function TaskLinks({ item, current, open, mayReview, onOpen }: TaskLinksProps) {
  const { document: said } = useWords();
  if (open) return <LinkForm item={item} onDone={() => onOpen(null)} />;
  const { value } = item;
  const due = value.due ?? value.dueText;
  return (
    <div className="rv-links">
      {value.speaker === null ? null : <span className="bf-quiet">{value.speaker}</span>}
      {due === null ? null : <span>{fill(said.value.due, { due })}</span>}
      <Linked value={value} />
      {mayReview ? (
        <Button
          size="small"
          type="link"
          icon={<LinkOutlined />}
          tabIndex={-1}
          title={`${said.link.set} [L]`}
          aria-label={said.link.set}
          onClick={(event) => {
            event.stopPropagation();
            onOpen(item.id);
          }}
        >
          {current ? said.link.set : said.link.short}
        </Button>
      ) : null}
    </div>
  );
}

/** The units and counties that a task has. */
export function Linked({ value }: { value: Task }) {
  const { document, common } = useWords();
  const { link } = document;
  const names = useNames();
  const units = (part: 'lead' | 'support') =>
    value.units.filter((unit) => unit.part === part).map((unit) => names.unit(unit.unitId));
  const row = (label: string, list: string[]): ReactNode =>
    list.length === 0 ? null : (
      <span className="rv-chip">
        <i>{label}</i> {list.join(common.listComma)}
      </span>
    );
  const printed = [...value.lead, ...value.support];
  return (
    <>
      {row(link.lead, units('lead'))}
      {row(link.support, units('support'))}
      {row(link.counties, value.countyIds.map(names.place))}
      {printed.length > 0 && value.units.length === 0 ? (
        <span className="rv-chip is-open">{fill(link.printed, { names: printed.join(common.listComma) })}</span>
      ) : null}
    </>
  );
}

function LinkForm({ item, onDone }: { item: TaskItem; onDone: () => void }) {
  const { common, document: said } = useWords();
  const { acts } = useReviewHere();
  const [value, setValue] = useState<LinkValue>(() => linkOf(item.value));
  const save = () => {
    acts.change({ do: 'correct', item: item.id, value: withLinks(item.value, value) });
    onDone();
  };
  return (
    <div
      className="rv-link-form"
      role="group"
      aria-label={said.link.set}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
      }}
    >
      <LinkFields value={value} onChange={setValue} />
      <div className="bf-form-foot">
        <Button size="small" onClick={onDone}>
          {common.cancel}
        </Button>
        <Button size="small" type="primary" onClick={save}>
          {said.link.submit}
        </Button>
      </div>
    </div>
  );
}

/** What can be set for one task or for several. */
export interface LinkValue {
  lead: string[];
  support: string[];
  counties: string[];
}

/** Lead units, supporting units, counties. */
export function LinkFields({ value, onChange }: { value: LinkValue; onChange: (value: LinkValue) => void }) {
  const { link } = useWords().document;
  const names = useNames();
  const missing = names.paired.filter((one) => !value.counties.includes(one.id));
  return (
    <div className="rv-link-fields">
      <span>{link.lead}</span>
      <UnitsSelect label={link.lead} value={value.lead} onChange={(lead) => onChange({ ...value, lead })} />
      <span>{link.support}</span>
      <UnitsSelect label={link.support} value={value.support} onChange={(support) => onChange({ ...value, support })} />
      <span>{link.counties}</span>
      <div>
        <PlacesSelect
          level="county"
          label={link.counties}
          value={value.counties}
          onChange={(counties) => onChange({ ...value, counties })}
        />
        {missing.length === 0 ? null : (
          <div className="rv-quick">
            {missing.length > 1 ? (
              <Button
                size="small"
                onClick={() => onChange({ ...value, counties: [...value.counties, ...missing.map((one) => one.id)] })}
              >
                {link.all}
              </Button>
            ) : null}
            {missing.slice(0, 8).map((one) => (
              <Button
                size="small"
                type="dashed"
                key={one.id}
                onClick={() => onChange({ ...value, counties: [...value.counties, one.id] })}
              >
                + {one.name}
              </Button>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}

/** The links of a task for a form. */
export function linkOf(value: Task): LinkValue {
  const part = (wanted: 'lead' | 'support') =>
    value.units.filter((unit) => unit.part === wanted).map((unit) => unit.unitId);
  return { lead: part('lead'), support: part('support'), counties: value.countyIds };
}

/** A task with the links of a form; a unit that leads does not also support. */
export function withLinks(value: Task, { lead, support, counties }: LinkValue): Task {
  const units = [
    ...lead.map((unitId) => ({ unitId, part: 'lead' as const })),
    ...support.filter((id) => !lead.includes(id)).map((unitId) => ({ unitId, part: 'support' as const })),
  ];
  return { ...value, units, countyIds: counties };
}
