/** Largest document that is read, in bytes (30 MB); everybody who takes one in checks it before reading it whole. */
export const MAX_FILE_BYTES = 30 * 1024 * 1024;
