import { once } from 'node:events';
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An address before the Sheets API that counts the cells which its answers hold. */
export interface CellCounter extends AsyncDisposable {
  url: string;
  /** Cells answered since the last call. */
  take(): number;
}

export async function countCells(sheetsUrl: string): Promise<CellCounter> {
  let cells = 0;
  const server = createServer((request, response) => {
    void forward(sheetsUrl, request, response).then((body) => {
      cells += cellsIn(body);
    });
  });
  server.keepAliveTimeout = 0;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const taken = cells;
      cells = 0;
      return taken;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Passes a request on and its answer back; settles with the answer's body before the client has it. */
async function forward(target: string, request: IncomingMessage, response: ServerResponse): Promise<string> {
  const headers = { ...request.headers, host: new URL(target).host };
  const passed = send(new URL(request.url ?? '/', target), { method: request.method ?? 'GET', headers });
  request.pipe(passed);
  const [answer] = (await once(passed, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  response.writeHead(answer.statusCode ?? 502, answer.headers).end(body);
  return body.toString();
}

interface Answer {
  valueRanges?: { values?: unknown[][]; valueRange?: { values?: unknown[][] } }[];
  values?: unknown[][];
  sheets?: Sheet[];
  updatedSpreadsheet?: { sheets?: Sheet[] };
}

interface Sheet {
  data?: { rowData?: { values?: unknown[] }[] }[];
}

function cellsIn(body: string): number {
  if (!body.startsWith('{')) return 0;
  const { valueRanges = [], values = [], sheets = [], updatedSpreadsheet } = JSON.parse(body) as Answer;
  const lists = [values, ...valueRanges.map((range) => range.valueRange?.values ?? range.values ?? [])];
  const grids = [...sheets, ...(updatedSpreadsheet?.sheets ?? [])].flatMap(({ data = [] }) => data);
  const rows = [...lists.flat(), ...grids.flatMap(({ rowData = [] }) => rowData.map((row) => row.values ?? []))];
  return rows.reduce((sum, row) => sum + row.length, 0);
}
