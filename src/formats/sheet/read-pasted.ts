import type { SheetRow } from '../../core/exchange/types.ts';
import type { Problem } from '../../core/kernel/problem.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { CsvRecords } from './csv-records.ts';
import { readHtml } from './read-html.ts';
import { storable } from './storable.ts';
import type { Workbook } from './types.ts';
import { sheetProblem, UnreadableSheet } from './unreadable-sheet.ts';

/**
 * Reads what was pasted from Excel or WPS: tab-separated text with quoted cells. Where the browser also gave HTML with a
 * table, that is taken, because it has the merged cells. `name` is what the paste is called in sentences.
 */
export function readPasted(pasted: { text?: string; html?: string }, name: string): Result<Workbook, Problem> {
  const html = storable(pasted.html ?? '');
  const text = storable(pasted.text ?? '');
  try {
    if (/<table[\s>]/i.test(html))
      return ok({ format: 'html', encoding: null, separator: null, sheets: readHtml(html, name) });
    const separator = text.includes('\t') || !text.includes(',') ? '\t' : ',';
    const rows = pastedRows(text, separator);
    if (rows.length === 0) throw new UnreadableSheet('sheet.empty');
    return ok({
      format: 'csv',
      encoding: null,
      separator,
      sheets: [{ index: 0, name, hidden: false, merges: [], hiddenColumns: [], rows }],
    });
  } catch (error) {
    return refused(sheetProblem(error, name));
  }
}

function pastedRows(text: string, separator: string): SheetRow[] {
  const records = new CsvRecords(separator);
  return [...records.push(text), ...records.end()];
}
