import { LightningElement } from 'lwc';
import { connect } from 'lds/network';
import { onNavigation } from 'shell/router';
import { ago } from './ago';

/** What flows have told this person: how much is new, and on a click all of it, each leading to its record. */
export default class Bell extends LightningElement {
  unread = 0;
  open = false;
  notifications;
  failure;
  #stops = [];

  connectedCallback() {
    const changes = new EventSource('/_emulator/events');
    changes.addEventListener('change', this.#look);
    const outside = (event) => {
      if (!event.composedPath().includes(this.template.host)) this.open = false;
    };
    document.addEventListener('click', outside);
    this.#stops = [
      () => changes.close(),
      () => document.removeEventListener('click', outside),
      onNavigation(() => {
        this.open = false;
      }),
    ];
    this.#look();
  }

  disconnectedCallback() {
    for (const stop of this.#stops) stop();
  }

  get label() {
    if (this.unread === 0) return 'Notifications';
    return `Notifications: ${this.unread} unread`;
  }
  get expanded() {
    return String(this.open);
  }
  get badge() {
    if (this.unread === 0) return undefined;
    return this.unread > 99 ? '99+' : String(this.unread);
  }
  get items() {
    return (this.notifications ?? []).map(
      ({ id, messageTitle, messageBody, target, read, mostRecentActivityDate }) => ({
        id,
        title: messageTitle,
        body: messageBody,
        url: target ? `/lightning/r/${target}/view` : undefined,
        at: mostRecentActivityDate,
        when: ago(mostRecentActivityDate),
        style: read ? 'item' : 'item new',
        isNew: !read,
      }),
    );
  }
  get isEmpty() {
    return this.notifications?.length === 0;
  }

  async handleToggle() {
    this.open = !this.open;
    if (!this.open) return;
    await this.readAll();
    this.template.querySelector('.panel')?.focus();
  }

  handleKey(event) {
    if (event.key !== 'Escape' || !this.open) return;
    event.stopPropagation();
    this.open = false;
    this.refs.button.focus();
  }

  // The link goes on by itself; what is opened is read.
  handleOpen({ currentTarget }) {
    this.markThem(`/notifications/${currentTarget.dataset.id}`, { read: true });
  }

  async handleReadAll() {
    await this.markThem('/notifications', { read: true });
    await this.readAll();
  }

  #look = async () => {
    try {
      const { unreadCount } = await connect('GET', '/notifications/status');
      const hasMore = unreadCount > this.unread;
      this.unread = unreadCount;
      if (this.open && hasMore) await this.readAll();
    } catch {
      // A bell that cannot look keeps what it knew; opening it tells what is wrong.
    }
  };

  async readAll() {
    try {
      const { notifications } = await connect('GET', '/notifications?size=50');
      this.notifications = notifications;
      this.failure = undefined;
    } catch (error) {
      this.failure = [error.body].flat()[0]?.message ?? 'Notifications cannot be read.';
    }
  }

  async markThem(path, marking) {
    try {
      await connect('PATCH', path, marking);
      await this.#look();
    } catch (error) {
      this.failure = [error.body].flat()[0]?.message ?? 'Notifications cannot be marked.';
    }
  }
}
