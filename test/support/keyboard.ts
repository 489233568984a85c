import type { Locator, Page } from 'playwright-core';

const FARTHEST = 80;

/** Presses Tab until the focus is on the target, as a person without a mouse would. Fails when it cannot be reached. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < FARTHEST; presses += 1) {
    if (await hasFocus(page, target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(target)} was not reached by ${FARTHEST} presses of Tab`);
}

export async function hasFocus(page: Page, target: Locator): Promise<boolean> {
  return (await target.and(page.locator(':focus')).count()) > 0;
}

/** Chooses an option of a combobox by arrow keys. */
export async function choose(page: Page, combobox: Locator, option: string): Promise<void> {
  await tabTo(page, combobox);
  await page.keyboard.press('Enter');
  await page.getByRole('option', { name: option, exact: true }).waitFor();
  for (let presses = 0; presses < FARTHEST; presses += 1) {
    if ((await activeOption(page, combobox)) === option) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The list has no option ${option}`);
}

async function activeOption(page: Page, combobox: Locator): Promise<string | undefined> {
  const id = await combobox.getAttribute('aria-activedescendant');
  return id === null ? undefined : (await page.locator(`[id="${id}"]`).innerText()).trim();
}
