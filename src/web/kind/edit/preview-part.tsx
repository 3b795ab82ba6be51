import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import type { Problem } from '../../../core/kernel/problem.ts';
import { labelAt } from '../../../core/ledger/prepare-kind.ts';
import { problemText } from '../../client/problem-text.ts';
import { today } from '../../client/format.ts';
import { usePreferences } from '../../client/preferences.tsx';
import { useWords } from '../../client/use-words.ts';
import { checkValues } from '../../ledger/form/check-values.ts';
import type { EntryValues } from '../../ledger/form/entry-values.ts';
import { KindForm } from '../../ledger/form/kind-form.tsx';
import { useSay } from '../../ledger/use-say.ts';
import { useDraft } from './draft.tsx';

const NO_CELLS = new Map<string, string>();
/** Somewhere to check by; nothing is sent. */
const SOMEWHERE = { unitId: '00000000-0000-7000-8000-000000000000', countyId: '130126' };

/** The form of an entry as this definition draws it, and the checks that would run. */
export function PreviewPart() {
  const { kind: said } = useWords();
  const { definition } = useDraft();
  const [form] = Form.useForm<EntryValues>();
  const [found, setFound] = useState<Problem[] | null>(null);
  const check = () => {
    const values = { ...SOMEWHERE, ...form.getFieldsValue(true) } as EntryValues;
    setFound(
      checkValues(values, definition, { asDraft: false, today: today(), filesElsewhere: true, personalKept: false }),
    );
  };
  return (
    <>
      <p className="bf-quiet df-item">{said.editor.previewHelp}</p>
      <Form form={form} layout="vertical" requiredMark="optional" onValuesChange={() => setFound(null)}>
        <KindForm kind={definition} countyId={null} unitId={null} entryId={null} wrongCells={NO_CELLS} />
      </Form>
      <Button onClick={check}>{said.editor.previewCheck}</Button>
      {found === null ? null : <Found problems={found} />}
    </>
  );
}

function Found({ problems }: { problems: readonly Problem[] }) {
  const { kind: said } = useWords();
  const say = useSay();
  const { definition } = useDraft();
  const { language } = usePreferences().preferences;
  if (problems.length === 0)
    return <Alert style={{ marginTop: 12 }} type="success" showIcon title={said.editor.previewGood} />;
  const line = (one: Problem) => {
    const label = labelAt(definition, one.at ?? '');
    return `${label === null ? (one.at ?? '') : say(label)}: ${problemText(one, language)}`;
  };
  return (
    <Alert
      style={{ marginTop: 12 }}
      type="warning"
      showIcon
      title={
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          {[...new Set(problems.map(line))].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      }
    />
  );
}
