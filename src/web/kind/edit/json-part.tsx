import { Button, Input } from 'antd';
import { useState } from 'react';
import { kindDefinition } from '../../../contract/kind.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { useDraft } from './draft.tsx';

/** The whole definition as JSON, for experts. */
export function JsonPart() {
  const { kind: said } = useWords();
  const { definition, change, fixedCode } = useDraft();
  const [text, setText] = useState(() => JSON.stringify(definition, null, 2));
  const [wrong, setWrong] = useState<string[]>([]);
  const take = () => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      return setWrong([fill(said.editor.jsonBad, { detail: error instanceof Error ? error.message : '' })]);
    }
    const shape = kindDefinition.safeParse(value);
    if (!shape.success)
      return setWrong([said.editor.jsonShape, ...shape.error.issues.slice(0, 20).map((one) => one.path.join('.'))]);
    setWrong([]);
    change(fixedCode ? { ...shape.data, code: definition.code } : shape.data);
  };
  return (
    <div className="kd-json">
      <p className="bf-quiet df-item">{said.editor.jsonHelp}</p>
      {wrong.map((line) => (
        <div key={line} className="df-item">
          <span className="df-wrong">{line}</span>
        </div>
      ))}
      <Input.TextArea
        value={text}
        spellCheck={false}
        aria-label={said.editor.parts.json}
        autoSize={{ minRows: 20, maxRows: 36 }}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="primary" onClick={take} style={{ marginTop: 8 }}>
        {said.editor.jsonTake}
      </Button>
    </div>
  );
}
