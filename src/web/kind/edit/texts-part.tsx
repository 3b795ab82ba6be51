import { Checkbox, Input } from 'antd';
import { LINES } from '../../../core/document/reading.ts';
import { useWords } from '../../client/use-words.ts';
import { BothItem, Item, ChoiceItem, TextItem } from '../../parts/definition/item.tsx';
import { useDraft } from './draft.tsx';

/** What counts, where that comes from, what the day is called. */
export function TextsPart() {
  const { kind: said, term } = useWords();
  const { definition: d, change, fixedCode } = useDraft();
  return (
    <>
      <BothItem label={said.name} at="name" value={d.name} onChange={(name) => change({ name })} />
      <div className="df-row">
        <TextItem
          label={said.code}
          at="code"
          value={d.code}
          disabled={fixedCode}
          extra={said.editor.codeHelp}
          onChange={(code) => change({ code: code.trim() })}
        />
        <ChoiceItem
          label={said.line}
          at="line"
          value={d.line}
          options={LINES.map((line) => ({ value: line, label: term.line[line] }))}
          onChange={(line) => change({ line })}
        />
        <Item label={said.topic} at="topic">
          {(control) => (
            <Input
              {...control}
              value={d.topic ?? ''}
              onChange={(event) => change({ topic: event.target.value || null })}
            />
          )}
        </Item>
      </div>
      <BothItem label={said.text} at="text" value={d.text} rows={6} onChange={(text) => change({ text })} />
      <BothItem label={said.countsOn} at="countsOn" value={d.countsOn} onChange={(countsOn) => change({ countsOn })} />
      <TextItem label={said.source} at="source" value={d.source} rows={2} onChange={(source) => change({ source })} />
      <div className="df-item">
        <Checkbox checked={d.unverified} onChange={(event) => change({ unverified: event.target.checked })}>
          {said.unverified}
        </Checkbox>
        <div className="bf-quiet bf-small">{said.unverifiedWhy}</div>
      </div>
    </>
  );
}
