import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { LoggedRequest } from '../../../emulators/core/index.ts';
import type { Emulators, Landscape } from './start-landscape.ts';

const MAIN = fileURLToPath(new URL('../../../sync/main.ts', import.meta.url));
const VENDORS = ['salesforce', 'googleSheets', 'vitally', 'slack'] as const satisfies readonly (keyof Emulators)[];

type Moment = 'arrived' | 'answered';

/**
 * Runs one cycle in a process of its own and kills it, with no chance to tidy up, at the first request to any vendor that
 * the predicate takes. Says whether it was killed: otherwise the cycle came to its end.
 */
export async function killOnRequest(
  landscape: Landscape,
  isTheOne: (request: LoggedRequest, moment: Moment) => boolean,
): Promise<boolean> {
  const child = spawn(process.execPath, [MAIN, '--once'], { env: landscape.environment, stdio: 'ignore' });
  const stops = VENDORS.map((vendor) =>
    landscape[vendor].requests.subscribe((request, moment) => {
      if (isTheOne(request, moment)) child.kill('SIGKILL');
    }),
  );
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  for (const stop of stops) stop();
  return signal === 'SIGKILL';
}

/** Takes the request that is the nth of that moment, counted over all vendors. */
export function nth(number: number, wanted: Moment): (request: LoggedRequest, moment: Moment) => boolean {
  let count = 0;
  return (_request, moment) => {
    if (moment === wanted) count += 1;
    return moment === wanted && count === number;
  };
}
