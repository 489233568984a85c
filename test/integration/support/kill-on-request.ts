import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Emulator } from '../../../emulators/core/index.ts';

const MAIN = fileURLToPath(new URL('../../../sync/main.ts', import.meta.url));

/** Runs one cycle in a process of its own and kills it, with no chance to tidy up, when such a request arrives. */
export async function killOnRequest(
  vendor: Emulator,
  path: string,
  environment: Record<string, string>,
): Promise<void> {
  const child = spawn(process.execPath, [MAIN, '--once'], { env: environment, stdio: 'ignore' });
  const stop = vendor.requests.subscribe((request, moment) => {
    if (moment === 'arrived' && request.path.includes(path)) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  stop();
  if (signal !== 'SIGKILL') throw new Error(`The cycle came to its end without a request to ${path}`);
}
