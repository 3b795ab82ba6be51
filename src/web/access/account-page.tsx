/** stub */
export function AccountPage() {
  return null;
}
