/** A file's name for `filename*=UTF-8''…` in the form of RFC 8187, which leaves fewer characters as they are than addresses do. */
export function attachmentName(fileName: string): string {
  return encodeURIComponent(fileName).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
