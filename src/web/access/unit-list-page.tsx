/** stub */
export function UnitListPage() {
  return null;
}
