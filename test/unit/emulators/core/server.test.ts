import { expect, test } from '@jest/globals';
import { createServer, type Server } from '../../../../emulators/core/index.ts';

async function withServer(use: (url: string, server: Server) => Promise<void>): Promise<void> {
  const server = await createServer({
    faultBody: (status) => ({ vendorSays: status }),
    rewrite: (path) => path.replace(/^\/+/, '/'),
  });
  let done = 0;
  server.app.post('/work', (request) => ({ done: ++done, body: request.body ?? null }));
  server.app.get('/work', () => ({ done }));
  const url = await server.listen();
  try {
    await use(url, server);
  } finally {
    await server.close();
  }
}

const post = (url: string, body?: string): Promise<Response> =>
  fetch(url, { method: 'POST', ...(body !== undefined && { body, headers: { 'content-type': 'application/json' } }) });

test('binds to loopback, collapses what the vendor collapses and takes an empty JSON body', async () => {
  await withServer(async (url) => {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);

    const doubled = await post(`${url}//work`, '{"a":1}');
    const empty = await fetch(`${url}/work`, { method: 'POST', headers: { 'content-type': 'application/json' } });

    expect(await doubled.json()).toEqual({ done: 1, body: { a: 1 } });
    expect(await empty.json()).toEqual({ done: 2, body: null });
  });
});

test('answers an injected status in the vendor’s shape, once', async () => {
  await withServer(async (url, { faults }) => {
    faults.add({ fault: { kind: 'status', status: 503, headers: { 'retry-after': '3' } }, times: 1 });

    const refused = await post(`${url}/work`);
    const served = await post(`${url}/work`);

    expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toEqual([
      503,
      '3',
      { vendorSays: 503 },
    ]);
    expect(await served.json()).toEqual({ done: 1, body: null });
  });
});

test('a reset comes before the work, a lost reply after it', async () => {
  await withServer(async (url, { faults }) => {
    faults.add({ fault: { kind: 'reset' }, method: 'POST', times: 1 });
    await expect(post(`${url}/work`)).rejects.toThrow();
    expect(await (await fetch(`${url}/work`)).json()).toEqual({ done: 0 });

    faults.add({ fault: { kind: 'replyLost' }, method: 'POST', times: 1 });
    await expect(post(`${url}/work`)).rejects.toThrow();
    expect(await (await fetch(`${url}/work`)).json()).toEqual({ done: 1 });
  });
});

test('logs what arrived and what was answered, and leaves its own levers and secrets out', async () => {
  await withServer(async (url, { requests, routes }) => {
    await post(`${url}/work`, '{"a":1}');
    await fetch(`${url}/nowhere`);
    await fetch(`${url}/_emulator/clock`);
    await fetch(`${url}/door.jsp?sid=00D!abc%2F1&to=%2Fhome&token=xoxb-1`);

    const log = (await (await fetch(`${url}/_emulator/requests`)).json()) as { count: number };

    expect(log.count).toBe(3);
    expect(requests.list()).toMatchObject([
      { number: 1, method: 'POST', path: '/work', status: 200, bytesIn: 7 },
      { number: 2, method: 'GET', path: '/nowhere', status: 404 },
      { number: 3, method: 'GET', path: '/door.jsp?sid=[secret]&to=%2Fhome&token=[secret]', status: 404 },
    ]);
    expect(routes).toEqual(['POST /work', 'GET /work']);
  });
});

test('its levers move the clock and refuse nonsense', async () => {
  await withServer(async (url, { clock }) => {
    const before = clock.offsetMs;

    const moved = await post(`${url}/_emulator/clock`, '{"advanceMs":86400000}');
    const refused = await post(`${url}/_emulator/clock`, '{"advanceMs":-1}');

    expect(moved.status).toBe(200);
    expect(clock.offsetMs - before).toBe(86_400_000);
    expect(await refused.json()).toEqual({ error: 'advanceMs: expected 0 or more milliseconds, got -1' });
  });
});

test('serves the look that all pages share, font included', async () => {
  await withServer(async (url) => {
    const styles = await (await fetch(`${url}/_emulator/page.css`)).text();
    const [, address = ''] = /url\('([^']+)'\)/.exec(styles) ?? [];
    const font = await fetch(`${url}${address}`);

    expect(font.headers.get('content-type')).toBe('font/woff2');
    expect(Buffer.from(await font.arrayBuffer()).toString('latin1', 0, 4)).toBe('wOF2');
  });
});

test('its answers carry the time of its clock', async () => {
  await withServer(async (url, { clock }) => {
    clock.advance(365 * 86_400_000);

    const answer = await fetch(`${url}/work`);

    expect(new Date(answer.headers.get('date') ?? '').getUTCFullYear()).toBe(clock.now().getUTCFullYear());
  });
});
