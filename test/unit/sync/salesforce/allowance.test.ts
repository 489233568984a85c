import { expect, test } from '@jest/globals';
import { HOUR, MINUTE } from '../../../../sync/clock.ts';
import { createAllowance } from '../../../../sync/salesforce/allowance.ts';
import { createManualClock } from '../support/manual-clock.ts';

function isPermitted(allowance: { permit(): void }): boolean {
  try {
    allowance.permit();
    return true;
  } catch {
    return false;
  }
}

test('passes every call while there is plenty', () => {
  const allowance = createAllowance(0.5, createManualClock());
  allowance.permit();
  allowance.learn({ used: 400, limit: 1000 });

  expect([1, 2, 3].map(() => isPermitted(allowance))).toEqual([true, true, true]);
});

test('close to its share, asks once an hour', () => {
  const clock = createManualClock();
  const allowance = createAllowance(0.5, clock);
  allowance.permit();
  allowance.learn({ used: 480, limit: 1000 });

  expect(isPermitted(allowance)).toBe(false);
  clock.pass(HOUR);
  expect([isPermitted(allowance), isPermitted(allowance)]).toEqual([true, false]);
});

test('never goes past its share, and goes on when the org has forgotten its calls', () => {
  const clock = createManualClock();
  const allowance = createAllowance(0.2, clock);
  let used = 0;
  for (let round = 0; round < 23 * 60; round += 1) {
    clock.pass(MINUTE);
    if (isPermitted(allowance)) allowance.learn({ used: (used += 1), limit: 1000 });
  }
  expect(used).toBeGreaterThan(175);
  expect(used).toBeLessThanOrEqual(200);

  clock.pass(24 * HOUR);
  expect(isPermitted(allowance)).toBe(true);
  allowance.learn({ used: 1, limit: 1000 });
  expect(isPermitted(allowance)).toBe(true);
});

test('says how much is used and when it asks again', () => {
  const allowance = createAllowance(0.9, createManualClock());
  allowance.permit();
  allowance.learn({ used: 950, limit: 1000 });

  expect(() => allowance.permit()).toThrow(
    'Salesforce: 950 of 1000 daily API calls are used, and the service leaves the rest to others; ' +
      'it asks again at 2026-11-23T10:00:00.000Z',
  );
});
