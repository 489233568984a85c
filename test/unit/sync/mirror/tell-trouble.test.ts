import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { HOUR, MINUTE } from '../../../../sync/clock.ts';
import type { Context } from '../../../../sync/mirror/context.ts';
import { tellTrouble } from '../../../../sync/mirror/tell-trouble.ts';
import { reportStatus } from '../../../../sync/report-status.ts';
import { openState } from '../../../../sync/state/index.ts';
import { createManualClock } from '../support/manual-clock.ts';

test('what fails for more than an hour is told of once, and once more when it works again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-trouble-'));
  const state = openState(folder);
  const clock = createManualClock();
  const told: string[] = [];
  let isAway = false;
  const slack = {
    post: async ({ text }: { text: string }) => {
      if (isAway) throw new Error('away');
      told.push(text);
    },
  };
  const context = { state, clock, slack, log: { error: () => undefined, warn: () => undefined } } as unknown as Context;
  const failures = { sheet: 'Google Sheets (503): away' };
  try {
    await tellTrouble(context, failures);
    clock.pass(HOUR);
    await tellTrouble(context, failures);
    expect(told).toEqual([]);

    clock.pass(MINUTE);
    isAway = true;
    await tellTrouble(context, failures);
    isAway = false;
    await tellTrouble(context, failures);
    await tellTrouble(context, failures);
    expect(told).toEqual([
      'Groundwork has not been able to work with the backlog spreadsheet since 2026-11-22 10:00 UTC: ' +
        'Google Sheets (503): away',
    ]);
    expect(reportStatus(state, 1)).toMatch(/^Failing:\n {2}sheet, since 2026-11-22T10:00:00.000Z: Google/);

    await tellTrouble(context, {});
    await tellTrouble(context, {});
    expect(told.slice(1)).toEqual([
      'Groundwork works with the backlog spreadsheet again, after trouble since 2026-11-22 10:00 UTC.',
    ]);
    expect(reportStatus(state, 1)).not.toContain('Failing');
  } finally {
    state.close();
    rmSync(folder, { recursive: true });
  }
});
