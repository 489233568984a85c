import { expect, test } from '@jest/globals';
import { MINUTE } from '../../../../sync/clock.ts';
import { createLayout, isStamp } from '../../../../sync/mapping/index.ts';
import { createColumnChecks } from '../../../../sync/mirror/column-checks.ts';
import type { RowTab } from '../../../../sync/mirror/row-tab.ts';

const EVERY_MS = 15 * MINUTE;
const PACE = { everyMs: EVERY_MS, cells: 250_000 };
const LAYOUT = createLayout();
const BACKLOG = { tab: { sheetId: 1, title: 'Backlog' }, layout: LAYOUT } as RowTab;
const OTHERS = LAYOUT.names.filter((name) => !LAYOUT.watched.includes(name) && !isStamp(name));

function createBench() {
  let now = 0;
  const checks = createColumnChecks({ now: () => new Date(now), sleep: async () => undefined });
  return {
    checks,
    pass: (ms: number) => void (now += ms),
    /** What is compared until the round is over, cycle by cycle. */
    round: (rows: number): (readonly string[])[] => {
      const cycles: (readonly string[])[] = [];
      for (;;) {
        const names = checks.next(BACKLOG, rows, PACE);
        if (names.length === 0) return cycles;
        cycles.push(names);
        checks.done(BACKLOG, names);
      }
    },
  };
}

test('compares all columns of a small tab at once, at the start and every quarter of an hour', () => {
  const { round, pass } = createBench();

  expect(round(500)).toEqual([OTHERS]);
  pass(EVERY_MS - 1);
  expect(round(500)).toEqual([]);
  pass(1);
  expect(round(500)).toEqual([OTHERS]);
});

test('compares a large tab some columns at a time, until each has had its turn', () => {
  const cycles = createBench().round(50_000);

  expect(cycles.flat()).toEqual(OTHERS);
  expect(Math.max(...cycles.map((names) => names.length)) * 50_000).toBeLessThanOrEqual(250_000);
});

test('compares columns again that could not be, and begins anew when something is wrong', () => {
  const { checks, round } = createBench();

  expect(checks.next(BACKLOG, 50_000, PACE)).toEqual(checks.next(BACKLOG, 50_000, PACE));
  round(50_000);
  checks.restart(BACKLOG);
  expect(round(50_000).flat()).toEqual(OTHERS);
});
