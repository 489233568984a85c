import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A vendor at its worst: it answers every request with an error that repeats all that it was sent. */
export interface EchoServer {
  url: string;
  /** The status of its answers from now on. */
  answer(status: number): void;
  close(): void;
}

export async function startEchoServer(): Promise<EchoServer> {
  let status = 500;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const said = `${String(request.url)} ${JSON.stringify(request.headers)} ${Buffer.concat(chunks).toString()}`;
      const error = { error: said, error_description: said, message: said, errorCode: 'ECHO' };
      response.writeHead(status, { 'content-type': 'application/json', date: new Date().toUTCString() });
      response.end(JSON.stringify(request.url?.startsWith('/services/data') === true ? [error] : error));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: (next) => {
      status = next;
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
