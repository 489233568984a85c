import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createHttpClient, type HttpClient } from '../../../../sync/http/index.ts';
import { createManualClock } from '../support/manual-clock.ts';

interface Answer {
  status: number;
  body?: string;
  headers?: Record<string, string>;
}

let server: Server;
let answers: Answer[];
let client: HttpClient;
const clock = createManualClock();

beforeEach(async () => {
  answers = [];
  server = createServer((_request, response) => {
    const { status, body = '{}', headers = {} } = answers.shift() ?? { status: 200 };
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  client = createHttpClient({
    vendor: 'Vitally',
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    headers: {},
    clock,
    readProblem: (body) => body,
    retry: { attempts: 3, firstWaitMs: 1, longestWaitMs: 2, factor: 2 },
  });
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});

test('repeats what failed at the other side, and counts every attempt', async () => {
  answers = [{ status: 503 }, { status: 500 }, { status: 200, body: '{"id":"1"}' }];

  expect(await client.request('GET', '/accounts/1')).toEqual({ id: '1' });
  expect(client.calls).toBe(3);
});

test('gives up after the attempts that the policy grants, with the place and the vendor’s words', async () => {
  answers = Array.from({ length: 5 }, () => ({ status: 503, body: 'overloaded' }));

  await expect(client.request('PUT', '/accounts/1', {})).rejects.toMatchObject({
    kind: 'unavailable',
    message: 'Vitally, PUT /accounts/1 (503): overloaded',
  });
  expect(client.calls).toBe(3);
});

test.each([
  [400, 'refused'],
  [401, 'configuration'],
  [404, 'refused'],
])('does not repeat a %i, which is %s', async (status, kind) => {
  answers = [{ status, body: 'no' }];

  await expect(client.request('GET', '/accounts/1')).rejects.toMatchObject({ kind, status });
  expect(client.calls).toBe(1);
});

test('asks nothing more until the quota refills', async () => {
  answers = [{ status: 429, headers: { 'ratelimit-reset': '7' } }];
  await expect(client.request('GET', '/accounts/1')).rejects.toMatchObject({ kind: 'quota' });

  clock.pass(6_999);
  await expect(client.request('GET', '/accounts/1')).rejects.toMatchObject({ kind: 'quota' });
  expect(client.calls).toBe(1);

  clock.pass(1);
  expect(await client.request('GET', '/accounts/1')).toEqual({});
});

test('stops before the vendor has to refuse', async () => {
  answers = [{ status: 200, headers: { 'ratelimit-remaining': '0', 'ratelimit-reset': '3' } }];
  await client.request('GET', '/accounts/1');

  await expect(client.request('GET', '/accounts/1')).rejects.toMatchObject({ kind: 'quota' });
  expect(client.calls).toBe(1);
});
