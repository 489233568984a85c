import { expect, test } from '@jest/globals';
import type { EncodedRequest, SheetRequest } from '../../../../sync/google-sheets/index.ts';
import { toList } from '../../../../sync/google-sheets/batch.ts';
import type { CycleContext } from '../../../../sync/mirror/context.ts';
import type { Sheet, Unit } from '../../../../sync/mirror/unit.ts';
import { writeUnits } from '../../../../sync/mirror/write-units.ts';

interface Bench {
  batches: SheetRequest[][];
  /** From which row on the key column was read after each. */
  readFrom: number[];
  committed: string[];
  forgotten: string[];
  run(units: Unit[], before?: string[]): Promise<string[]>;
}

/** A sheet whose key column grows by what is appended, unless a test says what it becomes, or to where it moved. */
function createBench(becomes?: string[], keyAt = 0): Bench {
  const bench: Bench = {
    batches: [],
    readFrom: [],
    committed: [],
    forgotten: [],
    run: (units, before = ['A', 'B']) => {
      let keys = before;
      const context = {
        signal: new AbortController().signal,
        tally: { rows: 0, cells: 0 },
        state: {
          transaction: (work: () => void) => work(),
          entries: { groupOf: (id: string) => (id === 'X' ? undefined : 'open') },
        },
        sheets: {
          updateAndRead: async (encoded: EncodedRequest[], { fromRow }: { fromRow: number }) => {
            const requests = JSON.parse(toList(encoded)) as SheetRequest[];
            bench.batches.push(requests);
            bench.readFrom.push(fromRow);
            keys = becomes ?? [...keys, ...requests.flatMap(({ appendCells }) => appendedKeys(appendCells))];
            return { texts: [...keys.slice(fromRow), null, null], places: new Map([['key', keyAt]]) };
          },
        },
      } as unknown as CycleContext;
      const sheet = {
        reading: { columns: new Map([['key', { index: 0 }]]) },
        rowTab: {
          ...{ group: 'open', columnKey: 'groundwork.column', layout: { names: ['key'] } },
          tab: { sheetId: 1, title: 'Backlog' },
          base: { remove: (id: string) => void bench.forgotten.push(id) },
        },
        issues: { sheetId: 2, title: 'Sync issues' },
      } as unknown as Sheet;
      return writeUnits(context, sheet, () => ({ index: 0, values: before }), units);
    },
  };
  return bench;
}

function appendedKeys(request: SheetRequest['appendCells']): string[] {
  if (request?.sheetId !== 1) return [];
  return (request.rows ?? []).map(({ values }) => values?.[0]?.userEnteredValue?.stringValue ?? '');
}

function append(bench: Bench, id: string, text = ''): Unit {
  const values = [id, text].map((stringValue) => ({ userEnteredValue: { stringValue } }));
  return {
    requests: [{ appendCells: { sheetId: 1, rows: [{ values }], fields: 'userEnteredValue' } }],
    issues: [],
    appended: id,
    cells: 2,
    commit: () => void bench.committed.push(id),
  };
}

test('appends in one request what fits into one, and remembers it once it is done', async () => {
  const bench = createBench();

  expect(await bench.run([append(bench, 'C'), append(bench, 'D')])).toEqual([]);
  expect(bench.batches.map((requests) => requests.map(({ appendCells }) => appendCells?.rows?.length))).toEqual([[2]]);
  expect(bench.committed).toEqual(['C', 'D']);
});

test('splits what would be too much for one request', async () => {
  const bench = createBench();
  const large = 'x'.repeat(1_200_000);
  await bench.run(['C', 'D', 'E', 'F', 'G'].map((id) => append(bench, id, large)));

  expect(bench.batches.map((requests) => requests[0]?.appendCells?.rows?.length)).toEqual([2, 2, 1]);
  expect(bench.batches.every((requests) => JSON.stringify(requests).length < 3_000_100)).toBe(true);
});

test('reads of the key column only what is below where rows are appended', async () => {
  const bench = createBench();
  const large = 'x'.repeat(1_600_000);
  const change: Unit = {
    requests: [{ updateCells: { start: { sheetId: 1, rowIndex: 0 } } }],
    issues: [],
    written: { id: 'A', index: 0 },
    cells: 1,
    commit: () => undefined,
  };
  expect(await bench.run([change, ...['C', 'D', 'E'].map((id) => append(bench, id, large))])).toEqual([]);

  expect(bench.readFrom).toEqual([0, 3, 4]);
});

test('forgets what it knows of rows that moved under the pen, and answers them', async () => {
  const bench = createBench(['B', 'A']);
  const unit: Unit = {
    requests: [{ updateCells: { start: { sheetId: 1, rowIndex: 0 } } }],
    issues: [],
    written: { id: 'A', index: 0 },
    cells: 1,
    commit: () => void bench.committed.push('A'),
  };

  expect(await bench.run([unit])).toEqual(['A', 'B']);
  expect(bench.forgotten).toEqual(['A', 'B']);
});

test('a row that is to go and is still there is known as before', async () => {
  const bench = createBench(['X', 'B']);
  const unit: Unit = {
    requests: [{ deleteDimension: {} }],
    issues: [],
    removed: { id: 'X', index: 0 },
    cells: 0,
    commit: () => void bench.committed.push('X'),
  };

  expect(await bench.run([unit], ['X', 'A', 'B'])).toContain('X');
  expect(bench.committed).toEqual([]);
  expect(bench.forgotten).not.toContain('X');
});

test('forgets all that it touched where columns moved, and writes nothing more', async () => {
  const bench = createBench(undefined, 1);
  const large = 'x'.repeat(1_600_000);
  const units = ['C', 'D', 'E'].map((id) => append(bench, id, large));

  await expect(bench.run(units)).rejects.toThrow('kept moving');
  expect(bench.batches).toHaveLength(1);
  expect(bench.forgotten).toEqual(['C']);
});

test('puts lines for people into the same request as what they are about', async () => {
  const bench = createBench();
  await bench.run([{ ...append(bench, 'C'), issues: [['now', 'IR-00001']] }]);

  expect(bench.batches[0]?.map(({ appendCells }) => appendCells?.sheetId)).toEqual([1, 2]);
});

test('asks nothing of the sheet for what is only to be remembered', async () => {
  const bench = createBench();
  await bench.run([{ ...append(bench, 'A'), requests: [], appended: 'A' }]);

  expect(bench.batches).toEqual([]);
  expect(bench.committed).toEqual(['A']);
});
