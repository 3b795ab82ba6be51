import type { ExportFormat } from '../../core/ledger/export.ts';
import type { OutSheet } from '../../formats/sheet/types.ts';
import { writeRows } from '../../formats/sheet/write-rows.ts';

/** A table as a file that is written while it is taken. */
export interface TableFile {
  fileName: string;
  mediaType: string;
  bytes: AsyncGenerator<Uint8Array, void, undefined>;
  /** Lets go of what it reads from; to be called once nothing more is taken, in any case. */
  end: () => void;
}

const MEDIA_TYPE: Record<ExportFormat, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  csv_gb18030: 'text/csv; charset=gb18030',
};

/** Makes a file of one sheet: any list that is taken out. `name` without ending. A csv gets no title rows: programs read it. */
export function tableFile(format: ExportFormat, name: string, sheet: OutSheet, end: () => void): TableFile {
  const { titles: _, ...plain } = sheet;
  return {
    fileName: `${name}.${format === 'xlsx' ? 'xlsx' : 'csv'}`,
    mediaType: MEDIA_TYPE[format],
    end,
    bytes:
      format === 'xlsx'
        ? writeRows({ format, sheets: [sheet] })
        : writeRows({ format: 'csv', encoding: format === 'csv' ? 'utf-8' : 'gb18030', sheets: [plain] }),
  };
}

const LIMIT = 3;
let open = 0;

/** Whether one more file may be written now: each keeps a snapshot and a connection. Call the answer once it has ended; null: too many. */
export function takeTurn(): (() => void) | null {
  if (open >= LIMIT) return null;
  open += 1;
  let ended = false;
  return () => {
    if (!ended) open -= 1;
    ended = true;
  };
}
