import { apiEn } from './en/api.ts';
import { bringEn } from './en/bring.ts';
import { commonEn } from './en/common.ts';
import { countyEn } from './en/county.ts';
import { documentEn } from './en/document.ts';
import { definitionEn } from './en/definition.ts';
import { meetingEn } from './en/meeting.ts';
import { planEn } from './en/plan.ts';
import { evidenceEn } from './en/evidence.ts';
import { exportsEn } from './en/export.ts';
import { periodEn } from './en/period.ts';
import { bulkEn } from './en/bulk.ts';
import { suspectEn } from './en/suspect.ts';
import { factEn } from './en/fact.ts';
import { figureEn } from './en/figure.ts';
import { indicatorEn } from './en/indicator.ts';
import { homeEn } from './en/home.ts';
import { importsEn } from './en/imports.ts';
import { kindEn } from './en/kind.ts';
import { ledgerEn } from './en/ledger.ts';
import { ledgerFormEn } from './en/ledger-form.ts';
import { logEn } from './en/log.ts';
import { peopleEn } from './en/people.ts';
import { placeEn } from './en/place.ts';
import { problemEn } from './en/problem.ts';
import { readingEn } from './en/reading.ts';
import { sessionEn } from './en/session.ts';
import { shellEn } from './en/shell.ts';
import { measureUnitEn } from './en/measure-unit.ts';
import { termEn } from './en/term.ts';
import { unitEn } from './en/unit.ts';
import { apiZh } from './zh-CN/api.ts';
import { bringZh } from './zh-CN/bring.ts';
import { commonZh } from './zh-CN/common.ts';
import { countyZh } from './zh-CN/county.ts';
import { documentZh } from './zh-CN/document.ts';
import { definitionZh } from './zh-CN/definition.ts';
import { meetingZh } from './zh-CN/meeting.ts';
import { planZh } from './zh-CN/plan.ts';
import { evidenceZh } from './zh-CN/evidence.ts';
import { exportsZh } from './zh-CN/export.ts';
import { periodZh } from './zh-CN/period.ts';
import { bulkZh } from './zh-CN/bulk.ts';
import { suspectZh } from './zh-CN/suspect.ts';
import { factZh } from './zh-CN/fact.ts';
import { figureZh } from './zh-CN/figure.ts';
import { indicatorZh } from './zh-CN/indicator.ts';
import { homeZh } from './zh-CN/home.ts';
import { importsZh } from './zh-CN/imports.ts';
import { kindZh } from './zh-CN/kind.ts';
import { ledgerZh } from './zh-CN/ledger.ts';
import { ledgerFormZh } from './zh-CN/ledger-form.ts';
import { logZh } from './zh-CN/log.ts';
import { peopleZh } from './zh-CN/people.ts';
import { placeZh } from './zh-CN/place.ts';
import { problemZh } from './zh-CN/problem.ts';
import { readingZh } from './zh-CN/reading.ts';
import { sessionZh } from './zh-CN/session.ts';
import { shellZh } from './zh-CN/shell.ts';
import { measureUnitZh } from './zh-CN/measure-unit.ts';
import { termZh } from './zh-CN/term.ts';
import { unitZh } from './zh-CN/unit.ts';

const zh = {
  common: commonZh,
  measureUnit: measureUnitZh,
  term: termZh,
  api: apiZh,
  shell: shellZh,
  session: sessionZh,
  home: homeZh,
  county: countyZh,
  unit: unitZh,
  people: peopleZh,
  place: placeZh,
  log: logZh,
  imports: importsZh,
  document: { ...documentZh, ...bringZh },
  reading: readingZh,
  meeting: meetingZh,
  plan: planZh,
  fact: factZh,
  definition: definitionZh,
  kind: kindZh,
  suspect: suspectZh,
  bulk: bulkZh,
  period: periodZh,
  exports: exportsZh,
  ledger: { ...ledgerZh, ...ledgerFormZh },
  figure: figureZh,
  indicator: indicatorZh,
  evidence: evidenceZh,
  problem: problemZh,
};

/** All sentences of one language; Chinese is the source of the shape. */
export type Words = typeof zh;

const en: Words = {
  common: commonEn,
  measureUnit: measureUnitEn,
  term: termEn,
  api: apiEn,
  shell: shellEn,
  session: sessionEn,
  home: homeEn,
  county: countyEn,
  unit: unitEn,
  people: peopleEn,
  place: placeEn,
  log: logEn,
  imports: importsEn,
  document: { ...documentEn, ...bringEn },
  reading: readingEn,
  meeting: meetingEn,
  plan: planEn,
  fact: factEn,
  definition: definitionEn,
  kind: kindEn,
  suspect: suspectEn,
  bulk: bulkEn,
  period: periodEn,
  exports: exportsEn,
  ledger: { ...ledgerEn, ...ledgerFormEn },
  figure: figureEn,
  indicator: indicatorEn,
  evidence: evidenceEn,
  problem: problemEn,
};

/** The words of each language. */
export const words = { 'zh-CN': zh, en } as const;
/** A language that the product speaks. */
export type Language = keyof typeof words;

/** A text of a definition in a language. */
export const textIn = (text: { zh: string; en: string }, language: Language): string =>
  language === 'en' ? text.en : text.zh;

/**
 * Fills a sentence: `{name}` by the parameter, `{count|task|tasks}` by its first form when the parameter is 1, else by its second.
 * What has no parameter stays as it is written.
 */
export function fill(sentence: string, params: Readonly<Record<string, string | number>> = {}): string {
  return sentence.replace(
    /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      const value = params[name];
      if (value === undefined) return whole;
      return one === undefined ? String(value) : String(value) === '1' ? one : (many ?? '');
    },
  );
}
