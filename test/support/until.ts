import { setTimeout as delay } from 'node:timers/promises';

const LOOK_EVERY_MS = 50;
const PATIENCE_MS = 60_000;

/** Looks again until there is something to see, and answers it. Fails, saying what was waited for, when it never comes. */
export async function until<Seen>(
  what: string,
  look: () => Seen | undefined | Promise<Seen | undefined>,
): Promise<Seen> {
  const looks = PATIENCE_MS / LOOK_EVERY_MS;
  for (let turn = 0; turn < looks; turn += 1) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await delay(LOOK_EVERY_MS);
  }
  throw new Error(`Waited in vain for ${what}`);
}
