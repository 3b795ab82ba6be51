import { mayAnywhere, type Actor, type ActorPost } from '../../core/access/reach.ts';
import { roleMay } from '../../core/access/role.ts';
import { canonical } from '../../core/kernel/canonical.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused } from '../../core/kernel/result.ts';
import { checkKind } from '../../core/ledger/check-kind.ts';
import { compareKinds, type KindDifference } from '../../core/ledger/compare-kinds.ts';
import type { KindDefinition } from '../../core/ledger/kind.ts';
import { endedBy, versionsByKind, type Term } from '../../core/ledger/versions.ts';
import {
  endKindVersion,
  findKind,
  insertKind,
  insertKindVersion,
  listKindVersions,
  lockKinds,
  type KindVersionRow,
} from '../../storage/ledger/kind.ts';
import { placeNames } from '../../storage/place/place-names.ts';
import type { Act, ActContext } from '../run-act.ts';

/** For which days and places, and why. */
export interface VersionTerm extends Term {
  note: string | null;
}
/** A definition with its term. */
export interface VersionInput extends VersionTerm {
  definition: KindDefinition;
}
/** What was made, and which versions end for it. */
export interface VersionMade {
  code: string;
  version: number;
  ended: number[];
}
/** One line of an import. */
export interface ImportedKind {
  code: string;
  name: KindDefinition['name'];
  result: 'new' | 'changed' | 'same';
  version: number;
  differences: KindDifference[];
}

/**
 * The post by which the actor may change kinds for these places (none: everywhere); null: none. Kinds belong to no unit:
 * a scope on units does not narrow them, one on places does.
 */
export function postForKinds(actor: Actor, placeIds: readonly string[]): ActorPost | null {
  if (actor.limits !== null && !actor.limits.includes('kind.manage')) return null;
  const covers = (places: readonly string[] | null) =>
    places === null || (placeIds.length > 0 && placeIds.every((id) => places.some((above) => id.startsWith(above))));
  const may = actor.posts.filter((post) => roleMay(post.role, 'kind.manage'));
  return may.find((post) => post.pairs.some((pair) => covers(pair.places))) ?? null;
}

/** Whether the actor may change kinds anywhere: what screens draw buttons by. */
export const mayManageKinds = (actor: Actor): boolean => mayAnywhere(actor, 'kind.manage');

async function checkTerm(context: ActContext, term: Term): Promise<Problem[]> {
  const post = postForKinds(context.actor, term.placeIds);
  // Kinds are no secret: who may not change them is told so.
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

const under = (prefix: string, problems: readonly Problem[]): Problem[] =>
  problems.map((one) => ({ ...one, at: `${prefix}${one.at === undefined ? '' : `.${one.at}`}` }));

/** What a new version may not change, because roll-ups add up over versions. */
function checkAgainst(versions: readonly KindVersionRow[], next: KindDefinition): Problem[] {
  const unitOf = (d: KindDefinition) => d.measures.find((one) => one.measure === 'quantity')?.unit ?? null;
  const after = unitOf(next);
  const before = versions.map((one) => unitOf(one.definition)).find((unit) => unit !== null && unit !== after);
  if (after === null || before === undefined || before === null) return [];
  const index = next.measures.findIndex((one) => one.measure === 'quantity');
  return [problem('kind.unit_changed', `measures.${index}.unit`, { before, after })];
}

/** The version that a new one is compared with: the latest for the same places, else the latest of all. */
export function versionBefore<V extends KindVersionRow>(versions: readonly V[], term: Term): V | null {
  const same = (one: V) => canonical([...one.placeIds].sort()) === canonical([...term.placeIds].sort());
  return versions.findLast(same) ?? versions.at(-1) ?? null;
}

async function keep(
  context: ActContext,
  versions: readonly KindVersionRow[],
  input: VersionInput,
): Promise<VersionMade> {
  const version = 1 + Math.max(0, ...versions.map((one) => one.version));
  const ended = endedBy(versions, input);
  for (const one of ended) await endKindVersion(context.tx, input.definition.code, one.version, one.validTo);
  await insertKindVersion(context.tx, { ...input, version, now: context.now, recordedBy: context.actor.personId });
  return { code: input.definition.code, version, ended: ended.map((one) => one.version) };
}

const VIOLATIONS = { entry_kind_pkey: 'kind.exists', entry_kind_version_pkey: 'act.busy' } as const;

/** Adds a kind with its first version. */
export const addKind: Act<VersionInput, VersionMade> = {
  name: 'kind.add',
  violations: VIOLATIONS,
  async perform(context, input) {
    const problems = await checkTerm(context, input);
    if (problems.some((one) => one.code === 'access.forbidden')) return refused(...problems);
    await lockKinds(context.tx);
    const { code } = input.definition;
    problems.push(...under('definition', checkKind(input.definition)));
    if ((await findKind(context.tx, code)) !== null) problems.push(problem('kind.exists', 'definition.code', { code }));
    if (problems.length > 0) return refused(...problems);
    await insertKind(context.tx, code, false, null);
    const answer = await keep(context, [], input);
    return ok({ answer, subject: { kind: 'kind', id: code }, after: input, note: input.note });
  },
};

/** Adds a version to a kind. */
export const addKindVersion: Act<VersionInput & { code: string }, VersionMade & { differences: KindDifference[] }> = {
  name: 'kind.version',
  violations: VIOLATIONS,
  async perform(context, { code, ...input }) {
    const problems = await checkTerm(context, input);
    if (problems.some((one) => one.code === 'access.forbidden')) return refused(...problems);
    await lockKinds(context.tx);
    const versions = await listKindVersions(context.tx, [code]);
    if (versions.length === 0) return refused(problem('access.missing'));
    if (input.definition.code !== code) problems.push(problem('kind.code_differs', 'definition.code', { code }));
    problems.push(...under('definition', checkKind(input.definition)));
    problems.push(...under('definition', checkAgainst(versions, input.definition)));
    const before = versionBefore(versions, input);
    const differences = before === null ? [] : compareKinds(before.definition, input.definition);
    if (before !== null && sameVersion(before, input))
      problems.push(problem('kind.same', undefined, { version: before.version }));
    if (problems.length > 0) return refused(...problems);
    const made = await keep(context, versions, input);
    return ok({
      answer: { ...made, differences },
      subject: { kind: 'kind', id: code },
      before: before?.definition,
      after: input,
      note: input.note,
    });
  },
};

const sameVersion = (before: KindVersionRow, input: VersionInput): boolean =>
  canonical(before.definition) === canonical(input.definition) &&
  before.validFrom <= input.validFrom &&
  before.validTo === input.validTo &&
  canonical([...before.placeIds].sort()) === canonical([...input.placeIds].sort());

/** Takes kinds from a file: all or none. */
export const importKinds: Act<VersionTerm & { kinds: readonly KindDefinition[] }, { items: ImportedKind[] }> = {
  name: 'kind.import',
  violations: VIOLATIONS,
  async perform(context, { kinds, ...term }) {
    const problems = await checkTerm(context, term);
    if (problems.some((one) => one.code === 'access.forbidden')) return refused(...problems);
    await lockKinds(context.tx);
    const held = versionsByKind(await listKindVersions(context.tx));
    kinds.forEach((definition, i) => {
      problems.push(...under(`kinds.${i}`, checkKind(definition)));
      problems.push(...under(`kinds.${i}`, checkAgainst(held.get(definition.code) ?? [], definition)));
      if (kinds.findIndex((one) => one.code === definition.code) !== i)
        problems.push(problem('kind.code_twice', `kinds.${i}.code`, { code: definition.code }));
    });
    if (problems.length > 0) return refused(...problems);
    const items: ImportedKind[] = [];
    for (const definition of kinds)
      items.push(await importOne(context, held.get(definition.code) ?? [], { ...term, definition }));
    return ok({ answer: { items }, subject: null, after: { kinds, term }, note: term.note });
  },
};

async function importOne(
  context: ActContext,
  versions: readonly KindVersionRow[],
  input: VersionInput,
): Promise<ImportedKind> {
  const { code, name } = input.definition;
  const before = versionBefore(versions, input);
  if (before === null) {
    await insertKind(context.tx, code, false, null);
    const { version } = await keep(context, [], input);
    return { code, name, result: 'new', version, differences: [] };
  }
  const differences = compareKinds(before.definition, input.definition);
  if (differences.length === 0) return { code, name, result: 'same', version: before.version, differences };
  const { version } = await keep(context, versions, input);
  return { code, name, result: 'changed', version, differences };
}
