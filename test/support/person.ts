import type { Page } from 'playwright-core';
import type { TestBrowser } from './browser.ts';
import type { Groundwork } from './start-groundwork.ts';

const UI_API = '/services/data/v66.0/ui-api/records';

/** What the UI API answered to a write. */
export interface Written {
  status: number;
  id: string;
  body: unknown;
}

/** One of the people at their browser. */
export interface Person {
  page: Page;
  /** What the console of the page complained of. */
  complaints: string[];
  /** Opens a record's page, at one of its tabs. */
  open(object: string, id: string, tab?: string): Promise<void>;
  /** Changes a record as this person, past the page. */
  change(id: string, fields: Record<string, unknown>): Promise<Written>;
}

/** Enters by the portal's own link. */
export async function enterAs(
  { ready }: Groundwork,
  browser: TestBrowser,
  alias: string,
  size?: { width: number; height: number },
): Promise<Person> {
  const { page, complaints } = await browser.open(size);
  await page.goto(
    `${ready.portal}/act-as/${alias}@groundwork.example?to=${encodeURIComponent('/lightning/page/home')}`,
  );
  const lightning = new URL(page.url()).origin;
  return {
    page,
    complaints,
    async open(object, id, tab) {
      await page.goto(`${lightning}/lightning/r/${object}/${id}/view`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      if (tab !== undefined) await page.getByRole('tab', { name: tab }).click();
    },
    async change(id, fields) {
      const [status, body] = await page.evaluate(
        async ([address, text]) => {
          const headers = { 'content-type': 'application/json' };
          const answer = await fetch(address, { method: 'PATCH', body: text, headers });
          return [answer.status, await answer.json()] as const;
        },
        [`${UI_API}/${id}`, JSON.stringify({ fields })] as const,
      );
      return { status, id, body };
    },
  };
}

/** By how many pixels the page can be scrolled sideways. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
