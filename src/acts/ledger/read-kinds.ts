import type { Actor } from '../../core/access/reach.ts';
import { dayOf } from '../../core/kernel/plain-date.ts';
import { problem, type Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { KindDefinition } from '../../core/ledger/kind.ts';
import { versionFor, versionsByKind } from '../../core/ledger/versions.ts';
import { findKind, listKindVersions, usedVersions } from '../../storage/ledger/kind.ts';
import { placeNames } from '../../storage/place/place-names.ts';
import type { House } from '../house.ts';
import { mayManageKinds } from './kinds.ts';

/** The kinds as they hold on a day in a place; with `all` those too that do not hold then, in their latest version. */
export async function readKinds(
  house: House,
  actor: Actor,
  ask: { on?: string | undefined; placeId?: string | undefined; all?: boolean | undefined },
) {
  const on = ask.on ?? dayOf(house.clock());
  const byCode = versionsByKind(await listKindVersions(house.app));
  const items = [...byCode.values()].flatMap((versions) => {
    const held = versionFor(versions, on, ask.placeId ?? null);
    const shown = held ?? (ask.all === true ? versions.at(-1) : undefined);
    return shown === undefined ? [] : [{ ...shown, versions: versions.length, holds: held !== null }];
  });
  return { items, can: { manage: mayManageKinds(actor) } };
}

/** One kind with all its versions, newest first. */
export async function readKind(house: House, actor: Actor, code: string): Promise<Result<object, Problem>> {
  const [kind, versions] = [await findKind(house.app, code), await listKindVersions(house.app, [code])];
  if (kind === null) return refused(problem('access.missing'));
  const used = await usedVersions(
    house.app,
    code,
    versions.map((one) => one.version),
  );
  const names = await placeNames(house.app, [...new Set(versions.flatMap((one) => one.placeIds))]);
  return ok({
    code,
    shipped: kind.shipped,
    current: versionFor(versions, dayOf(house.clock()), null)?.version ?? null,
    versions: versions.toReversed().map((one) => ({
      ...one,
      placeNames: one.placeIds.map((id) => names.get(id) ?? id),
      used: used.has(one.version),
    })),
    can: { manage: mayManageKinds(actor) },
  });
}

/** Newest definitions of the named kinds, of all where none are named; codes that are no kind are left out. */
export async function readKindsFile(
  house: House,
  codes: readonly string[] | null,
): Promise<{ format: 'bangfu-kinds'; formatVersion: 1; kinds: KindDefinition[] }> {
  const on = dayOf(house.clock());
  const byCode = versionsByKind(await listKindVersions(house.app, codes));
  const kinds = [...byCode.values()].flatMap((versions) => {
    const shown = versionFor(versions, on, null) ?? versions.at(-1);
    return shown === undefined ? [] : [shown.definition];
  });
  return { format: 'bangfu-kinds', formatVersion: 1, kinds };
}
