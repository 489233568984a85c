import { randomBytes } from 'node:crypto';
import type { User } from '../entities.ts';
import type { Org } from '../org.ts';
import { StreamingClient } from './client.ts';

const MINUTE = 60 * 1000;
const LONGEST_SILENCE = 30 * MINUTE;

/** The clients of the streaming API. One that says nothing for half an hour is forgotten. */
export class StreamingClients {
  readonly #org: Org;
  readonly #clients = new Map<string, { client: StreamingClient; heard: number }>();

  constructor(org: Org) {
    this.#org = org;
    // A composite request may be undone as a whole, so events are looked for when it is over.
    org.onChange(() => setImmediate(() => this.#wakeAll()));
  }

  open(user: User): StreamingClient {
    this.#forgetSilent();
    const client = new StreamingClient(this.#org, randomBytes(20).toString('hex'), user.id);
    this.#clients.set(client.id, { client, heard: this.#now });
    return client;
  }

  find(id: string | undefined, user: User): StreamingClient | undefined {
    const known = this.#clients.get(id ?? '');
    if (known?.client.userId !== user.id) return undefined;
    known.heard = this.#now;
    return known.client;
  }

  close(client: StreamingClient): void {
    client.release();
    this.#clients.delete(client.id);
  }

  /** Forgets them all. */
  clear(): void {
    for (const { client } of [...this.#clients.values()]) this.close(client);
  }

  get #now(): number {
    return this.#org.clock.now().getTime();
  }

  #wakeAll(): void {
    for (const { client } of this.#clients.values()) client.wake();
  }

  #forgetSilent(): void {
    for (const { client, heard } of [...this.#clients.values()]) {
      if (this.#now - heard > LONGEST_SILENCE) this.close(client);
    }
  }
}
