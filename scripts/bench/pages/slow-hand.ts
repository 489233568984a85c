import type { Locator, Page } from 'playwright-core';
import { fieldsLeft } from '../../../test/support/filing.ts';

/** How long somebody takes who does this for the first time: to read one thing, and to find the next key. */
const READ_MS = 2000;
const KEY_MS = 200;

export interface SlowHand {
  /** From the panel on the screen to the new status, with every field read and all those left filled in. */
  seconds: number;
  /** The most fields that the form left to fill in, once each answer had brought up what it asks for. */
  fieldsLeft: number;
}

/** Files the request that an assessment recommends, on the open page of its Opportunity, as a first-time user does. */
export async function fileBySlowHand(page: Page): Promise<SlowHand> {
  const read = (): Promise<void> => page.waitForTimeout(READ_MS);
  const click = async (target: Locator): Promise<void> => {
    await read();
    await target.click();
  };
  const type = async (target: Locator, text: string): Promise<void> => {
    await click(target);
    await target.pressSequentially(text, { delay: KEY_MS });
    // What is entered may bring up another field as soon as this one is left.
    await target.press('Tab');
  };
  const field = (role: 'combobox' | 'textbox', name: string): Locator => page.getByRole(role, { name, exact: true });

  const ask = page.getByRole('button', { name: 'Request implementation' });
  await ask.waitFor();
  const from = performance.now();
  await click(ask);
  await page.getByRole('group', { name: 'Reasons for IE' }).waitFor();
  await read();
  await click(field('combobox', 'Technical Design'));
  await click(page.getByRole('option', { name: 'Not started', exact: true }));
  await type(field('textbox', 'Technical Design Expected On'), 'Feb 15, 2027');
  await type(field('textbox', 'Required Go-Live'), 'Jun 30, 2027');
  await type(field('textbox', 'Why by Then'), 'Their data centre closes.');
  await type(field('textbox', 'Additional Information'), 'Two regions, one after the other.');
  await click(page.getByRole('button', { name: 'Add a link' }));
  await type(field('textbox', 'URL'), 'https://docs.example.com/design');
  const left = await fieldsLeft(page);
  await click(page.getByRole('button', { name: 'Submit' }));
  await page.getByText('Submitted', { exact: true }).waitFor();
  return { seconds: Math.round((performance.now() - from) / 100) / 10, fieldsLeft: left };
}
