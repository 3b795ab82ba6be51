/** stub */
export function PlaceListPage() {
  return null;
}
