import type { Connection } from 'jsforce';
import { StreamingExtension } from 'jsforce/lib/api/streaming.js';
import { z } from 'zod';
import { SyncError, toError } from '../errors.ts';

/** All change events that are selected in the org under Change Data Capture. */
const CHANNEL = '/data/ChangeEvents';

/** New events only. */
const FROM_NOW = -1;

const ChangeEvent = z.object({
  payload: z.object({ ChangeEventHeader: z.object({ changeOrigin: z.string().default('') }) }),
  event: z.object({ replayId: z.number() }),
});

export interface ListenOptions {
  /** The last event that was heard; those after it are heard again. Absent: only new ones. */
  replayId: number | undefined;
  onListening(): void;
  onChange(replayId: number): void;
}

interface Disconnecting {
  disconnect(): PromiseLike<void> | undefined;
}

/**
 * Hears of changes as they are committed, by CometD. Changes that the service made itself are left out: they name the
 * client of `Sforce-Call-Options`. An event only wakes; what changed is asked for as ever.
 * Lasts until the signal fires; a session that ends, or a subscription that is refused, is an error.
 */
export async function listen(connection: Connection, options: ListenOptions, signal: AbortSignal): Promise<void> {
  const ended = Promise.withResolvers<undefined>();
  const replay = new StreamingExtension.Replay(CHANNEL, options.replayId ?? FROM_NOW);
  const failure = new StreamingExtension.AuthFailure((message: unknown) => {
    ended.reject(new SyncError('unavailable', `Salesforce ended the change events: ${JSON.stringify(message)}`));
  });
  const client = connection.streaming.createClient([failure, replay]);
  const subscription = client.subscribe(CHANNEL, (message: unknown) => {
    const { data } = ChangeEvent.safeParse(message);
    if (data === undefined) return;
    const isOurs = data.payload.ChangeEventHeader.changeOrigin.split(';').includes('client=groundwork');
    if (!isOurs) options.onChange(data.event.replayId);
  });
  subscription.then(
    () => options.onListening(),
    (error: unknown) => {
      ended.reject(new SyncError('refused', `Salesforce refused the change events: ${toError(error).message}`));
    },
  );
  signal.addEventListener('abort', () => ended.resolve(undefined), { once: true });
  try {
    await ended.promise;
  } finally {
    // What jsforce does not tell of its client's type.
    await (client as unknown as Disconnecting).disconnect();
  }
}
