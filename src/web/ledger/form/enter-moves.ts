import type { KeyboardEvent } from 'react';

/** What the keyboard can fill, in the order of the page. Switches beside a field are reached by Tab alone. */
const FIELDS =
  'input:not([type=hidden]):not([type=file]):not([disabled]):not([readonly]), input[role=combobox], textarea:not([disabled])';

/**
 * One way through a form by the keyboard: Enter goes to the next field, Ctrl+Enter sends. Enter keeps its own meaning in long texts,
 * on buttons and in an open list of choices; fields that use it themselves (roster) stop the event before it comes here.
 */
export function enterMoves(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
  const at = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault();
    at.closest('form')?.requestSubmit();
    return;
  }
  if (at.tagName !== 'INPUT' || at.getAttribute('aria-expanded') === 'true') return;
  event.preventDefault();
  nextField(event.currentTarget, at)?.focus();
}

function nextField(within: HTMLElement, at: HTMLElement): HTMLElement | undefined {
  const fields = [...within.querySelectorAll<HTMLElement>(FIELDS)].filter(
    (one) => one.tabIndex >= 0 && one.offsetParent !== null && !sameGroup(one, at),
  );
  return fields.find((one) => (at.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
}

/** Radios of one question are one field. */
function sameGroup(one: HTMLElement, at: HTMLElement): boolean {
  const name = one.getAttribute('name');
  return one.getAttribute('type') === 'radio' && name !== null && name === at.getAttribute('name') && one !== at;
}
