import { z } from 'zod';
import { MONEY_SCALES } from '../core/kernel/money.ts';
import { EXPORT_FORMATS } from '../core/ledger/export.ts';
import { entryFilter } from './ledger.ts';
import { actBody, dryRun, id, route } from './route.ts';

/** Asks for what a list shows, under the same filter, as a table. It stands in the log with the filter and how many entries it has. */
export const exportEntries = route({
  id: 'entry.export',
  method: 'POST',
  path: '/entries/export',
  access: 'ledger.read',
  query: z.object(dryRun),
  body: z.object({
    ...actBody,
    /** As in the list, in the same words. */
    filter: z.strictObject(entryFilter),
    format: z.enum(EXPORT_FORMATS),
    /** common: what all kinds have; kind: also every field of the one kind that the filter names. */
    columns: z.enum(['common', 'kind']),
    money: z.enum(MONEY_SCALES),
    lang: z.enum(['zh-CN', 'en']).default('zh-CN'),
  }),
  answer: z.object({
    /** To fetch the file by; for an hour, by the same person. */
    id,
    /** Entries that it has now. */
    rows: z.number().int(),
    /** The most that one export holds. */
    most: z.number().int(),
  }),
});
/** The table itself, written while it is fetched. Personal fields are masked and rosters left out. */
export const exportFile = route({
  id: 'entry.export_file',
  method: 'GET',
  path: '/entries/exports/:id',
  access: 'ledger.read',
  params: z.object({ id }),
  download: true,
  answer: z.object({}),
});
