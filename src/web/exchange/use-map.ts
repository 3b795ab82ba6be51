import { mapImport } from '../../contract/import.ts';
import { useAct } from '../client/use-act.ts';
import type { ImportShown } from './import-page.tsx';

/** What can be said anew of how a sheet is read; left out: as it is. */
interface Said {
  sheet?: number;
  /** null: as the reader finds it. */
  mapping?: { column: number; code: string }[] | null;
  options?: Partial<ImportShown['options']>;
}

/** Says anew how the sheet is read; everything else stays. */
export function useMap(one: ImportShown): { say: (said: Said) => void; error: Error | null; busy: boolean } {
  const act = useAct(mapImport);
  const now = one.columns.flatMap(({ column, code }) => (code === null ? [] : [{ column, code }]));
  const say = ({ sheet, mapping, options }: Said) =>
    act.mutate({
      params: { id: one.id },
      body: {
        sheet: sheet ?? one.sheet,
        mapping: mapping === undefined ? now : mapping,
        options: { ...one.options, ...options },
      },
    });
  return { say, error: act.error, busy: act.isPending };
}
