import type { Page } from 'playwright-core';

const FORM = 'c-implementation-request-form';

/** How many fields the form for a request leaves to a person: all but those ticked already. The links count as one. */
export async function fieldsLeft(page: Page): Promise<number> {
  const form = page.locator(FORM);
  const left = form.locator('c-record-field').filter({ hasNot: page.locator('input:checked') });
  return (await left.count()) + (await form.locator('c-request-link-rows').count());
}
