import { useMemo } from 'react';
import type { AnswerOf } from '../../../contract/route.ts';
import { kinds } from '../../../contract/kind.ts';
import { entries } from '../../../contract/ledger.ts';
import { useRead } from '../../client/use-read.ts';

/** A kind as it holds on the day and in the place that were asked for. */
export type KindNow = AnswerOf<typeof kinds>['items'][number];

/** So many of my entries say what I use most. */
const LOOKED_AT = 100;
const OFTEN = 6;

/** The kinds as they hold on a day in a place; null: today, everywhere. */
export function useKinds(on: string | null = null, placeId: string | null = null) {
  return useRead(
    kinds,
    { query: { ...(on === null ? {} : { on }), ...(placeId === null ? {} : { placeId }) } },
    { keep: true },
  );
}

/** Codes of the kinds that the person reported most of late, most used first. */
export function useOftenUsed(): readonly string[] {
  const { data } = useRead(entries, { query: { mine: 'true', limit: LOOKED_AT } });
  return useMemo(() => {
    const times = new Map<string, number>();
    for (const { kind } of data?.items ?? []) times.set(kind, (times.get(kind) ?? 0) + 1);
    return [...times]
      .sort((a, b) => b[1] - a[1])
      .slice(0, OFTEN)
      .map(([kind]) => kind);
  }, [data]);
}
