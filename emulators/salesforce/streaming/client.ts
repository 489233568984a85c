import type { Org } from '../org.ts';
import type { Channel } from './channels.ts';
import type { Reply } from './messages.ts';
import { toMessage } from './to-message.ts';

const MOST_EVENTS = 2000;

interface Subscription {
  channel: Channel;
  /** The last event that was delivered or passed over. */
  position: number;
}

/** One client that has shaken hands: what it listens to, and its connection while it waits. */
export class StreamingClient {
  readonly id: string;
  readonly userId: string;
  /** Whether it has connected yet: the first time it is not kept waiting. */
  hasConnected = false;
  readonly #org: Org;
  readonly #subscriptions = new Map<string, Subscription>();
  #answerWaiting: ((events: Reply[]) => void) | undefined;

  constructor(org: Org, id: string, userId: string) {
    this.#org = org;
    this.id = id;
    this.userId = userId;
  }

  subscribe(channel: Channel, position: number): void {
    this.#subscriptions.set(channel.name, { channel, position });
    this.wake();
  }

  unsubscribe(channel: string): void {
    this.#subscriptions.delete(channel);
  }

  /** Events that are there, at once; or those that come within so many milliseconds. Another wait ends this one. */
  async wait(ms: number): Promise<Reply[]> {
    this.release();
    const events = this.#takeEvents();
    if (events.length > 0 || ms === 0) return events;
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.release();
      }, ms);
      this.#answerWaiting = (found) => {
        clearTimeout(timer);
        this.#answerWaiting = undefined;
        resolve(found);
      };
    });
  }

  /** Answers the waiting connection when there are events for it. */
  wake(): void {
    if (this.#answerWaiting === undefined) return;
    const events = this.#takeEvents();
    if (events.length > 0) this.#answerWaiting(events);
  }

  /** Ends the waiting without events. */
  release(): void {
    this.#answerWaiting?.([]);
  }

  #takeEvents(): Reply[] {
    const user = this.#org.findUser(this.userId);
    if (user === undefined) return [];
    const access = this.#org.access(user);
    const messages: Reply[] = [];
    for (const subscription of this.#subscriptions.values()) {
      const { name, object: wanted } = subscription.channel;
      for (const event of this.#org.changeEvents.since(subscription.position, MOST_EVENTS)) {
        subscription.position = event.replayId;
        const object = this.#org.schema.findObject(event.header.entityName);
        if (object === undefined || (wanted !== undefined && wanted.name !== object.name)) continue;
        if (access.mayViewAll(object)) messages.push(toMessage(name, event, object, access));
      }
    }
    return messages;
  }
}
