import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { startBrowser, type TestBrowser } from '../../test/support/browser.ts';
import { startGroundwork, type Groundwork } from '../../test/support/start-groundwork.ts';
import { createAssessedDeals } from './pages/assessed-deals.ts';
import { processorTimeOfPages } from './pages/processor-time.ts';
import { fileBySlowHand, type SlowHand } from './pages/slow-hand.ts';

const STOPWATCH = { path: fileURLToPath(new URL('./pages/stopwatch.js', import.meta.url)) };
const ENGINEER = 'chen@groundwork.example';
const FILINGS = 15;
const PAINTS = 7;
const PANEL = 'c-implementation-request-panel [data-start]';
const STATUS = 'c-implementation-request-panel c-implementation-request-card lightning-badge';
/** What the panel asks the UI API for; the rest of the page is the platform's. */
const FOR_PANEL =
  /object-info\/(batch\/)?(Implementation_Request|Strategy_Assessment)__c|Current_Assessment__r|Implementation_Requests__r/;

interface Times {
  medianMs: number;
  fastestMs: number;
}

export interface PagesBench {
  /** From the navigation to the panel's first content: with nothing kept, with files kept, and from within the app. */
  panelFirstPaint: { cold: Times; reload: Times & { processorMs: number }; withinTheApp: Times };
  panelUiApiRequests: number;
  /** Files of the app that a reload asks the browser's cache for. */
  filesOfTheApp: number;
  /** From the click on Submit to the new status on the screen. */
  submitToStatus: Times & { filings: number };
  firstTimeUser: SlowHand;
}

/** The panel on the Opportunity and the filing of a request in the browser, with everything that `npm start` runs. */
export async function benchPages(): Promise<PagesBench> {
  await using groundwork = await startGroundwork();
  await using browser = await startBrowser();
  const deals = await createAssessedDeals(groundwork.ready, ENGINEER, FILINGS + 1);
  const addresses = deals.map((deal) => `${groundwork.ready.salesforce.url}/lightning/r/Opportunity/${deal}/view`);
  const [address = '', ...others] = addresses;

  const cold: number[] = [];
  for (let round = 0; round < PAINTS; round += 1) {
    const { page, context } = await enter(groundwork, browser, '/lightning/_assets/page.css');
    cold.push(await firstPaint(page, () => page.goto(address)));
    await context.close();
  }

  const { page } = await enter(groundwork, browser, '/lightning/page/home');
  await firstPaint(page, () => page.goto(address));
  const reload: number[] = [];
  const before = await processorTimeOfPages(page);
  for (let round = 0; round < PAINTS; round += 1) reload.push(await firstPaint(page, () => page.reload()));
  const processorMs = Math.round(((await processorTimeOfPages(page)) - before) / PAINTS);
  const asked: string[] = [];
  const note = (request: { url(): string; postData(): string | null }): void => {
    asked.push(`${request.url()} ${request.postData() ?? ''}`);
  };
  page.on('request', note);
  await firstPaint(page, () => page.reload());
  page.off('request', note);

  const withinTheApp = times(await openWithin(page));
  const firstTimeUser = await fileBySlowHand(page);
  return {
    panelFirstPaint: { cold: times(cold), reload: { ...times(reload), processorMs }, withinTheApp },
    panelUiApiRequests: asked.filter((request) => FOR_PANEL.test(request)).length,
    filesOfTheApp: asked.filter((request) => request.includes('/_assets/app/')).length,
    submitToStatus: { ...times(await file(page, others)), filings: others.length },
    firstTimeUser,
  };
}

async function enter(
  { ready }: Groundwork,
  browser: TestBrowser,
  path: string,
): Promise<{ page: Page; context: BrowserContext }> {
  const { page, context } = await browser.open();
  await context.addInitScript(STOPWATCH);
  await page.goto(`${ready.portal}/act-as/${ENGINEER}?to=${encodeURIComponent(path)}`);
  return { page, context };
}

async function firstPaint(page: Page, open: () => Promise<unknown>): Promise<number> {
  await open();
  const at = await page.evaluate<number>(`stopwatch.seen('${PANEL}')`);
  await page.waitForLoadState('networkidle');
  return at;
}

/** Leaves the page of the deal by a link, and comes back to it. */
async function openWithin(page: Page): Promise<number[]> {
  const paints: number[] = [];
  for (let round = 0; round < PAINTS; round += 1) {
    await page.getByRole('link', { name: 'Home', exact: true }).click();
    await page.waitForURL('**/lightning/page/home');
    await page.locator('shell-home-page h1').waitFor({ state: 'attached' });
    // What home still asks for would be in the way of what is measured.
    await page.waitForLoadState('networkidle');
    const paint = page.evaluate<number>(
      `(async () => { const from = performance.now(); history.back(); return (await stopwatch.seen('${PANEL}')) - from; })()`,
    );
    paints.push(await paint);
  }
  return paints;
}

async function file(page: Page, addresses: readonly string[]): Promise<number[]> {
  const all: number[] = [];
  for (const address of addresses) {
    await page.goto(address);
    await page.getByRole('button', { name: 'Request implementation' }).click();
    await page.getByRole('combobox', { name: 'Technical Design' }).click();
    await page.getByRole('option', { name: 'Not started', exact: true }).click();
    const measured = page.evaluate<number>(`stopwatch.fromClickTo('${STATUS}')`);
    await page.getByRole('button', { name: 'Submit' }).click();
    all.push(await measured);
    await page.getByText('Submitted', { exact: true }).waitFor();
  }
  return all;
}

function times(all: readonly number[]): Times {
  const sorted = all.toSorted((one, other) => one - other);
  return {
    medianMs: Math.round(sorted[Math.floor(sorted.length / 2)] ?? NaN),
    fastestMs: Math.round(sorted[0] ?? NaN),
  };
}
