import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Form, Radio, Select } from 'antd';
import { useState } from 'react';
import { exportEntries, exportFile } from '../../../contract/export.ts';
import type { MoneyScale } from '../../../core/kernel/money.ts';
import { EXPORT_FORMATS, MOST_EXPORTED, type ExportFormat } from '../../../core/ledger/export.ts';
import { addressOf } from '../../client/call.ts';
import { numberText } from '../../client/format.ts';
import { usePreferences } from '../../client/preferences.tsx';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { ActForm } from '../../parts/act-form.tsx';
import { FormDrawer } from '../../parts/form-drawer.tsx';
import { useKinds } from '../form/use-kinds.ts';
import { useSay } from '../use-say.ts';
import type { EntryQuery } from './filter.ts';
import { useSums } from './sums-line.tsx';

interface Values {
  format: ExportFormat;
  columns: 'common' | 'kind';
  money: MoneyScale;
}

/** Takes what the list shows out as a table. */
export function ExportButton({ query }: { query: EntryQuery }) {
  const { exports: said } = useWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<DownloadOutlined />} onClick={() => setOpen(true)}>
        {said.title}
      </Button>
      <FormDrawer title={said.title} lead={said.lead} open={open} onClose={() => setOpen(false)}>
        {open ? <ExportForm query={query} onClose={() => setOpen(false)} /> : null}
      </FormDrawer>
    </>
  );
}

function ExportForm({ query, onClose }: { query: EntryQuery; onClose: () => void }) {
  const { exports: said, ledger } = useWords();
  const { message } = App.useApp();
  const { preferences } = usePreferences();
  const say = useSay();
  const kinds = useKinds();
  const sums = useSums(query);
  const one = query.kind === undefined || query.kind.includes(',') ? undefined : query.kind;
  const kind = (kinds.data?.items ?? []).find((row) => row.code === one);
  const count = sums.data === undefined ? null : `${numberText(sums.data.count)}${sums.data.capped ? '+' : ''}`;
  const fetchFile = (id: string) => {
    const link = document.createElement('a');
    link.href = addressOf(exportFile, { id });
    link.download = '';
    link.click();
    void message.success(said.started);
    onClose();
  };
  return (
    <ActForm<typeof exportEntries, Values>
      route={exportEntries}
      initial={{ format: 'xlsx', columns: kind === undefined ? 'common' : 'kind', money: 'yuan' }}
      submit={count === null ? said.counting : fill(said.start, { count })}
      onCancel={onClose}
      toInput={(values) => ({ body: { filter: query, ...values, lang: preferences.language } })}
      onDone={({ id }) => fetchFile(id)}
    >
      <Form.Item name="format" label={said.format} required extra={said.csvIds}>
        <Select options={EXPORT_FORMATS.map((value) => ({ value, label: said.formats[value] }))} />
      </Form.Item>
      <Form.Item name="columns" label={said.columns} required extra={kind === undefined ? said.kindNeeded : undefined}>
        <Radio.Group
          className="lg-stacked"
          options={[
            { value: 'common', label: said.common },
            {
              value: 'kind',
              disabled: kind === undefined,
              label: kind === undefined ? said.kindAny : fill(said.kind, { kind: say(kind.definition.name) }),
            },
          ]}
        />
      </Form.Item>
      <Form.Item name="money" label={said.money} required>
        <Radio.Group
          options={[
            { value: 'yuan', label: ledger.scale.yuan },
            { value: 'wan', label: ledger.scale.wan },
          ]}
        />
      </Form.Item>
      <p className="bf-quiet">{fill(said.limits, { most: numberText(MOST_EXPORTED) })}</p>
    </ActForm>
  );
}
