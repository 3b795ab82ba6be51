/** stub */
export function DocumentListPage() {
  return null;
}
