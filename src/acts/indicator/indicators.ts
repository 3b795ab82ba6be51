import type { Actor, ActorPost } from '../../core/access/reach.ts';
import { roleMay } from '../../core/access/role.ts';
import { checkIndicator, type Kinds } from '../../core/indicator/check-indicator.ts';
import type { IndicatorDefinition } from '../../core/indicator/definition.ts';
import { canonical } from '../../core/kernel/canonical.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused } from '../../core/kernel/result.ts';
import { endedBy, versionsByKind, type Term } from '../../core/ledger/versions.ts';
import {
  endIndicatorVersion,
  insertIndicator,
  insertIndicatorVersion,
  listIndicatorVersions,
  lockIndicators,
  type IndicatorVersionRow,
} from '../../storage/indicator/indicator.ts';
import { listKindVersions } from '../../storage/ledger/kind.ts';
import { placeNames } from '../../storage/place/place-names.ts';
import type { Act, ActContext } from '../run-act.ts';

/** A definition with the days and places that it is to hold for. */
export interface VersionInput extends Term {
  definition: IndicatorDefinition;
  note: string | null;
}
/** What was made, and which versions end for it. */
export interface VersionMade {
  code: string;
  version: number;
  ended: number[];
}

/**
 * The post by which the actor may change indicators for these places (none: everywhere); null: none. Indicators belong to
 * no unit: a scope on units does not narrow them, one on places does.
 */
export function postForIndicators(actor: Actor, placeIds: readonly string[]): ActorPost | null {
  if (actor.limits !== null && !actor.limits.includes('indicator.manage')) return null;
  const covers = (places: readonly string[] | null) =>
    places === null || (placeIds.length > 0 && placeIds.every((id) => places.some((above) => id.startsWith(above))));
  const may = actor.posts.filter((post) => roleMay(post.role, 'indicator.manage'));
  return may.find((post) => post.pairs.some((pair) => covers(pair.places))) ?? null;
}

/** Everything against a term; who may not change indicators is told so, for they are no secret. */
async function checkTerm(context: ActContext, term: Term): Promise<Problem[]> {
  const post = postForIndicators(context.actor, term.placeIds);
  if (post === null) return [problem('access.forbidden')];
  context.post ??= post.id;
  const problems: Problem[] = [];
  if (term.validTo !== null && term.validTo < term.validFrom) problems.push(problem('input.dates_reversed', 'validTo'));
  const names = await placeNames(context.tx, term.placeIds);
  term.placeIds.forEach((id, i) => {
    if (!names.has(id)) problems.push(problem('place.unknown', `placeIds.${i}`, { place: id }));
  });
  return problems;
}

/** The newest definition of every kind: what formulas may speak of. */
async function kindsNow(context: ActContext): Promise<Kinds> {
  const versions = await listKindVersions(context.tx);
  return new Map(versions.map((one) => [one.code, one.definition]));
}

const under = (prefix: string, problems: readonly Problem[]): Problem[] =>
  problems.map((one) => ({ ...one, at: `${prefix}${one.at === undefined ? '' : `.${one.at}`}` }));

const samePlaces = (a: Term, b: Term): boolean =>
  canonical([...a.placeIds].sort()) === canonical([...b.placeIds].sort());

async function keep(
  context: ActContext,
  versions: readonly IndicatorVersionRow[],
  input: VersionInput,
): Promise<VersionMade> {
  const { code } = input.definition;
  if (versions.length === 0) await insertIndicator(context.tx, { code, shipped: false, position: null });
  const version = 1 + Math.max(0, ...versions.map((one) => one.version));
  const ended = endedBy(versions, input);
  for (const one of ended) await endIndicatorVersion(context.tx, code, one.version, one.validTo);
  await insertIndicatorVersion(context.tx, { ...input, version, now: context.now, recordedBy: context.actor.personId });
  return { code, version, ended: ended.map((one) => one.version) };
}

const VIOLATIONS = { indicator_pkey: 'act.busy', indicator_version_pkey: 'act.busy' } as const;

/** Adds a version of an indicator, or an indicator with its first version. */
export const addIndicatorVersion: Act<VersionInput, VersionMade> = {
  name: 'indicator.version',
  violations: VIOLATIONS,
  async perform(context, input) {
    const problems = await checkTerm(context, input);
    if (problems.some((one) => one.code === 'access.forbidden')) return refused(...problems);
    await lockIndicators(context.tx);
    const { code } = input.definition;
    const versions = await listIndicatorVersions(context.tx, [code]);
    problems.push(...under('definition', checkIndicator(input.definition, await kindsNow(context))));
    const before = versions.findLast((one) => samePlaces(one, input));
    if (
      before !== undefined &&
      canonical(before.definition) === canonical(input.definition) &&
      before.validTo === input.validTo
    )
      problems.push(problem('indicator.unchanged', undefined, { version: before.version }));
    if (problems.length > 0) return refused(...problems);
    const answer = await keep(context, versions, input);
    const subject = { kind: 'indicator', id: code };
    return ok({ answer, subject, before: before?.definition, after: input, note: input.note });
  },
};

/** One line of an import. */
export interface ImportedIndicator {
  code: string;
  result: 'new' | 'changed' | 'same';
  version: number;
}

/** Takes definitions from a file: all or none. */
export const importIndicators: Act<
  Term & { note: string | null; indicators: readonly IndicatorDefinition[] },
  { items: ImportedIndicator[] }
> = {
  name: 'indicator.import',
  violations: VIOLATIONS,
  async perform(context, { indicators, ...term }) {
    const problems = await checkTerm(context, term);
    if (problems.some((one) => one.code === 'access.forbidden')) return refused(...problems);
    await lockIndicators(context.tx);
    const kinds = await kindsNow(context);
    const held = versionsByKind(await listIndicatorVersions(context.tx));
    indicators.forEach((definition, i) => {
      problems.push(...under(`indicators.${i}`, checkIndicator(definition, kinds)));
      if (indicators.findIndex((one) => one.code === definition.code) !== i)
        problems.push(problem('indicator.code_twice', `indicators.${i}.code`, { code: definition.code }));
    });
    if (problems.length > 0) return refused(...problems);
    const items: ImportedIndicator[] = [];
    for (const definition of indicators) {
      const versions = held.get(definition.code) ?? [];
      const before = versions.findLast((one) => samePlaces(one, term));
      if (before !== undefined && canonical(before.definition) === canonical(definition)) {
        items.push({ code: definition.code, result: 'same', version: before.version });
        continue;
      }
      const { version } = await keep(context, versions, { ...term, definition });
      items.push({ code: definition.code, result: versions.length === 0 ? 'new' : 'changed', version });
    }
    return ok({ answer: { items }, subject: null, after: { indicators, term }, note: term.note });
  },
};
