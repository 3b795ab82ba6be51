/** Largest workbook (xlsx, xls) that is opened, in bytes; a csv stream has no such limit. */
export const MAX_WORKBOOK_BYTES = 100 * 1024 * 1024;
/** Largest page with a table that is opened, in bytes: a page is read at one go, and takes fifteen times its size while it is. */
export const MAX_PAGE_BYTES = 16 * 1024 * 1024;
/** Most that one part of a workbook may unpack to, in bytes. */
export const MAX_PART_BYTES = 2 * 1024 * 1024 * 1024;
/** Most that all parts of a workbook may unpack to together, in bytes. */
export const MAX_UNPACKED_BYTES = 6 * 1024 * 1024 * 1024;
/** Most that a part held in memory (shared strings, styles) may unpack to, in bytes. */
export const MAX_HELD_BYTES = 256 * 1024 * 1024;
/** Most cells that `readWorkbook` holds at once. */
export const MAX_CELLS = 8_000_000;
/** Longest record of a csv and longest row of a workbook, in characters of its text. */
export const MAX_ROW_CHARS = 4_000_000;
/** Rows and columns of a sheet, by the format. */
export const MAX_ROWS = 1_048_576;
/** Columns of a sheet, by the format. */
export const MAX_COLUMNS = 16_384;
