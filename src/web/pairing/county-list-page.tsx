/** stub */
export function CountyListPage() {
  return null;
}
