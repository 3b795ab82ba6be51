/** placeholder. */
export function NewKindPage() {
  return null;
}
/** placeholder. */
export function EditKindPage() {
  return null;
}
