import { expect, test } from '@jest/globals';
import { createBudget } from '../../../../sync/google-sheets/budget.ts';
import { createManualClock } from '../support/manual-clock.ts';

test('never allows more than so many requests in any minute', () => {
  const clock = createManualClock();
  const budget = createBudget('reads', 2, clock);
  budget.take()();
  clock.pass(20_000);
  budget.take()();

  clock.pass(39_999);
  expect(() => budget.take()).toThrow(
    'Google Sheets: all 2 reads of this minute are made, until 2026-11-22T10:01:00.000Z',
  );
  clock.pass(1);
  budget.take()();
  expect(() => budget.take()).toThrow('until 2026-11-22T10:01:20.000Z');
});

test('counts a request until a minute after its end, for it may have arrived late', () => {
  const clock = createManualClock();
  const budget = createBudget('writes', 1, clock);
  const ended = budget.take();
  clock.pass(90_000);
  expect(() => budget.take()).toThrow('all 1 writes of this minute are made');

  ended();
  clock.pass(59_999);
  expect(() => budget.take()).toThrow('until 2026-11-22T10:02:30.000Z');
  clock.pass(1);
  expect(() => budget.take()).not.toThrow();
});
