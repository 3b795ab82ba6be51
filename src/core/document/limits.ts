/** Largest document that is read, in bytes (30 MB); everybody who takes one in checks it before reading it whole. */
export const MAX_FILE_BYTES = 30 * 1024 * 1024;

/** Parameters of a file's problem as its sentence shows them: the file's name, and sizes in KB or MB. */
export function fileParams(params: object, file: string): Record<string, string | number> {
  const shown = Object.entries(params as Record<string, string | number | undefined>).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const bytes = (key === 'bytes' || key === 'limit') && typeof value === 'number';
    return [[key, bytes ? sizeText(value) : value] as const];
  });
  return { ...Object.fromEntries(shown), file };
}

/** A size as people say it; rounded up, so that what is over a limit never looks like the limit. */
function sizeText(bytes: number): string {
  const unit = bytes < 1024 * 1024 ? 1024 : 1024 * 1024;
  return `${Math.ceil(bytes / unit)} ${unit === 1024 ? 'KB' : 'MB'}`;
}
