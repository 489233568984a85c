import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What the base components make of themselves: a button in the tab of tabs without room, small buttons of calendars. */
const NOT_OURS = ['slds-tabs_default__overflow-button', 'title="Select a date for'];

/** What axe finds on the page against WCAG 2.2 AA in what is ours, each with where it is. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const faults = await axeFaults(page, { runOnly: { type: 'tag', values: WCAG } });
  // Selectors of axe do not see inside components, so it cannot leave any out.
  return faults.filter((fault) => !NOT_OURS.some((part) => fault.includes(part)));
}

/** What axe finds on the page by these options, each with where it is. */
export async function axeFaults(page: Page, options: RunOptions = {}): Promise<string[]> {
  await page.evaluate(axe.source);
  // Telling all that passes would take most of the time.
  const found = await page.evaluate(runAxe, {
    ...options,
    resultTypes: ['violations'] satisfies RunOptions['resultTypes'],
  });
  return found.map(({ rule, html }) => `${rule}: ${html}`);
}

/** Runs in the page. */
async function runAxe(options: RunOptions): Promise<{ rule: string; html: string }[]> {
  const page = globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } };
  const { violations } = await page.axe.run(options);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => ({ rule: id, html })));
}
