import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { HOUR, MINUTE } from '../../sync/clock.ts';
import { reportStatus } from '../../sync/report-status.ts';
import { openStateCopy } from '../../sync/state/index.ts';
import { startLandscape, type Landscape } from './support/start-landscape.ts';
import { readMessages } from './support/vendors.ts';

let landscape: Landscape;

beforeAll(async () => {
  landscape = await startLandscape();
  await landscape.cycle();
});

afterAll(() => landscape.close());

async function told(): Promise<string[]> {
  return (await readMessages(landscape)).filter((text) => text.startsWith('Groundwork '));
}

function status(): string {
  const state = openStateCopy(String(landscape.environment['STATE_DIR']));
  try {
    return reportStatus(state, 1);
  } finally {
    state.close();
  }
}

test('a mirror that fails for more than an hour is told of once, and once more when it works again', async () => {
  landscape.googleSheets.faults.add({ fault: { kind: 'status', status: 503 }, path: 'batchGetByDataFilter' });
  await landscape.cycle();
  landscape.passTime(HOUR - MINUTE);
  expect(await landscape.cycle()).toMatchObject({ failures: { sheet: expect.any(String) } });
  expect(await told()).toEqual([]);

  landscape.passTime(2 * MINUTE);
  await landscape.cycle();
  landscape.restart();
  await landscape.cycle();
  expect(await told()).toEqual([
    expect.stringMatching(/^Groundwork has not .* the backlog spreadsheet since .* UTC: .+/),
  ]);
  expect(status()).toMatch(/^Failing:\n {2}sheet, since/);

  landscape.googleSheets.faults.clear();
  await landscape.cycle();
  await landscape.cycle();
  expect(await told()).toHaveLength(2);
  expect((await told()).at(-1)).toMatch(/^Groundwork works with the backlog spreadsheet again/);
  expect(status()).not.toMatch(/Failing/);
});
