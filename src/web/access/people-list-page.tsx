/** stub */
export function PeopleListPage() {
  return null;
}
