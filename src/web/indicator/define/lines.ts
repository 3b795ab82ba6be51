import { LEVELS, type IndicatorDefinition } from '../../../core/indicator/definition.ts';
import type { KindDefinition } from '../../../core/ledger/kind.ts';
import { fill, type Words } from '../../../words/words.ts';
import type { useSay } from '../../ledger/use-say.ts';
import { unitWord } from '../../parts/unit-text.tsx';
import { formulaWords, kindSaid } from '../formula-words.ts';

/** A part of a definition in words. */
export interface DefinitionLine {
  part: keyof Words['indicator']['part'];
  text: string;
}

/** Everything that a definition says, part by part, as people say it; two versions are compared by these lines. */
export function definitionLines(
  definition: IndicatorDefinition,
  kinds: readonly KindDefinition[],
  words: Words,
  say: ReturnType<typeof useSay>,
): DefinitionLine[] {
  const { indicator: said, figure, term } = words;
  const d = definition;
  const yesNo = (is: boolean) => (is ? said.yes : said.no);
  const level = LEVELS.map((one) =>
    fill('{a}{colon}{b}', { a: said.levels[one], colon: words.common.colon, b: said.rules[d.level[one]] }),
  );
  const texts: Record<DefinitionLine['part'], string> = {
    code: d.code,
    line: term.line[d.line],
    name: d.name.zh,
    nameEn: d.name.en,
    formula: formulaWords(d.formula, kinds.map(kindSaid), figure, say),
    period: figure.periodRule[d.period],
    level: level.join(words.common.listComma),
    unit: unitWord(words, d.unit),
    decimals: String(d.decimals),
    text: d.text.zh,
    textEn: d.text.en,
    source: d.source,
    unverified: yesNo(d.unverified),
    owner: d.owner ?? said.none,
    freshDays: d.freshDays === null ? said.none : fill(said.days, { days: d.freshDays }),
    factWords: d.factWords.length === 0 ? said.none : d.factWords.join(words.common.listComma),
    better: said.better[d.better ?? 'neither'],
    headline: yesNo(d.headline),
  };
  return Object.entries(texts).map(([part, text]) => ({ part: part as DefinitionLine['part'], text }));
}
