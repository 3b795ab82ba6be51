import { Button, Form } from 'antd';
import { useEffect, useRef, type KeyboardEvent } from 'react';
import { ITEM_VALUES, type ItemKind } from '../../../contract/document.ts';
import { PROBLEMS, type ProblemCode } from '../../../core/kernel/problem.ts';
import { problemText } from '../../client/problem-text.ts';
import { usePreferences } from '../../client/preferences.tsx';
import { useWords } from '../../client/use-words.ts';
import { AgendaFields, AttendeeFields, MeetingFields, PairingFields, PlaceFields } from './fields.tsx';
import { FactFields } from './fact-fields.tsx';
import { TaskFields } from './task-fields.tsx';
import { linkOf, withLinks, type LinkValue } from './task-links.tsx';

/** What the fields hold; the shape of the item's kind, with the links of a task taken apart. */
export type Draft = Record<string, unknown>;

interface ItemFormProps {
  kind: ItemKind;
  value: Draft;
  submit: string;
  onSave: (value: unknown) => void;
  onCancel: () => void;
}

const FIELDS = {
  meeting: MeetingFields,
  attendee: AttendeeFields,
  agenda: AgendaFields,
  fact: FactFields,
  place: PlaceFields,
  task: TaskFields,
  pairing: PairingFields,
} as const;

/** Corrects or adds an item, in its place; checked by the contract's shape before it is sent. Ctrl+Enter saves, Esc leaves. */
export function ItemForm({ kind, value, submit, onSave, onCancel }: ItemFormProps) {
  const [form] = Form.useForm<Draft>();
  const { common } = useWords();
  const { preferences } = usePreferences();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>('textarea, input:not([type=hidden])');
    first?.focus({ preventScroll: true });
    box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const save = () => {
    const checked = ITEM_VALUES[kind].safeParse(fromForm(kind, { ...value, ...(form.getFieldsValue(true) as Draft) }));
    if (checked.success && !lacksWords(kind, checked.data)) return onSave(checked.data);
    const errors = new Map<string, string>();
    if (checked.success) errors.set('what', problemText({ code: 'input.required' }, preferences.language));
    for (const issue of checked.error?.issues ?? []) {
      const code: ProblemCode = issue.message in PROBLEMS ? (issue.message as ProblemCode) : 'input.required';
      const name = String(issue.path[0] ?? '');
      if (!errors.has(name)) errors.set(name, problemText({ code }, preferences.language));
    }
    form.setFields([...errors].map(([name, text]) => ({ name: FIELD_OF[name] ?? name, errors: [text] })));
    return undefined;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
    else if (event.key !== 'Escape' || openPopup()) return;
    else onCancel();
    event.preventDefault();
    event.stopPropagation();
  };
  const Fields = FIELDS[kind];
  return (
    <div ref={box} className="rv-form" onKeyDown={onKeyDown} onClick={(event) => event.stopPropagation()}>
      <Form
        form={form}
        layout="vertical"
        size="small"
        requiredMark={false}
        initialValues={toForm(kind, value)}
        onFinish={save}
      >
        <Fields />
        <div className="bf-form-foot">
          <Button onClick={onCancel}>{common.cancel}</Button>
          <Button type="primary" htmlType="submit" title="Ctrl+Enter">
            {submit}
          </Button>
        </div>
      </Form>
    </div>
  );
}

/** A figure says nothing without what it counts. The reading may leave that open, a person may not. */
const lacksWords = (kind: ItemKind, value: object): boolean => kind === 'fact' && 'what' in value && value.what === '';

/** Esc first closes what is open above the form. */
const openPopup = (): boolean =>
  document.querySelector(
    '.ant-select-dropdown:not(.ant-select-dropdown-hidden), .ant-picker-dropdown:not(.ant-picker-dropdown-hidden)',
  ) !== null;

/** Where a problem of the value shows when its field has another name. */
const FIELD_OF: Record<string, string | string[]> = {
  units: ['links', 'lead'],
  countyIds: ['links', 'counties'],
  countyName: 'countyId',
  name: 'name',
};
const EMPTY_IS_NULL = new Set([
  'organiser',
  'dateText',
  'chair',
  'chairRole',
  'approxText',
  'when',
  'topic',
  'speaker',
  'dueText',
  'ordinal',
  'date',
  'from',
  'to',
  'due',
  'fromOn',
  'approx',
]);

function toForm(kind: ItemKind, value: Draft): Draft {
  if (kind !== 'task') return value;
  return { ...value, links: linkOf(value as never) };
}

function fromForm(kind: ItemKind, { links, ...fields }: Draft): Draft {
  const clean: Draft = {};
  for (const [name, value] of Object.entries(fields)) {
    clean[name] = EMPTY_IS_NULL.has(name) && (value === '' || value === undefined) ? null : (value ?? valueOf(name));
  }
  return kind === 'task' ? { ...withLinks(clean as never, links as LinkValue) } : clean;
}

const valueOf = (name: string): unknown => (EMPTY_IS_NULL.has(name) ? null : '');
