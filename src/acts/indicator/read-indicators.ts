import { mayAnywhere, type Actor } from '../../core/access/reach.ts';
import type { Line } from '../../core/document/reading.ts';
import type { IndicatorDefinition } from '../../core/indicator/definition.ts';
import { dayOf } from '../../core/kernel/plain-date.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { versionFor } from '../../core/ledger/versions.ts';
import { findIndicator, listIndicatorVersions } from '../../storage/indicator/indicator.ts';
import { placeNames } from '../../storage/place/place-names.ts';
import type { House } from '../house.ts';
import { loadDefinitions } from './definitions.ts';

const canManage = (actor: Actor) => ({ manage: mayAnywhere(actor, 'indicator.manage') });

/** The indicators as they hold today everywhere; one that does not hold today as it was last. */
export async function readIndicators(house: House, actor: Actor, ask: { line?: Line | undefined }) {
  const today = dayOf(house.clock());
  const items = [...(await loadDefinitions(house)).values()].flatMap((versions) => {
    const shown = versionFor(versions, today, null) ?? versions.at(-1);
    const wanted = shown !== undefined && (ask.line === undefined || shown.definition.line === ask.line);
    return wanted ? [{ ...shown, versions: versions.length }] : [];
  });
  return { items, can: canManage(actor) };
}

/** One indicator with all its versions, newest first. */
export async function readIndicator(house: House, actor: Actor, code: string): Promise<Result<object, Problem>> {
  const found = await findIndicator(house.app, code);
  if (found === null) return refused(problem('access.missing'));
  const versions = await listIndicatorVersions(house.app, [code]);
  const names = await placeNames(
    house.app,
    versions.flatMap((one) => one.placeIds),
  );
  const shown = versions.map((one) => ({ ...one, placeNames: one.placeIds.map((id) => names.get(id) ?? id) }));
  const current = versionFor(versions, dayOf(house.clock()), null)?.version ?? null;
  return ok({ code, shipped: found.shipped, current, versions: shown.toReversed(), can: canManage(actor) });
}

/** The definitions that hold today, as a file. */
export async function readIndicatorsFile(
  house: House,
): Promise<{ format: 'bangfu-indicators'; formatVersion: 1; indicators: IndicatorDefinition[] }> {
  const today = dayOf(house.clock());
  const all = [...(await loadDefinitions(house)).values()];
  const indicators = all.flatMap(
    (versions) => (versionFor(versions, today, null) ?? versions.at(-1))?.definition ?? [],
  );
  return { format: 'bangfu-indicators', formatVersion: 1, indicators };
}
