/** How a table can be taken out: xlsx; csv in UTF-8; csv in GB18030, for older programs. */
export const EXPORT_FORMATS = ['xlsx', 'csv', 'csv_gb18030'] as const;
/** One of them. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The most entries of one export; a default of ours: a sheet holds 1 048 576 rows. */
export const MOST_EXPORTED = 1_000_000;
/** How long an export can be fetched after it was asked for, in milliseconds. */
export const EXPORT_LASTS_MS = 3_600_000;
