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

function RuleForm({ rule, manage }: { rule: Rule; manage: boolean }) {
  const { suspect: said, ledger, kind: kindWords } = useWords();
  const { message } = App.useApp();
  const ruleName = useRuleName();
  const names = Object.keys(rule.params);
  const labels: Partial<Record<string, string>> = said.param;
  const isFen = (name: string) => rule.bounds[name]?.unit === 'fen';
  const shown = (name: string) =>
    isFen(name) ? fenToText(rule.params[name] ?? '0', 'yuan') : (rule.params[name] ?? '');
  const sent = (name: string, text: string) =>
    isFen(name) ? (readAmount({ text, scale: 'yuan' }).fen ?? '') : text.trim();
  const unitOf = (name: string) => said.unit[rule.bounds[name]?.unit ?? 'count'];
  return (
    <section>
      <h3>
        {ruleName(rule.code)}{' '}
        {rule.set || names.length === 0 ? null : (
          <Mark tone="warn" title={said.unverifiedWhy}>
            {kindWords.unverified}
          </Mark>
        )}
        {rule.enabled ? null : <Mark>{said.off}</Mark>}
      </h3>
      <p className="bf-quiet">{said.about[rule.code]}</p>
      {manage ? (
        <ActForm<typeof setSuspectRule, Values>
          route={setSuspectRule}
          initial={{
            enabled: rule.enabled,
            params: Object.fromEntries(names.map((name) => [name, shown(name)])),
          }}
          submit={said.set}
          toInput={({ enabled, params = {} }) => ({
            params: { code: rule.code },
            body: {
              enabled,
              params: Object.fromEntries(names.map((name) => [name, sent(name, params[name] ?? '')])),
            },
          })}
          onDone={() => void message.success(said.ruleSet)}
        >
          <Form.Item name="enabled" label={said.enabled} required valuePropName="checked" layout="horizontal">
            <Switch />
          </Form.Item>
          {names.map((name) => (
            <Form.Item key={name} name={['params', name]} label={labels[name] ?? name} required>
              <Input suffix={unitOf(name)} inputMode="decimal" />
            </Form.Item>
          ))}
        </ActForm>
      ) : (
        <ul>
          {names.map((name) => (
            <li key={name}>
              {labels[name] ?? name} {shown(name)} {isFen(name) ? ledger.scale.yuan : unitOf(name)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
