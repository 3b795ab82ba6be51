import { Alert, Button, Checkbox, InputNumber, Select, Space } from 'antd';
import { useState } from 'react';
import { fill } from '../../words/words.ts';
import { useWords } from '../client/use-words.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Section } from '../parts/section.tsx';
import type { ImportShown } from './import-page.tsx';
import { useMap } from './use-map.ts';

/** Which sheet and which rows of it are the header; what else is chosen for the whole import. */
export function SheetChoice({ one }: { one: ImportShown }) {
  const { imports: say } = useWords();
  const map = useMap(one);
  return (
    <Section title={say.options.title}>
      <ProblemAlert error={map.error} />
      <Space wrap size={[24, 12]}>
        {one.sheets.length > 1 ? (
          <label className="im-field">
            <span>{say.sheet}</span>
            <Select
              value={one.sheet}
              onChange={(sheet: number) => map.say({ sheet, mapping: null, options: { headerRows: null } })}
              options={one.sheets.map((sheet, value) => ({
                value,
                label: sheet.name + (sheet.hidden ? say.hiddenSheet : ''),
              }))}
              popupMatchSelectWidth={false}
              loading={map.busy}
            />
          </label>
        ) : null}
        <HeaderRows one={one} onSet={(headerRows) => map.say({ mapping: null, options: { headerRows } })} />
        <Checkbox
          checked={one.options.asDrafts}
          onChange={(event) => map.say({ options: { asDrafts: event.target.checked } })}
        >
          {say.options.asDrafts}
        </Checkbox>
        <Checkbox
          checked={one.options.readHidden}
          onChange={(event) => map.say({ options: { readHidden: event.target.checked } })}
        >
          {say.options.readHidden}
        </Checkbox>
      </Space>
      {one.headerCertainty === 'guessed' ? (
        <Alert type="warning" showIcon className="im-alert is-inside" title={say.headerGuessed} />
      ) : null}
    </Section>
  );
}

function HeaderRows({ one, onSet }: { one: ImportShown; onSet: (rows: [number, number]) => void }) {
  const { imports: say, common } = useWords();
  const [open, setOpen] = useState(one.headerRows.length === 0);
  const [from, setFrom] = useState(one.headerRows[0] ?? 1);
  const [to, setTo] = useState(one.headerRows.at(-1) ?? 1);
  if (!open)
    return (
      <span className="im-field">
        <span>{say.header}</span>
        <span>{fill(say.headerFound, { rows: one.headerRows.join(common.listComma) })}</span>
        <Button type="link" size="small" onClick={() => setOpen(true)}>
          {say.headerChange}
        </Button>
      </span>
    );
  return (
    <span className="im-field">
      <span>{one.headerRows.length === 0 ? say.headerNone : say.headerRows}</span>
      <InputNumber aria-label={say.headerFrom} min={1} max={100} value={from} onChange={(n) => setFrom(n ?? 1)} />
      –
      <InputNumber aria-label={say.headerTo} min={1} max={100} value={to} onChange={(n) => setTo(n ?? 1)} />
      <Button onClick={() => onSet([Math.min(from, to), Math.min(Math.max(from, to), from + 2)])}>
        {say.headerSet}
      </Button>
    </span>
  );
}
