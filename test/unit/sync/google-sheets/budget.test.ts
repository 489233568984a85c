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

test('a service that is started again within the minute goes on counting', () => {
  const clock = createManualClock();
  const kept = new Map<string, string>();
  const memory = {
    get: (name: string) => kept.get(name),
    set: (name: string, value: string) => void kept.set(name, value),
  };
  const before = createBudget('reads', 3, clock, memory);
  before.take()();
  clock.pass(10_000);
  before.take();
  createBudget('writes', 3, clock, memory).take()();
  clock.pass(10_000);

  const after = createBudget('reads', 3, clock, memory);
  after.take()();
  expect(() => after.take()).toThrow('until 2026-11-22T10:01:00.000Z');
  clock.pass(40_000);
  after.take()();
  clock.pass(19_999);
  expect(() => after.take()).toThrow('until 2026-11-22T10:01:20.000Z');
});

test('times of a clock that was set back count for nothing', () => {
  const clock = createManualClock();
  const ended = [clock.now().getTime() + 3_600_000];
  const memory = { get: () => JSON.stringify({ ended, underWay: 0 }), set: () => undefined };

  expect(() => createBudget('reads', 1, clock, memory).take()).not.toThrow();
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
