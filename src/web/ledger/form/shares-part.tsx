import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input } from 'antd';
import { useEffect } from 'react';
import { divideFen } from '../../../core/ledger/life.ts';
import { percentText, pointsOf, type ShareText } from '../../../core/ledger/shares.ts';
import { useWords } from '../../client/use-words.ts';
import { fill } from '../../../words/words.ts';
import { UnitSelect } from '../../parts/unit-select.tsx';
import { readAmount, yuanText, type MoneyText } from './amount.ts';
import type { EntryValues } from './entry-values.ts';
import { CountySelect } from './unit-county.tsx';
import '../style/shares.css';

const WHOLE = 10_000;

/** Who bears how much of a joint payment: units with their parts in percent, what each part comes to, and the sum, which must be 100 %. */
export function SharesPart({ county }: { county: { id: string; name: string } | null }) {
  const { ledger } = useWords();
  const said = ledger.joint;
  const form = Form.useFormInstance<EntryValues>();
  const shares = Form.useWatch<readonly (ShareText | undefined)[] | undefined>('shares', form) ?? [];
  const amount = Form.useWatch<MoneyText | null | undefined>(['measures', 'amountFen'], form);
  const first = shares[0]?.unitId ?? null;
  // Files are kept for the first unit; every share of the county shows them.
  useEffect(() => form.setFieldValue('unitId', first), [form, first]);
  const points = shares.map((one) => pointsOf(one?.percent) ?? 0);
  const sum = points.reduce((all, one) => all + one, 0);
  const fen = amount === null || amount === undefined ? null : readAmount(amount).fen;
  const parts = fen === null || sum !== WHOLE ? null : divideFen(BigInt(fen), points);
  return (
    <fieldset className="bf-fieldset lg-part">
      <legend>{said.title}</legend>
      <p className="bf-quiet lg-shares-lead">{said.lead}</p>
      <Form.Item name="unitId" hidden />
      <Form.Item name="countyId" label={ledger.form.county} required className="lg-field">
        <CountySelect known={county} />
      </Form.Item>
      <Form.List name="shares">
        {(rows, { add, remove }, { errors }) => (
          <>
            {rows.map((row, i) => (
              <div key={row.key} className="lg-share">
                <Form.Item name={[row.name, 'unitId']} label={said.unit} required>
                  <UnitSelect helping="report" />
                </Form.Item>
                <Form.Item name={[row.name, 'percent']} label={said.part} required extra={comesTo(parts?.[i])}>
                  <Input suffix="%" inputMode="decimal" autoComplete="off" />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={said.remove}
                  disabled={rows.length <= 2}
                  onClick={() => remove(row.name)}
                />
              </div>
            ))}
            <div className="bf-late">
              <Form.ErrorList errors={errors} />
            </div>
            <Foot sum={sum} onAdd={() => add({})} />
          </>
        )}
      </Form.List>
    </fieldset>
  );

  function comesTo(part: bigint | undefined): string | undefined {
    return part === undefined ? undefined : `${yuanText(part.toString())} ${ledger.unit.yuan}`;
  }
}

/** Adds a unit; says what the parts come to together. */
function Foot({ sum, onAdd }: { sum: number; onAdd: () => void }) {
  const { joint: said } = useWords().ledger;
  return (
    <div className="lg-share-foot">
      <Button icon={<PlusOutlined />} onClick={onAdd}>
        {said.add}
      </Button>
      <span className={sum === WHOLE ? 'bf-num' : 'bf-num bf-late'} role="status">
        {fill(said.sum, { percent: percentText(sum) })}
      </span>
    </div>
  );
}
