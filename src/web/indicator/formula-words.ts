import type { readFigure } from '../../contract/figure.ts';
import type { AnswerOf } from '../../contract/route.ts';
import type { Formula, SumOf } from '../../core/indicator/definition.ts';
import type { Bilingual, KindDefinition } from '../../core/ledger/kind.ts';
import { fill, type Words } from '../../words/words.ts';

type Kinds = AnswerOf<typeof readFigure>['kinds'];
type Say = (text: Bilingual) => string;

/** What a formula's words need of a kind. */
export const kindSaid = ({ code, name, measures, fields, facets }: KindDefinition): Kinds[number] => ({
  code,
  name,
  measures: measures.map((one) => ({ measure: one.measure, name: one.name })),
  facets: fields
    .filter((field) => facets.includes(field.code))
    .map((field) => ({
      code: field.code,
      name: field.name,
      choices: field.choices.map((one) => ({ code: one.code, name: { zh: one.zh, en: one.en } })),
    })),
});

/** A formula in words: what is summed over which kinds, and which of their entries. */
export function formulaWords(formula: Formula, kinds: Kinds, said: Words['figure'], say: Say): string {
  const { words } = said;
  const inner = (one: Formula) => formulaWords(one, kinds, said, say);
  const named = (codes: readonly string[]) =>
    codes.map((code) => fill(words.kind, { name: say(nameOf(kinds, code)) })).join(words.or);
  if ('sum' in formula) {
    const { sum } = formula;
    const text = sum.measure === 'entries' ? words.entries : words.sum;
    return (
      fill(text, { kinds: named(sum.kinds), measure: measureOf(sum, kinds, say) }) + facetsOf(sum, kinds, said, say)
    );
  }
  if ('latest' in formula) {
    const { latest } = formula;
    return (
      fill(words.latest, { kinds: named(latest.kinds), measure: measureOf(latest, kinds, say) }) +
      facetsOf(latest, kinds, said, say)
    );
  }
  if ('distinct' in formula) return fill(words.distinct, { kinds: named(formula.distinct.kinds) });
  if ('add' in formula) return fill(words.add, { parts: formula.add.map(inner).join(' + ') });
  if ('ratio' in formula) {
    const { of, by, percent } = formula.ratio;
    return fill(percent === true ? words.percent : words.ratio, { of: inner(of), by: inner(by) });
  }
  return fill(words.growth[formula.growth.against], { of: inner(formula.growth.of) });
}

const nameOf = (kinds: Kinds, code: string): Bilingual =>
  kinds.find((one) => one.code === code)?.name ?? { zh: code, en: code };

function measureOf(sum: SumOf, kinds: Kinds, say: Say): string {
  const names = sum.kinds.flatMap((code) => {
    const found = kinds.find((one) => one.code === code)?.measures.find((one) => one.measure === sum.measure);
    return found === undefined ? [] : [say(found.name)];
  });
  return [...new Set(names)].join(' / ');
}

function facetsOf(sum: SumOf, kinds: Kinds, said: Words['figure'], say: Say): string {
  const { words } = said;
  const parts = Object.entries(sum.where ?? {}).map(([code, values]) => {
    // Kinds may have facets of the same code with other values: only those that are summed are asked.
    const facets = kinds.filter((one) => sum.kinds.includes(one.code)).flatMap((one) => one.facets);
    const facet = facets.find((one) => one.code === code);
    const yesNo: Record<string, string> = { yes: said.yes, no: said.no };
    const shown = values.map((value) => {
      const choice = facet?.choices.find((one) => one.code === value);
      return choice === undefined ? (yesNo[value] ?? value) : say(choice.name);
    });
    return fill(words.facet, { facet: facet === undefined ? code : say(facet.name), values: shown.join(words.or) });
  });
  return parts.length === 0 ? '' : fill(words.where, { facets: parts.join(words.and) });
}
