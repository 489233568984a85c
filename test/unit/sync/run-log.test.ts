import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { toRow } from '../../../sync/mapping/index.ts';
import { serveRunLog, type PageServer } from '../../../sync/run-log/index.ts';
import { openState, type CycleRecord, type State } from '../../../sync/state/index.ts';
import { createManualClock } from './support/manual-clock.ts';
import { buildEntry } from './support/build-entry.ts';

const CYCLE: CycleRecord = {
  startedAt: '2026-11-22T10:00:00.000Z',
  durationMs: 412,
  calls: { signIns: 0, salesforce: 1, sheetReads: 1, sheetWrites: 2, vitally: 3, slack: 4 },
  ...{ records: 5, rows: 6, cells: 7, edits: 8, refusals: 9, conflicts: 2, traits: 10, waiting: 1, messages: 11 },
  usage: { used: 1204, limit: 100_000 },
  failures: {},
};

let folder: string;
let state: State;
let server: PageServer;
const clock = createManualClock('2026-11-22T10:00:05.000Z');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'groundwork-run-log-'));
  state = openState(folder);
  server = await serveRunLog(0, state, { vitally: true, slack: false }, clock);
});

afterEach(() => {
  server.close();
  state.close();
  rmSync(folder, { recursive: true });
});

/** What the page says, without markup. */
async function words(): Promise<string> {
  const text = await (await fetch(server.url)).text();
  return text
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

test('says what goes on with each side, and what the last cycles did', async () => {
  expect(await words()).toContain('No cycle has ended yet.');
  state.runs.add(CYCLE);
  state.runs.add({ ...CYCLE, startedAt: '2026-11-22T08:00:00.000Z' });
  state.runs.add({ ...CYCLE, startedAt: '2026-11-22T10:00:02.000Z' });
  state.pending.add('vitally', 'A');
  state.pending.add('vitally', 'B');
  state.pending.postpone('vitally', 'B', new Date('2026-11-22T10:10:00Z'));

  const page = await words();

  expect(page).toContain('All works. The last cycle began at 2026-11-22 10:00:02 UTC and took 412 ms.');
  expect(page).toContain('1,204 of the org’s 100,000 daily calls are used, by whomever: 1.2 %');
  expect(page).toContain('2 calls in the last hour');
  expect(page).toContain('Vitally Works 6 calls in the last hour. 1 to be looked at. 1 to be looked at again later.');
  expect(page).toContain('Slack Off The settings do not ask for it.');
  expect(page).toContain('10:00:02 412 ms 5 6 8 9 2 10 11 1 3 3 4');
});

test('shows how far a first load has come', async () => {
  state.settings.set('reading', JSON.stringify({ done: 14_000, total: 50_000 }));
  state.entries.put(buildEntry());
  state.entries.put(buildEntry({ id: 'a00000000000002AAA' }));
  state.sheet.put('a00000000000001AAA', toRow(buildEntry()));

  const page = await (await fetch(server.url)).text();

  expect(page).toContain('Requests read: 14,000 of 50,000<progress value="14000" max="50000">');
  expect(page).toContain('Rows in the backlog: 1 of 2<progress value="1" max="2">');
});

test('tells of trouble and of who waits, and neither markup nor secrets come through', async () => {
  const message = 'Refused: <b>Bearer abcdef0123456789</b>';
  state.settings.set(
    'trouble',
    JSON.stringify({ sheet: { since: '2026-11-22T09:00:00.000Z', message, isTold: true } }),
  );
  state.vitally.put({
    ...{ id: 'A', name: '<i>Halcyon</i>', presence: 'waiting', since: new Date('2026-11-22T09:00:00Z') },
    ...{ vitallyId: null, matchedBy: null, traits: {}, isReviewed: false },
  });

  const page = await (await fetch(server.url)).text();

  expect(page).toContain('Trouble with Backlog spreadsheet.');
  expect(page).toContain('&#60;i&#62;Halcyon&#60;/i&#62;');
  expect(page).not.toContain('<b>');
  expect(page).not.toContain('abcdef0123456789');
});

test('answers this machine alone, and only reads', async () => {
  const ask = async (method: string, path: string, host: string): Promise<number | undefined> => {
    const asked = request(new URL(path, server.url), { method, headers: { host } }).end();
    const [{ statusCode }] = (await once(asked, 'response')) as [{ statusCode?: number }];
    return statusCode;
  };

  expect(new URL(server.url).hostname).toBe('127.0.0.1');
  expect(await ask('GET', '/', 'localhost:80')).toBe(200);
  expect(await ask('GET', '/', 'elsewhere.example')).toBe(403);
  expect(await ask('POST', '/', 'localhost')).toBe(405);
  expect(await ask('GET', '/state', 'localhost')).toBe(404);
});
