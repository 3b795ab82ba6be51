import { newId } from '../../src/acts/house.ts';
import { jobKinds } from '../../src/acts/job/job-kinds.ts';
import { workOnce } from '../../src/acts/job/run-jobs.ts';
import * as contract from '../../src/contract/import.ts';
import type { AnswerOf } from '../../src/contract/route.ts';
import type { Caller, TestHouse } from './house.ts';
import { done } from './world.ts';

/** An import as the API shows it. */
export type ImportShown = AnswerOf<typeof contract.readImport>;

/** A csv text of rows. */
export const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  rows
    .map((row) =>
      row.map((cell) => (/[",\n]/.test(String(cell)) ? `"${String(cell).replaceAll('"', '""')}"` : cell)).join(','),
    )
    .join('\r\n');

/** Brings a table in and gives its id. */
export async function bringSheet(
  by: Caller,
  file: { unitId: string; kind: string; name?: string; bytes: Buffer | string },
): Promise<string> {
  const id = newId();
  const bytes = Buffer.from(file.bytes);
  const fields = { id, unitId: file.unitId, kind: file.kind };
  await done(by.upload(contract.beginImport, file.name ?? '表.csv', bytes, fields));
  return id;
}

/** Works on every job that waits. */
export async function workOff(test: TestHouse): Promise<void> {
  const failed = (error: unknown) => {
    throw error;
  };
  while (await workOnce(test.house, jobKinds, { server: newId(), deadAfterMs: 60_000, failed }));
}

/** One import as it stands. */
export const shown = (by: Caller, id: string): Promise<ImportShown> =>
  done(by.call(contract.readImport, { params: { id } }));

/** Sets options, keeping the columns as found. */
export async function answer(by: Caller, id: string, options: Partial<ImportShown['options']>): Promise<ImportShown> {
  const now = await shown(by, id);
  const body = { sheet: now.sheet, mapping: null, options: { ...now.options, ...options } };
  await done(by.call(contract.mapImport, { params: { id }, body }));
  return shown(by, id);
}

/** Checks an import to the end. */
export async function check(test: TestHouse, by: Caller, id: string): Promise<ImportShown> {
  await done(by.call(contract.checkImport, { params: { id } }));
  await workOff(test);
  return shown(by, id);
}

/** Applies an import to the end. */
export async function apply(
  test: TestHouse,
  by: Caller,
  id: string,
  mode: 'all' | 'good' = 'good',
): Promise<ImportShown> {
  await done(by.call(contract.applyImport, { params: { id }, body: { mode } }));
  await workOff(test);
  return shown(by, id);
}

/** Rows that became no entries. */
export const rowsOf = async (by: Caller, id: string) =>
  (await done(by.call(contract.importRows, { params: { id }, query: { limit: '200' } }))).items;
