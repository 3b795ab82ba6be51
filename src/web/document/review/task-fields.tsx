import { AutoComplete, Form, Input, Select } from 'antd';
import { LINES, type Line } from '../../../core/document/reading.ts';
import { TOPICS } from '../../../core/document/tasks/lines.ts';
import { useWords } from '../../client/use-words.ts';
import { DayInput } from '../../parts/day-input.tsx';
import { LinkFields, type LinkValue } from './task-links.tsx';

const SEPARATORS = ['，', '、', ','];

/** The fields of a task. */
export function TaskFields() {
  const { document, term } = useWords();
  const { form: said } = document;
  const form = Form.useFormInstance();
  const line = Form.useWatch<Line | undefined>('line', form);
  const topics = TOPICS.filter((one) => one.line === line).map((one) => ({ value: one.topic }));
  const tags = { mode: 'tags', open: false, tokenSeparators: SEPARATORS } as const;
  return (
    <>
      <Form.Item name="text" label={said.text}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={4000} />
      </Form.Item>
      <div className="bf-two">
        <Form.Item name="line" label={said.line}>
          <Select showSearch options={LINES.map((value) => ({ value, label: term.line[value] }))} />
        </Form.Item>
        <Form.Item name="topic" label={said.topic}>
          <AutoComplete options={topics} placeholder={said.topicHint} maxLength={60} />
        </Form.Item>
        <Form.Item name="due" label={said.due}>
          <DayInput />
        </Form.Item>
        <Form.Item name="dueText" label={said.dueText}>
          <Input maxLength={60} />
        </Form.Item>
      </div>
      <Form.Item name="links" noStyle>
        <Links />
      </Form.Item>
      <Form.Item name="speaker" label={said.speaker}>
        <Input maxLength={60} placeholder={said.speakerHint} />
      </Form.Item>
      <div className="bf-two">
        <Form.Item name="lead" label={said.leadText}>
          <Select {...tags} placeholder={said.enterAfterEach} />
        </Form.Item>
        <Form.Item name="support" label={said.supportText}>
          <Select {...tags} placeholder={said.enterAfterEach} />
        </Form.Item>
      </div>
    </>
  );
}

function Links({ value, onChange }: { value?: LinkValue; onChange?: (value: LinkValue) => void }) {
  return <LinkFields value={value ?? { lead: [], support: [], counties: [] }} onChange={(next) => onChange?.(next)} />;
}
