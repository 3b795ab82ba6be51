import { parseDecimal } from '../kernel/decimal.ts';
import { parsePlainDate } from '../kernel/plain-date.ts';
import { problem, type Problem } from '../kernel/problem.ts';
import { QUANTITY_UNITS, type Bilingual, type Condition, type FieldDefinition, type KindDefinition } from './kind.ts';
import { depthOf, isKeyPart, operandsOf, RESERVED, typeOf, type OperandType } from './operands.ts';

const CODE = /^[a-z][a-z0-9_]{0,49}$/;
const FACETS = 3;
const DEPTH = 3;
const NUMBERS: readonly OperandType[] = ['money', 'decimal', 'whole'];

/** Everything that is wrong with a definition, at paths like `fields.2.code`; empty: it can be used. */
export function checkKind(definition: KindDefinition): Problem[] {
  return [
    ...checkTexts(definition),
    ...checkMeasures(definition),
    ...definition.fields.flatMap((field, i) => checkField(field, `fields.${i}`)),
    ...twice(definition.fields, 'fields'),
    ...checkFacets(definition),
    ...checkRules(definition),
    ...checkEvidence(definition),
    ...checkOnce(definition),
    ...checkSynonyms(definition),
  ];
}

const missing = (text: Bilingual, at: string): Problem[] =>
  (['zh', 'en'] as const)
    .filter((language) => text[language].trim() === '')
    .map((language) => problem('kind.text_missing', `${at}.${language}`));

function checkTexts(d: KindDefinition): Problem[] {
  return [
    ...(CODE.test(d.code) && d.code.length > 1 ? [] : [problem('kind.code_form', 'code')]),
    ...missing(d.name, 'name'),
    ...missing(d.text, 'text'),
    ...missing(d.countsOn, 'countsOn'),
    ...(d.source.trim() === '' ? [problem('kind.text_missing', 'source')] : []),
    ...missing(d.voucher.name, 'voucher.name'),
    ...missing(d.payee.name, 'payee.name'),
  ];
}

/** Codes that stand twice in a list. */
function twice(list: readonly { code: string }[], at: string): Problem[] {
  const seen = new Set<string>();
  return list.flatMap(({ code }, i) => {
    const again = seen.has(code);
    seen.add(code);
    return again ? [problem('kind.code_twice', `${at}.${i}.code`, { code })] : [];
  });
}

function checkMeasures(d: KindDefinition): Problem[] {
  const found: Problem[] = [];
  d.measures.forEach((one, i) => {
    const at = `measures.${i}`;
    if (d.measures.findIndex((other) => other.measure === one.measure) !== i)
      found.push(problem('kind.code_twice', `${at}.measure`, { code: one.measure }));
    found.push(...missing(one.name, `${at}.name`));
    if (one.measure === 'quantity' && (one.unit === null || !QUANTITY_UNITS.includes(one.unit)))
      found.push(problem('kind.unit_missing', `${at}.unit`));
    if (one.measure !== 'quantity' && one.unit !== null) found.push(problem('kind.unit_unneeded', `${at}.unit`));
    const wanted = one.measure === 'people' ? 'roster_people' : one.measure === 'person_times' ? 'roster_times' : null;
    if (one.derived !== null && (one.derived !== wanted || d.roster === 'no'))
      found.push(problem('kind.derived', `${at}.derived`));
  });
  if (d.measures.length + d.fields.length === 0) found.push(problem('kind.measure_gone', 'measures'));
  return found;
}

function checkField(field: FieldDefinition, at: string): Problem[] {
  const found = missing(field.name, `${at}.name`);
  if (!CODE.test(field.code)) found.push(problem('kind.code_form', `${at}.code`));
  if ((RESERVED as readonly string[]).includes(field.code))
    found.push(problem('kind.code_reserved', `${at}.code`, { code: field.code }));
  if (field.help !== null) found.push(...missing(field.help, `${at}.help`));
  if (field.type === 'choice' && field.choices.length === 0) found.push(problem('kind.choices_none', `${at}.choices`));
  if (field.type !== 'choice' && field.choices.length > 0)
    found.push(problem('kind.choices_unneeded', `${at}.choices`));
  field.choices.forEach((choice, i) => {
    found.push(...missing(choice, `${at}.choices.${i}`));
    if (!CODE.test(choice.code)) found.push(problem('kind.code_form', `${at}.choices.${i}.code`));
  });
  return [...found, ...twice(field.choices, `${at}.choices`), ...wordsTwice(field, at)];
}

/** A word of a dictionary must lead to one choice. */
function wordsTwice(field: FieldDefinition, at: string): Problem[] {
  const owner = new Map<string, string>();
  return field.choices.flatMap((choice, i) =>
    [...new Set([choice.zh, choice.en, ...choice.synonyms].map((word) => word.trim()))].flatMap((word) => {
      const other = owner.get(word);
      owner.set(word, choice.code);
      return other === undefined || other === choice.code
        ? []
        : [problem('kind.synonym_twice', `${at}.choices.${i}.synonyms`, { word })];
    }),
  );
}

function checkFacets(d: KindDefinition): Problem[] {
  const found = d.facets.length > FACETS ? [problem('kind.facets_many', 'facets', { most: FACETS })] : [];
  d.facets.forEach((code, i) => {
    const type = d.fields.find((field) => field.code === code)?.type;
    if (type === undefined) found.push(problem('kind.unknown_part', `facets.${i}`, { code }));
    else if (type !== 'choice' && type !== 'yes_no') found.push(problem('kind.facet_type', `facets.${i}`, { code }));
    if (d.facets.indexOf(code) !== i) found.push(problem('kind.code_twice', `facets.${i}`, { code }));
  });
  return found;
}

function checkRules(d: KindDefinition): Problem[] {
  const found = twice(d.rules, 'rules');
  d.rules.forEach((rule, i) => {
    const at = `rules.${i}`;
    if (!CODE.test(rule.code)) found.push(problem('kind.code_form', `${at}.code`));
    found.push(...missing(rule.text, `${at}.text`));
    if (rule.at !== 'roster' && typeOf(d, rule.at) === null)
      found.push(problem('kind.unknown_part', `${at}.at`, { code: rule.at }));
    if (rule.when !== null) found.push(...checkCondition(d, rule.when, `${at}.when`));
    found.push(...checkCondition(d, rule.must, `${at}.must`));
  });
  return found;
}

function checkCondition(d: KindDefinition, condition: Condition, at: string): Problem[] {
  if (depthOf(condition) > DEPTH) return [problem('kind.too_deep', at, { most: DEPTH })];
  const found: Problem[] = [];
  for (const { operand, against } of operandsOf(condition)) {
    if (!('of' in operand)) continue;
    const type = typeOf(d, operand.of);
    if (type === null) {
      found.push(problem('kind.unknown_part', at, { code: operand.of }));
      continue;
    }
    for (const other of against)
      if ('value' in other && !fits(d, operand.of, type, other.value))
        found.push(problem('kind.rule_value', at, { code: operand.of, value: other.value }));
    if (condition.test === 'product' && !NUMBERS.includes(type))
      found.push(problem('kind.rule_number', at, { code: operand.of }));
  }
  if (condition.test === 'product' && parseDecimal(condition.tolerance) === null)
    found.push(problem('kind.number_form', at));
  return found;
}

/** Whether a fixed value is one that the thing it is compared with can have (money in fen). */
function fits(d: KindDefinition, code: string, type: OperandType, value: string): boolean {
  switch (type) {
    case 'money':
    case 'whole':
      return /^-?\d+$/.test(value);
    case 'decimal':
      return parseDecimal(value) !== null;
    case 'date':
      return parsePlainDate(value) !== null;
    case 'yes_no':
      return value === 'yes' || value === 'no';
    case 'choice':
      return d.fields.some((field) => field.code === code && field.choices.some((choice) => choice.code === value));
    default:
      return true;
  }
}

function checkEvidence(d: KindDefinition): Problem[] {
  return [
    ...twice(d.evidence, 'evidence'),
    ...d.evidence.flatMap((one, i) => [
      ...missing(one.name, `evidence.${i}.name`),
      ...(CODE.test(one.code) ? [] : [problem('kind.code_form', `evidence.${i}.code`)]),
      // `other` stands for files that meet no demand.
      ...(one.code === 'other' ? [problem('kind.code_reserved', `evidence.${i}.code`, { code: one.code })] : []),
    ]),
  ];
}

function checkOnce(d: KindDefinition): Problem[] {
  if (d.once === null) return [];
  const found = CODE.test(d.once.group) ? [] : [problem('kind.code_form', 'once.group')];
  if (d.once.key.length === 0) found.push(problem('kind.key_empty', 'once.key'));
  d.once.key.forEach((code, i) => {
    if (!isKeyPart(d, code)) found.push(problem('kind.unknown_part', `once.key.${i}`, { code }));
    if (d.once?.key.indexOf(code) !== i) found.push(problem('kind.code_twice', `once.key.${i}`, { code }));
  });
  return found;
}

/** A header of a sheet must lead to one column. */
function checkSynonyms(d: KindDefinition): Problem[] {
  const owner = new Map<string, string>();
  const columns = [
    ...d.measures.map((one, i) => ({ at: `measures.${i}`, words: [one.name.zh, one.name.en, ...one.synonyms] })),
    ...d.fields.map((one, i) => ({ at: `fields.${i}`, words: [one.name.zh, one.name.en, ...one.synonyms] })),
  ];
  return columns.flatMap(({ at, words }) =>
    [...new Set(words.map((word) => word.trim().toLowerCase()))].flatMap((word) => {
      const other = owner.get(word);
      if (other === undefined) owner.set(word, at);
      return other === undefined || word === '' ? [] : [problem('kind.synonym_twice', `${at}.synonyms`, { word })];
    }),
  );
}
