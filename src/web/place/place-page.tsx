/** stub */
export function PlacePage() {
  return null;
}
