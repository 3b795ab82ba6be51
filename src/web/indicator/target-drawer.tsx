import { App, Form, Input } from 'antd';
import type { readFigure } from '../../contract/figure.ts';
import { setTarget } from '../../contract/indicator.ts';
import type { AnswerOf } from '../../contract/route.ts';
import { decimalText, parseFraction, times } from '../../core/indicator/fraction.ts';
import { plainOf } from '../../core/indicator/print.ts';
import { newId } from '../client/new-id.ts';
import { useWords } from '../client/use-words.ts';
import { fill } from '../../words/words.ts';
import { ActForm } from '../parts/act-form.tsx';
import { FormDrawer } from '../parts/form-drawer.tsx';
import { useUnitText } from '../parts/unit-text.tsx';

interface DrawerProps {
  data: AnswerOf<typeof readFigure>;
  open: boolean;
  onClose: () => void;
}

/** Sets the year's target of the unit, in the county shown or in all together; typed as printed, kept in the plain unit. */
export function TargetDrawer({ data, open, onClose }: DrawerProps) {
  const { figure: said, common } = useWords();
  const unitText = useUnitText();
  const { message } = App.useApp();
  const { unitId, unitName, placeId, placeName } = data.scope;
  const { definition, code } = data.figure;
  const year = Number(data.period.slice(0, 4));
  const plain = (text: string): string => {
    const typed = parseFraction(text.replace(/[,，\s]/g, ''));
    return typed === null ? text : decimalText(times(typed, plainOf(definition.unit)));
  };
  return (
    <FormDrawer
      title={fill(said.targetYear, { year })}
      lead={fill(said.targetFor, { unit: unitName ?? said.allUnits, place: placeName ?? said.allCounties })}
      open={open}
      onClose={onClose}
    >
      <ActForm<typeof setTarget, { value: string }>
        route={setTarget}
        initial={{ value: '' }}
        toInput={({ value }) => ({
          body: {
            id: newId(),
            indicator: code,
            year,
            unitId: unitId ?? '',
            countyId: placeId,
            value: plain(value),
            planItemId: null,
          },
        })}
        onDone={() => {
          void message.success(common.saved);
          onClose();
        }}
        onCancel={onClose}
        submit={said.setTarget}
      >
        <Form.Item name="value" label={fill(said.targetValue, { unit: unitText(definition.unit) })} required>
          <Input inputMode="decimal" autoComplete="off" />
        </Form.Item>
      </ActForm>
    </FormDrawer>
  );
}
