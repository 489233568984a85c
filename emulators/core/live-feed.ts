import type { ServerResponse } from 'node:http';

/** Server-sent events to open pages: one `change` whenever something they may show has changed. */
export class LiveFeed {
  readonly #pages = new Set<ServerResponse>();

  add(response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': open\n\n');
    this.#pages.add(response);
    response.on('close', () => this.#pages.delete(response));
  }

  /** Says that something changed; `what` is for the page to tell whether it cares. */
  changed(what = 'data'): void {
    for (const page of this.#pages) page.write(`event: change\ndata: ${JSON.stringify(what)}\n\n`);
  }

  close(): void {
    for (const page of this.#pages) page.end();
    this.#pages.clear();
  }
}
