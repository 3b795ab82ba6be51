import { Checkbox, InputNumber } from 'antd';
import { LINES } from '../../../core/document/reading.ts';
import { rulesOf, unitsOf } from '../../../core/indicator/check-indicator.ts';
import { LEVELS, PERIOD_RULES, type IndicatorDefinition } from '../../../core/indicator/definition.ts';
import type { KindDefinition } from '../../../core/ledger/kind.ts';
import { useWords } from '../../client/use-words.ts';
import { BothItem, ChoiceItem, Item, TextItem, WordsItem } from '../../parts/definition/item.tsx';
import { FormulaEditor } from './formula-editor.tsx';
import { useUnitText } from '../../parts/unit-text.tsx';

interface PartProps {
  draft: IndicatorDefinition;
  change: (part: Partial<IndicatorDefinition>) => void;
}

/** The formula, the time, the levels, and how it is printed. */
export function CountPart({ draft, change, kinds }: PartProps & { kinds: readonly KindDefinition[] }) {
  const { indicator: said, figure } = useWords();
  const unitText = useUnitText();
  const units = unitsOf(draft.formula, new Map(kinds.map((one) => [one.code, one])));
  const rules = rulesOf(draft.formula);
  const stock = 'latest' in draft.formula;
  return (
    <>
      <FormulaEditor formula={draft.formula} onChange={(formula) => change({ formula })} kinds={kinds} at="formula" />
      <div className="df-row">
        <ChoiceItem
          label={said.part.period}
          at="period"
          value={draft.period}
          options={PERIOD_RULES.filter((one) => (one === 'latest') === stock).map((value) => ({
            value,
            label: figure.periodRule[value],
          }))}
          onChange={(period) => change({ period })}
        />
        <ChoiceItem
          label={said.part.unit}
          at="unit"
          value={draft.unit}
          options={units.map((value) => ({ value, label: unitText(value) }))}
          onChange={(unit) => change({ unit })}
        />
        <Item label={said.part.decimals} at="decimals">
          {(control) => (
            <InputNumber
              {...control}
              min={0}
              max={4}
              precision={0}
              value={draft.decimals}
              onChange={(decimals) => change({ decimals: decimals ?? 0 })}
              style={{ width: '100%' }}
            />
          )}
        </Item>
      </div>
      <div className="df-row">
        {LEVELS.map((level) => (
          <ChoiceItem
            key={level}
            label={`${said.part.level} · ${said.levels[level]}`}
            at={`level.${level}`}
            value={draft.level[level]}
            options={rules.map((value) => ({ value, label: said.rules[value] }))}
            onChange={(rule) => change({ level: { ...draft.level, [level]: rule } })}
          />
        ))}
      </div>
    </>
  );
}

/** Code, line, direction, and the names. */
export function AboutPart({ draft, change, fixedCode }: PartProps & { fixedCode: boolean }) {
  const { indicator: said, term } = useWords();
  return (
    <>
      <div className="df-row">
        <TextItem
          label={said.part.code}
          at="code"
          value={draft.code}
          disabled={fixedCode}
          extra={fixedCode ? undefined : said.editor.codeHelp}
          onChange={(code) => change({ code })}
        />
        <ChoiceItem
          label={said.part.line}
          at="line"
          value={draft.line}
          options={LINES.map((value) => ({ value, label: term.line[value] }))}
          onChange={(line) => change({ line })}
        />
        <ChoiceItem
          label={said.part.better}
          at="better"
          value={draft.better ?? 'neither'}
          options={(['higher', 'lower', 'neither'] as const).map((value) => ({ value, label: said.better[value] }))}
          onChange={(better) => change({ better: better === 'neither' ? null : better })}
        />
      </div>
      <NamePart draft={draft} change={change} />
    </>
  );
}

/** Names, who answers for it, how fresh it should be. */
function NamePart({ draft, change }: PartProps) {
  const { indicator: said } = useWords();
  return (
    <>
      <BothItem label={said.part.name} at="name" value={draft.name} onChange={(name) => change({ name })} />
      <div className="df-row">
        <TextItem
          label={said.part.owner}
          at="owner"
          value={draft.owner ?? ''}
          onChange={(owner) => change({ owner: owner === '' ? null : owner })}
        />
        <Item label={said.part.freshDays} at="freshDays" extra={said.freshHelp}>
          {(control) => (
            <InputNumber
              {...control}
              min={1}
              max={3660}
              precision={0}
              value={draft.freshDays}
              onChange={(freshDays) => change({ freshDays })}
              style={{ width: '100%' }}
            />
          )}
        </Item>
      </div>
    </>
  );
}

/** The caliber in both languages, its source, the words by which documents are known to speak of it. */
export function TextPart({ draft, change }: PartProps) {
  const { indicator: said } = useWords();
  return (
    <>
      <BothItem label={said.part.text} at="text" rows={3} value={draft.text} onChange={(text) => change({ text })} />
      <TextItem label={said.part.source} at="source" value={draft.source} onChange={(source) => change({ source })} />
      <WordsItem
        label={said.part.factWords}
        at="factWords"
        extra={said.factWordsHelp}
        value={draft.factWords}
        onChange={(factWords) => change({ factWords })}
      />
      <div className="df-row">
        <Checkbox checked={draft.unverified} onChange={(event) => change({ unverified: event.target.checked })}>
          {said.part.unverified} <span className="bf-quiet">{said.unverifiedHelp}</span>
        </Checkbox>
        <Checkbox checked={draft.headline} onChange={(event) => change({ headline: event.target.checked })}>
          {said.part.headline} <span className="bf-quiet">{said.headlineHelp}</span>
        </Checkbox>
      </div>
    </>
  );
}
