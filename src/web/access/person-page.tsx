/** stub */
export function PersonPage() {
  return null;
}
