import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ACT_NAMES, createHuman, type SeededHuman } from '../../../../emulators/google-sheets/index.ts';
import { startSheets, type Sheets } from './start-sheets.ts';

const ROWS = Array.from({ length: 12 }, (_none, row) => [`id-${row}`, row % 5, `Customer ${row}`, '', 'free']);
let sheets: Sheets;

beforeEach(async () => {
  sheets = await startSheets();
  await fill();
});
afterEach(() => sheets.close());

async function fill(): Promise<void> {
  const values = [['Id', 'Rank', 'Customer', 'Comment', 'More'], ...ROWS];
  await sheets.ok('PUT', '/values/A1?valueInputOption=RAW', { values });
  const properties = { sheetId: 0, gridProperties: { frozenRowCount: 1 } };
  await sheets.batch({ updateSheetProperties: { properties, fields: 'gridProperties.frozenRowCount' } });
}

function read(): unknown {
  return sheets.emulator.human.read('Sheet1');
}

test.each(ACT_NAMES)('%s changes the sheet where it says, or is refused in the words of the service', (name) => {
  const human = createHuman(sheets.emulator, 7);

  const deed = human.act(name);

  expect(deed).toMatchObject({ act: name, afterRequests: 0 });
  expect(deed.told).not.toBe('');
  expect(deed.refused).toBeUndefined();
});

test('does the same things to the same sheet by the same seed, and others by another', async () => {
  const play = async (seed: number): Promise<[string[], unknown]> => {
    await sheets.emulator.reset();
    await fill();
    const human = createHuman(sheets.emulator, seed);
    for (let count = 0; count < 40; count += 1) human.actAny();
    human.leave();
    return [human.deeds.map(({ told }) => told), read()];
  };

  const [first, again, other] = [await play(3), await play(3), await play(4)];

  expect(again).toEqual(first);
  expect(other[0]).not.toEqual(first[0]);
});

test('acts before the request that it was told to wait for, once', async () => {
  const human = createHuman(sheets.emulator, 1);
  human.before(2, (person) => person.edit('Sheet1', 'C2', 'Acme'));

  const seen: unknown[] = [];
  for (let count = 0; count < 3; count += 1) seen.push((await sheets.ok('GET', '/values/C2'))['values']);

  expect(seen).toEqual([[['Customer 0']], [['Acme']], [['Acme']]]);
  expect(human.deeds).toEqual([{ act: 'own', told: 'did as the test said', afterRequests: 1 }]);
});

test('meddles with requests by chance until it leaves, and types only where it should', async () => {
  const human: SeededHuman = createHuman(sheets.emulator, 5, {
    typesIn: ['Comment'],
    text: (header) => `in ${header}`,
  });
  human.meddle(0.5, ['edit']);
  for (let count = 0; count < 20; count += 1) await sheets.ok('GET', '/values/A1');
  human.leave();
  const before = read();
  for (let count = 0; count < 20; count += 1) await sheets.ok('GET', '/values/A1');

  expect(human.deeds.length).toBeGreaterThan(4);
  expect(human.deeds.every(({ told }) => /^typed "in Comment" into D\d+$/.test(told))).toBe(true);
  expect(read()).toEqual(before);
});

test('tells what a protection refused and changes nothing', async () => {
  await sheets.batch({ addProtectedRange: { protectedRange: { range: { sheetId: 0 } } } });
  const before = read();
  const human = createHuman(sheets.emulator, 2);

  const deed = human.act('sortAll');

  expect(deed.refused).toContain('You are trying to edit a protected cell or object.');
  expect(read()).toEqual(before);
});
