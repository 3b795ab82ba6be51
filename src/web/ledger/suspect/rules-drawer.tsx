import { App, Form, Input, Switch } from 'antd';
import { setSuspectRule, suspectRules } from '../../../contract/suspect.ts';
import type { AnswerOf } from '../../../contract/route.ts';
import { useRead } from '../../client/use-read.ts';
import { useWords } from '../../client/use-words.ts';
import { ActForm } from '../../parts/act-form.tsx';
import { FormDrawer } from '../../parts/form-drawer.tsx';
import { Load } from '../../parts/load.tsx';
import { Mark } from '../../parts/mark.tsx';
import { fenToText, readAmount } from '../form/amount.ts';
import { useRuleName } from './finding-text.tsx';

type Rule = AnswerOf<typeof suspectRules>['items'][number];
interface Values {
  enabled: boolean;
  /** Left out by the form of a rule without thresholds. */
  params?: Record<string, string>;
}

/** The rules by which findings are made, with their thresholds. */
export function RulesDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { suspect: said } = useWords();
  const read = useRead(suspectRules, {}, { enabled: open });
  return (
    <FormDrawer title={said.rules} lead={said.rulesLead} open={open} onClose={onClose}>
      <Load read={read}>
        {(data) => (
          <div className="lg-rules">
            {data.items.map((rule) => (
              <RuleForm key={`${rule.code}${JSON.stringify(rule.params)}`} rule={rule} manage={data.can.manage} />
            ))}
          </div>
        )}
      </Load>
    </FormDrawer>
  );
}

/** A rule: what it is called, what it looks for, and its thresholds, to set or to read. */
function RuleForm({ rule, manage }: { rule: Rule; manage: boolean }) {
  const { suspect: said, kind: kindWords } = useWords();
  const ruleName = useRuleName();
  return (
    <section>
      <h3>
        {ruleName(rule.code)}{' '}
        {rule.set || Object.keys(rule.params).length === 0 ? null : (
          <Mark tone="warn" title={said.unverifiedWhy}>
            {kindWords.unverified}
          </Mark>
        )}
        {rule.enabled ? null : <Mark>{said.off}</Mark>}
      </h3>
      <p className="bf-quiet">{said.about[rule.code]}</p>
      {manage ? <SetRule rule={rule} /> : <Thresholds rule={rule} />}
    </section>
  );
}

function SetRule({ rule }: { rule: Rule }) {
  const { suspect: said } = useWords();
  const { message } = App.useApp();
  const thresholds = useThresholds(rule);
  return (
    <ActForm<typeof setSuspectRule, Values>
      route={setSuspectRule}
      initial={{
        enabled: rule.enabled,
        params: Object.fromEntries(thresholds.map(({ name, shown }) => [name, shown])),
      }}
      submit={said.set}
      toInput={({ enabled, params = {} }) => ({
        params: { code: rule.code },
        body: {
          enabled,
          params: Object.fromEntries(thresholds.map(({ name, sent }) => [name, sent(params[name] ?? '')])),
        },
      })}
      onDone={() => void message.success(said.ruleSet)}
    >
      <Form.Item name="enabled" label={said.enabled} required valuePropName="checked" layout="horizontal">
        <Switch />
      </Form.Item>
      {thresholds.map(({ name, label, unit }) => (
        <Form.Item key={name} name={['params', name]} label={label} required>
          <Input suffix={unit} inputMode="decimal" />
        </Form.Item>
      ))}
    </ActForm>
  );
}

function Thresholds({ rule }: { rule: Rule }) {
  const thresholds = useThresholds(rule);
  return (
    <ul>
      {thresholds.map(({ name, label, shown, unit }) => (
        <li key={name}>
          {label} {shown} {unit}
        </li>
      ))}
    </ul>
  );
}

/** The thresholds of a rule in words: money is shown and typed in yuan, and sent in fen. */
function useThresholds(rule: Rule) {
  const { suspect: said } = useWords();
  const labels: Partial<Record<string, string>> = said.param;
  return Object.entries(rule.params).map(([name, value]) => {
    const unit = rule.bounds[name]?.unit ?? 'count';
    return {
      name,
      label: labels[name] ?? name,
      unit: said.unit[unit],
      shown: unit === 'fen' ? fenToText(value, 'yuan') : value,
      sent: (text: string) => (unit === 'fen' ? (readAmount({ text, scale: 'yuan' }).fen ?? '') : text.trim()),
    };
  });
}
