/** stub */
export function UnitPage() {
  return null;
}
