import type { Page } from 'playwright-core';
import { z } from 'zod';

const Processes = z.object({ processInfo: z.array(z.object({ type: z.string(), cpuTime: z.number() })) });

/** Processor time that the browser's pages have taken so far, in milliseconds. It compares where clocks do not. */
export async function processorTimeOfPages(page: Page): Promise<number> {
  const session = await page.context().browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error('The page has no browser of its own');
  const { processInfo } = Processes.parse(await session.send('SystemInfo.getProcessInfo'));
  await session.detach();
  return processInfo.flatMap(({ type, cpuTime }) => (type === 'renderer' ? [cpuTime * 1000] : [])).reduce(sum, 0);
}

function sum(one: number, other: number): number {
  return one + other;
}
