import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startSheets } from './start-sheets.ts';

let state: string;

beforeEach(async () => {
  state = await mkdtemp(join(tmpdir(), 'groundwork-sheets-'));
});
afterEach(() => rm(state, { recursive: true, force: true }));

const FIELDS = '?fields=properties.title,sheets(properties,merges,data(rowData,columnMetadata)),developerMetadata';

test('keeps everything between runs, and the key file stays good', async () => {
  const first = await startSheets({ state });
  await first.ok('PUT', '/values/B2?valueInputOption=USER_ENTERED', { values: [['2026-11-22', null, '=1+1']] });
  await first.batch(
    { addSheet: { properties: { sheetId: 5, title: 'Closed' } } },
    { addSheet: { properties: { sheetId: 6, title: 'Gone' } } },
    { deleteSheet: { sheetId: 6 } },
    { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 } } },
    {
      updateDimensionProperties: {
        range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
        properties: { hiddenByUser: true },
        fields: 'hiddenByUser',
      },
    },
    {
      createDeveloperMetadata: {
        developerMetadata: { metadataId: 3, metadataKey: 'k', visibility: 'DOCUMENT', location: { spreadsheet: true } },
      },
    },
  );
  first.emulator.human.sort('Sheet1', 1);
  const [before, token, key] = [
    await first.ok('GET', FIELDS),
    first.emulator.accessToken,
    first.emulator.serviceAccountKey(),
  ];
  await first.close();

  const second = await startSheets({ state });
  const after = await second.ok('GET', FIELDS);
  const { accessToken } = second.emulator;
  const { private_key: privateKey } = second.emulator.serviceAccountKey();
  await second.close();

  expect(after).toEqual(before);
  expect([accessToken, privateKey]).toEqual([token, key.private_key]);
});

test('is as at first after a reset, also in the next run', async () => {
  const first = await startSheets({ state });
  await first.ok('PUT', '/values/A1?valueInputOption=RAW', { values: [['x']] });
  await first.emulator.reset();
  await first.close();

  const second = await startSheets({ state });
  const values = await second.ok('GET', '/values/A1');
  await second.close();

  expect(values).toEqual({ range: 'Sheet1!A1', majorDimension: 'ROWS' });
});
