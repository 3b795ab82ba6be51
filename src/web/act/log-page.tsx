/** stub */
export function LogPage() {
  return null;
}
