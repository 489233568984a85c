import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VirtualClock } from './core/index.ts';

/** The clock of this state folder: as far ahead as it was left, so that a restart never goes back in time. */
export async function keepClock(state: string, clock = new VirtualClock()): Promise<VirtualClock> {
  await mkdir(state, { recursive: true });
  const file = join(state, 'clock.json');
  if (existsSync(file)) {
    const { offsetMs } = JSON.parse(await readFile(file, 'utf8')) as { offsetMs: number };
    clock.advance(Math.max(0, offsetMs - clock.offsetMs));
  }
  clock.onMove(() => {
    if (existsSync(state)) writeFileSync(file, JSON.stringify({ offsetMs: clock.offsetMs }));
  });
  return clock;
}
