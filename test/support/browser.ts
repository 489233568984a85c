import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { unpackBrowser } from './unpack-browser.ts';

const LAYOUT_JUMPS = fileURLToPath(new URL('./layout-jumps.js', import.meta.url));
const ARGUMENTS = [
  '--headless=shell',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--font-render-hinting=none',
];

/**
 * A headless browser for one test file. When it is closed, it is an Error that a page's content jumped while it loaded.
 */
export interface TestBrowser extends AsyncDisposable {
  /** What has jumped so far: page, how far, and which elements. */
  jumps: readonly string[];
  /** A page in a context of its own, with everything it complained of. */
  open(options?: {
    width?: number;
    height?: number;
  }): Promise<{ page: Page; context: BrowserContext; complaints: string[] }>;
}

/** What the browser itself says of a save that another one came before. Forms go on by themselves, or show both values. */
const MET_ANOTHER_SAVE = /status of 4(09|12) .*\/ui-api\/records\//;

/** Starts the browser that came through npm; closes with its pages at the end of the `await using` block. */
export async function startBrowser(): Promise<TestBrowser> {
  const { executablePath, env } = await unpackBrowser();
  const browser: Browser = await chromium.launch({
    executablePath,
    env: { ...process.env, ...env },
    args: ARGUMENTS,
    chromiumSandbox: false,
  });
  const jumps: string[] = [];
  return {
    jumps,
    async open({ width = 1366, height = 900 } = {}) {
      const context = await browser.newContext({ viewport: { width, height }, locale: 'en-US', timezoneId: 'UTC' });
      context.setDefaultTimeout(60_000);
      await context.exposeFunction('layoutJumped', (jump: string) => jumps.push(jump));
      await context.addInitScript({ path: LAYOUT_JUMPS });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        const complaint = `${message.text()} (${message.location().url})`;
        if (message.type() === 'error' && !MET_ANOTHER_SAVE.test(complaint)) complaints.push(complaint);
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      return { page, context, complaints };
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      if (jumps.length > 0) throw new Error(`Content jumped while a page loaded:\n${jumps.join('\n')}`);
    },
  };
}
