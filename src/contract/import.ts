import { z } from 'zod';
import { kindCode } from './ledger.ts';
import { actBody, id, instant, listOf, paging, placeId, refusal, route } from './route.ts';

const problems = refusal.shape.problems;
const lang = z.enum(['zh-CN', 'en']).optional();
/** Where an import stands. */
export const importState = z.enum(['read', 'checking', 'checked', 'applying', 'done', 'cancelled']);
const moneyUnit = z.enum(['元', '千元', '万元', '百万元', '亿元']);
/** What is said about a sheet besides its columns. */
export const importOptions = z.object({
  /** Unit of amounts where neither cell, header nor title states one. */
  moneyUnit: moneyUnit.nullable(),
  /** What holds for all rows where the sheet has no column for it: text by the code of the column, as it would stand in a cell. */
  fixed: z.record(kindCode, z.string().trim().max(500, { message: 'input.too_long' })),
  /** All rows come in as drafts. */
  asDrafts: z.boolean(),
  readHidden: z.boolean(),
  /** First and last header row, from 1; null: as found. */
  headerRows: z.tuple([z.number().int().min(1).max(100), z.number().int().min(1).max(100)]).nullable(),
});
/** What became of the rows: rowsIn = accepted + refused + ignored, always. Money in fen. */
export const importCounts = z.object({
  rowsIn: z.number().int(),
  accepted: z.number().int(),
  refused: z.number().int(),
  ignored: z.number().int(),
  /** By reason: blank, title, header, repeated_header, other_header, total, note, example, hidden, column_numbers, there, twin. */
  ignoredBecause: z.record(z.string(), z.number().int()),
  sums: z
    .object({
      drafts: z.number().int(),
      amountFen: z.string().nullable(),
      quantity: z.string().nullable(),
      people: z.string().nullable(),
      personTimes: z.string().nullable(),
      counties: z.number().int(),
      firstOn: z.string().nullable(),
      lastOn: z.string().nullable(),
    })
    .nullable(),
  /** Of the accepted rows those that are entries now. */
  applied: z.number().int(),
});
/** An import in the list. */
export const importLine = z.object({
  id,
  unitId: id,
  unitName: z.string(),
  kind: kindCode,
  kindName: z.object({ zh: z.string(), en: z.string() }),
  state: importState,
  fileName: z.string(),
  format: z.enum(['xlsx', 'xls', 'csv', 'html', 'paste']),
  size: z.number(),
  sheet: z.number().int(),
  sheetName: z.string(),
  counts: importCounts.nullable(),
  problem: problems.element.nullable(),
  jobId: id.nullable(),
  madeBy: z.string(),
  madeAt: instant,
  endedAt: instant.nullable(),
});
/** The imports within reach, newest first. */
export const imports = route({
  id: 'import.list',
  method: 'GET',
  path: '/imports',
  access: 'ledger.report',
  query: z.object({ kind: kindCode.optional(), ...paging }),
  answer: listOf(importLine),
});

const rowProblem = z.object({
  /** Column from 0; null: the whole row. */
  column: z.number().int().nullable(),
  code: problems.element.shape.code,
  params: problems.element.shape.params,
});
/** A row of the preview: what stands there and what it would be read as. */
const previewRow = z.object({
  row: z.number().int(),
  cells: z.array(z.string()),
  /** Why it is no data; null: it is. */
  because: z.string().nullable(),
  /** By code of the column, normalised: dates, fen, codes of choices, ids of units and counties. */
  values: z.record(z.string(), z.string()).nullable(),
  problems: z.array(rowProblem),
});
/** One import: how the sheet is read, its first rows, what is open, what became of the rows. */
export const readImport = route({
  id: 'import.read',
  method: 'GET',
  path: '/imports/:id',
  access: 'ledger.report',
  params: z.object({ id }),
  answer: importLine.extend({
    sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })),
    headerRows: z.array(z.number().int()),
    /** How sure the header is; null: none was found. */
    headerCertainty: z.enum(['clear', 'guessed']).nullable(),
    titleUnit: z.string().nullable(),
    columns: z.array(
      z.object({
        column: z.number().int(),
        name: z.string(),
        unit: z.string().nullable(),
        hidden: z.boolean(),
        /** What it is taken for; null: not wanted. */
        code: z.string().nullable(),
        certainty: z.enum(['remembered', 'exact', 'synonym', 'leaf', 'similar']).nullable(),
        /** The column with the same header that is read in its place; null: none. */
        sameAs: z.number().int().nullable(),
      }),
    ),
    /** What a sheet of the kind can have. */
    wanted: z.array(
      z.object({ code: z.string(), name: z.object({ zh: z.string(), en: z.string() }), required: z.boolean() }),
    ),
    options: importOptions,
    /** What has to be answered before rows can be checked; `at` is the code of a column. */
    open: problems,
    preview: z.array(previewRow),
    names: z.record(z.string(), z.string()),
    /** Rows come in as drafts because the kind demands files or a roster. */
    followsUp: z.boolean(),
    /** Other imports of the same bytes that were not given up, those first that came in; `applied`: rows of it that became entries. */
    sameFile: z.array(
      z.object({ id, fileName: z.string(), madeAt: instant, state: importState, applied: z.number().int() }),
    ),
    can: z.object({
      map: z.boolean(),
      check: z.boolean(),
      apply: z.boolean(),
      cancel: z.boolean(),
      refused: z.boolean(),
    }),
  }),
});
/** Rows that did not become entries, by row. */
export const importRows = route({
  id: 'import.rows',
  method: 'GET',
  path: '/imports/:id/rows',
  access: 'ledger.report',
  params: z.object({ id }),
  query: z.object({ fate: z.enum(['refused', 'ignored']).optional(), lang, ...paging }),
  answer: listOf(
    z.object({
      row: z.number().int(),
      fate: z.enum(['refused', 'ignored']),
      because: z.string().nullable(),
      /** The row above that says the same. */
      otherRow: z.number().int().nullable(),
      /** The entry that is there already; null: none, or out of reach. */
      entry: z.object({ id, countyId: placeId, number: z.string().nullable() }).nullable(),
      problems: z.array(
        rowProblem.extend({
          /** The cell as a spreadsheet names it (D14) and its header; null: the whole row. */
          cell: z.string().nullable(),
          header: z.string().nullable(),
          /** Reason and way out, in the language asked for. */
          message: z.string(),
        }),
      ),
    }),
  ),
});

const written = { method: 'POST', access: 'ledger.report', params: z.object({ id }) } as const;
/** Brings a table in. Fields: `actId`, `unitId`, `kind`, `id`, `file`. Nothing becomes an entry yet. */
export const beginImport = route({
  id: 'import.begin',
  method: 'POST',
  path: '/imports',
  access: 'ledger.report',
  body: z.object({ ...actBody, id, unitId: id, kind: kindCode, file: z.unknown() }),
  upload: 'multipart',
  answer: z.object({ id }),
});
/** Brings in what was pasted from a spreadsheet. */
export const pasteImport = route({
  id: 'import.paste',
  method: 'POST',
  path: '/imports/paste',
  access: 'ledger.report',
  body: z.object({
    ...actBody,
    id,
    unitId: id,
    kind: kindCode,
    text: z.string().max(4_000_000, { message: 'file.too_large' }),
    html: z.string().max(4_000_000, { message: 'file.too_large' }).nullable(),
  }),
  answer: z.object({ id }),
});
/** Says how the sheet is read. `mapping` null: as found, for another sheet or header. What was checked before no longer holds. */
export const mapImport = route({
  id: 'import.map',
  path: '/imports/:id/map',
  ...written,
  body: z.object({
    ...actBody,
    sheet: z.number().int().min(0).max(1000),
    mapping: z
      .array(z.object({ column: z.number().int().min(0).max(16_384), code: kindCode }))
      .max(200)
      .nullable(),
    options: importOptions,
  }),
  answer: z.object({ id }),
});
/** Checks every row; writes no entry. */
export const checkImport = route({
  id: 'import.check',
  path: '/imports/:id/check',
  ...written,
  body: z.object({ ...actBody }),
  answer: z.object({ id, jobId: id }),
});
/** Makes entries of the good rows; with `all`, only where no row is refused, and in one transaction. */
export const applyImport = route({
  id: 'import.apply',
  path: '/imports/:id/apply',
  ...written,
  body: z.object({ ...actBody, mode: z.enum(['all', 'good']) }),
  answer: z.object({ id, jobId: id }),
});
/** Gives an import up; what had come in is withdrawn. */
export const cancelImport = route({
  id: 'import.cancel',
  path: '/imports/:id/cancel',
  ...written,
  body: z.object({ ...actBody }),
  answer: z.object({ id }),
});
/** The refused rows in the user's own workbook, marked, with the reasons as comments; a download. */
export const refusedFile = route({
  id: 'import.refused',
  method: 'GET',
  path: '/imports/:id/refused',
  access: 'ledger.report',
  params: z.object({ id }),
  query: z.object({ lang }),
  download: true,
  answer: z.unknown(),
});
/** The sheet to fill in for a kind; a download. */
export const templateFile = route({
  id: 'template.file',
  method: 'GET',
  path: '/kinds/:code/template',
  access: 'ledger.report',
  params: z.object({ code: kindCode }),
  query: z.object({ lang }),
  download: true,
  answer: z.unknown(),
});
