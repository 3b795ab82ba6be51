/** stub */
export function CountyPage() {
  return null;
}
