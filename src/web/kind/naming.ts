import type { Bilingual, Condition, KindDefinition, Operand } from '../../core/ledger/kind.ts';
import { fill, type Words } from '../../words/words.ts';

type Say = (text: Bilingual) => string;
type Special = keyof Words['kind']['special'];

/** What a code of a definition is called: a field, a measure, the day, the voucher … */
export function nameOfPart(definition: KindDefinition, code: string, said: Words['kind'], say: Say): string {
  const field = definition.fields.find((one) => one.code === code);
  if (field !== undefined) return say(field.name);
  const measure = definition.measures.find((one) => one.measure === code);
  if (measure !== undefined) return say(measure.name);
  if (code === 'occurred_on') return say(definition.countsOn);
  if (code === 'voucher' || code === 'payee') return say(definition[code].name);
  return code in said.special ? said.special[code as Special] : code;
}

/** A fixed value as it is said beside the part that it is compared with: choices by name, money in yuan. */
function valueText(definition: KindDefinition, code: string | null, value: string, said: Words['kind'], say: Say) {
  const field = definition.fields.find((one) => one.code === code);
  const choice = field?.choices.find((one) => one.code === value);
  if (choice !== undefined) return say(choice);
  if (field?.type === 'yes_no') return value === 'yes' ? said.yes : said.not;
  if ((code === 'amount' || field?.type === 'money') && /^\d+$/.test(value))
    return `${yuan(value)} ${said.units.amount}`;
  return value;
}

/** Fen as yuan, without a float. */
function yuan(fen: string): string {
  const padded = fen.padStart(3, '0');
  const whole = padded.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return padded.endsWith('00') ? whole : `${whole}.${padded.slice(-2)}`;
}

/** Percent of a share: 0.02 → 2. */
function percent(share: string): string {
  const [whole = '0', rest = ''] = share.split('.');
  const digits = `${whole}${rest.padEnd(2, '0').slice(0, 2)}`.replace(/^0+(?=\d)/, '');
  const more = rest.slice(2).replace(/0+$/, '');
  return more === '' ? digits : `${digits}.${more}`;
}

/** A condition in words. */
export function conditionText(definition: KindDefinition, condition: Condition, said: Words['kind'], say: Say): string {
  const name = (code: string) => nameOfPart(definition, code, said, say);
  const operand = (one: Operand, beside: Operand) =>
    'of' in one ? name(one.of) : valueText(definition, 'of' in beside ? beside.of : null, one.value, said, say);
  switch (condition.test) {
    case 'filled':
    case 'empty':
      return fill(said.says[condition.test], { of: name(condition.of) });
    case 'in': {
      const values = condition.values.map((value) => valueText(definition, condition.of, value, said, say));
      return fill(said.says.in, { of: name(condition.of), values: values.join(said.and) });
    }
    case 'product': {
      const { left, by, is, tolerance } = condition;
      const parts = { left: operand(left, is), by: operand(by, is), is: operand(is, left) };
      return fill(said.says.product, { ...parts, tolerance: percent(tolerance) });
    }
    case 'all':
    case 'any':
      return condition.of.map((one) => conditionText(definition, one, said, say)).join(said.says[condition.test]);
    default: {
      const { left, right, test } = condition;
      return fill(said.says.compare, { left: operand(left, right), sign: test, right: operand(right, left) });
    }
  }
}

/** When and what, in one sentence. */
export function ruleText(
  definition: KindDefinition,
  rule: { when: Condition | null; must: Condition },
  said: Words['kind'],
  say: Say,
): string {
  const must = conditionText(definition, rule.must, said, say);
  return rule.when === null
    ? fill(said.says.must, { must })
    : fill(said.says.when, { when: conditionText(definition, rule.when, said, say), must });
}

const PARTS: Readonly<Record<string, (said: Words['kind']) => string>> = {
  code: (said) => said.code,
  line: (said) => said.line,
  topic: (said) => said.topic,
  name: (said) => said.name,
  text: (said) => said.text,
  source: (said) => said.source,
  unverified: (said) => said.unverified,
  countsOn: (said) => said.countsOn,
  measures: (said) => said.measures,
  measure: (said) => said.measures,
  voucher: (said) => said.voucher,
  payee: (said) => said.payee,
  fields: (said) => said.field,
  facets: (said) => said.facets,
  rules: (said) => said.rule,
  evidence: (said) => said.evidence,
  once: (said) => said.once,
  roster: (said) => said.roster,
  zh: (said) => said.zh,
  en: (said) => said.en,
  unit: (said) => said.unit,
  required: (said) => said.required,
  derived: (said) => said.derived,
  synonyms: (said) => said.synonyms,
  type: (said) => said.typeTitle,
  help: (said) => said.help,
  choices: (said) => said.choices,
  maxLength: (said) => said.maxLength,
  personal: (said) => said.personalShort,
  severity: (said) => said.severityTitle,
  when: (said) => said.when,
  must: (said) => said.must,
  at: (said) => said.at,
  accepts: (said) => said.acceptsTitle,
  least: (said) => said.least,
  group: (said) => said.onceGroup,
  key: (said) => said.onceKey,
  order: (said) => said.order,
  ask: (said) => said.asked,
};

type List = readonly ({ code: string } & (Bilingual | { name: Bilingual } | { text: Bilingual }))[];

/** A path of a comparison in words; `definitions`: where names of fields, choices, rules are looked up. */
export function pathText(path: string, definitions: readonly KindDefinition[], said: Words['kind'], say: Say): string {
  const [head = '', code, ...rest] = path.split('.');
  const word = (key: string) => PARTS[key]?.(said) ?? key;
  if (code === undefined) return word(head);
  const lists = definitions.map((one) => (one as unknown as Record<string, List | undefined>)[head]);
  if (head === 'measures') {
    const measure = definitions.flatMap((one) => one.measures).find((one) => one.measure === code);
    return [measure === undefined ? code : say(measure.name), ...rest.map(word)].join(' · ');
  }
  if (!Array.isArray(lists[0])) return [head, code, ...rest].map(word).join(' · ');
  const found = lists.flatMap((list) => list ?? []).find((one) => one.code === code);
  const named = found === undefined ? word(code) : nameIn(found, say);
  if (head === 'fields' && rest[0] === 'choices' && rest[1] !== undefined && rest[1] !== 'order') {
    const fields = definitions.flatMap((one) => one.fields).filter((one) => one.code === code);
    const choice = fields.flatMap((one) => one.choices).find((one) => one.code === rest[1]);
    return [named, choice === undefined ? rest[1] : say(choice), ...rest.slice(2).map(word)].join(' · ');
  }
  const inRule = (key: string) => (head === 'rules' && key === 'text' ? said.ruleText : word(key));
  return [named, ...rest.map(inRule)].join(' · ');
}

const nameIn = (one: List[number], say: Say): string =>
  'name' in one ? say(one.name) : 'text' in one ? say(one.text) : say(one);
