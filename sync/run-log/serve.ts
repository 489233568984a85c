import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A page that is made anew for each request, at an address on this machine only. */
export interface PageServer {
  url: string;
  close(): void;
}

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** Serves the page on that port, on a free one for 0. Other names than the machine's own get no answer. */
export async function servePage(port: number, render: () => string): Promise<PageServer> {
  const server = createServer((request, response) => answer(request, response, render));
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer({ method, url, headers }: IncomingMessage, response: ServerResponse, render: () => string): void {
  const refuse = (status: number, text: string): void => {
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
  };
  // A page elsewhere that has its name lead here would otherwise read what this one says.
  if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(headers.host ?? '')) refuse(403, 'This page is for this machine.');
  else if (method !== 'GET' && method !== 'HEAD') refuse(405, 'There is nothing to do here but to read.');
  else if (url !== '/') refuse(404, 'There is one page, at /.');
  else response.writeHead(200, HEADERS).end(method === 'HEAD' ? undefined : render());
}
