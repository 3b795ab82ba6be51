import type { Pool } from 'pg';
import { newId } from '../../src/acts/house.ts';
import * as imports from '../../src/contract/import.ts';
import type { Route } from '../../src/contract/route.ts';
import { ROWS } from './world.ts';
import type { Target, Write } from './writes.ts';

/** Every write of an import, each on a sheet of its own. */
export function importWrites(t: Target): Write[] {
  const write = (route: Route, id: string, body: object): Write => ({
    route,
    input: { params: { id }, body },
    by: 'officeA',
    needs: 'import',
  });
  const options = { moneyUnit: null, fixed: {}, asDrafts: false, readHidden: false, headerRows: null };
  const sheet = { unitId: t.parentId, kind: 'direct_input' };
  return [
    write(imports.beginImport, '', sheet),
    write(imports.pasteImport, '', { ...sheet, id: newId(), text: ROWS.replaceAll(',', '\t'), html: null }),
    write(imports.mapImport, t.importIds.map, { sheet: 0, mapping: null, options }),
    write(imports.checkImport, t.importIds.check, {}),
    write(imports.applyImport, t.importIds.apply, { mode: 'good' }),
    write(imports.cancelImport, t.importIds.cancel, {}),
  ];
}

/** Copies of a sheet that was read, so that each write has its own; one of them as if checked. */
export async function sheetsLike(owner: Pool, id: string): Promise<Target['importIds']> {
  const counts = {
    rowsIn: 2,
    accepted: 1,
    refused: 0,
    ignored: 1,
    ignoredBecause: { header: 1 },
    sums: null,
    applied: 0,
  };
  const copy = async (checked: boolean) => {
    const made = newId();
    await owner.query(
      `insert into sheet_import (id, unit_id, kind, state, file_name, format, digest, size, sheets, sheet, head, mapping, options, counts, made_by, made_at, changed_at)
       select $2, unit_id, kind, case when $3 then 'checked' else 'read' end, file_name, format, digest, size, sheets, sheet, head, mapping, options,
         case when $3 then $4::jsonb end, made_by, made_at, changed_at from sheet_import where id = $1`,
      [id, made, checked, JSON.stringify(counts)],
    );
    return made;
  };
  return { map: await copy(false), check: await copy(false), cancel: await copy(false), apply: await copy(true) };
}
