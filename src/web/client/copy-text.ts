/** Puts a text on the clipboard. Where the page came by plain http, as inside an office network, browsers keep the clipboard from it: then as if selected and copied. */
export async function copyText(text: string): Promise<void> {
  // Missing there, whatever the types say.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard !== undefined) return clipboard.writeText(text);
  const box = document.createElement('textarea');
  box.value = text;
  box.style.position = 'fixed';
  box.style.opacity = '0';
  // Inside an open dialog, which else takes the selection back.
  (document.activeElement?.parentElement ?? document.body).append(box);
  box.select();
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else copies there.
  document.execCommand('copy');
  box.remove();
}
