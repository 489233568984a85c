import { HOUR } from '../clock.ts';
import { SyncError, toError } from '../errors.ts';
import type { Addressee } from '../mapping/index.ts';
import type { SlackClient } from '../slack/index.ts';
import type { CycleContext } from './context.ts';

/** People join, leave and change their address: so long, the last answer is good enough. */
const KNOWN_FOR_MS = 24 * HOUR;

/** Who of them is in Slack, by e-mail address. A lookup that Slack refuses costs the mention, never the message. */
export async function findPeople(
  { state, clock, log }: CycleContext,
  slack: SlackClient,
  people: readonly Addressee[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { email } of people) {
    if (email === null || found.has(email)) continue;
    const now = clock.now();
    const known = state.slackPeople.find(email, new Date(now.getTime() - KNOWN_FOR_MS));
    try {
      const id = known === undefined ? ((await slack.findPerson(email)) ?? null) : known;
      if (known === undefined) state.slackPeople.put(email, id, now);
      if (id !== null) found.set(email, id);
    } catch (thrown) {
      if (!(thrown instanceof SyncError) || thrown.kind !== 'refused') throw thrown;
      log.warn({ error: toError(thrown) }, 'nobody can be mentioned in Slack');
      return found;
    }
  }
  return found;
}
