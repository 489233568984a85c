import { timeToReady } from './time-to-ready.ts';

/** Milliseconds from the start of a process to its ready line, pages already built. */
export interface StartFigures {
  everythingMs: number;
  emulatorsMs: number;
  orgAloneMs: number;
}

export async function benchStart(): Promise<StartFigures> {
  // The first start may build the pages, which is not what is measured.
  await timeToReady(['scripts/run.js', 'scripts/start.ts', '--port', '0']);
  return {
    everythingMs: await timeToReady(['scripts/run.js', 'scripts/start.ts', '--port', '0']),
    emulatorsMs: await timeToReady(['scripts/run.js', 'emulators/main.ts', '--port', '0']),
    orgAloneMs: await timeToReady(['scripts/run.js', 'emulators/main.ts', '--port', '0', '--only', 'salesforce']),
  };
}
