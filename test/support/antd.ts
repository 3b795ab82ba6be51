import type { Locator, Page } from 'playwright-core';

/** Chooses in a box that searches as one types: opens it by its label, types, takes the option that reads so. */
export async function choose(page: Page, label: string, typed: string, option: string): Promise<void> {
  const field = fieldOf(page, label);
  await field.locator('input').first().click();
  await page.keyboard.type(typed);
  const offered = page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
    .locator('.ant-select-item-option, .ant-select-tree-title')
    .filter({ hasText: option })
    .first();
  const taken = () =>
    field
      .filter({ hasText: option })
      .waitFor({ timeout: 10_000 })
      .then(
        () => true,
        () => false,
      );
  await offered.click();
  if (await taken()) return;
  // On a slow machine the list may be drawn anew between press and release, which makes no click: once more, as a person would.
  await offered.click();
  if (!(await taken())) throw new Error(`${label}: ${option} was clicked but not taken`);
}

/** Says yes in the dialog that asks once; once more where the first press fell between two drawings and was none. */
export async function sayYes(page: Page, name: string): Promise<void> {
  const dialog = page.locator('.ant-modal-confirm');
  const yes = dialog.getByRole('button', { name, exact: true });
  await yes.click();
  const gone = () => dialog.waitFor({ state: 'detached', timeout: 10_000 });
  await gone().catch(async () => {
    // What is being worked on ignores it.
    await yes.click();
    await gone();
  });
}

/** Types a day, month or year and leaves the box with Enter, as a person at the keyboard does. */
export async function typeDay(page: Page, label: string, text: string): Promise<void> {
  const input = fieldOf(page, label).locator('input').first();
  await input.click();
  await input.fill(text);
  await input.press('Enter');
}

/** The box of a field, to be filled. */
export function fillIn(page: Page, label: string): Locator {
  return fieldOf(page, label).locator('input, textarea').first();
}

/** The field of a form by its label, with what is said below it. */
function fieldOf(page: Page, label: string): Locator {
  return page
    .locator('.ant-form-item')
    .filter({ has: page.locator('label', { hasText: new RegExp(`^${label}(（.*）)?$`) }) });
}

/** What a form complains of, by the label of the field. */
export async function complaints(page: Page): Promise<Record<string, string>> {
  const fields = await page.locator('.ant-form-item-has-error').evaluateAll((items) =>
    items.map((item) => [
      // Optional fields carry a note in the label: the name alone counts.
      item.querySelector('label')?.firstChild?.textContent ?? '',
      item.querySelector('.ant-form-item-explain-error')?.textContent ?? '',
    ]),
  );
  return Object.fromEntries(fields) as Record<string, string>;
}
