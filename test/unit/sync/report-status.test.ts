import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { reportStatus } from '../../../sync/report-status.ts';
import { openState } from '../../../sync/state/index.ts';

test('tells what the last cycles did, what failed and who waits', () => {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-status-'));
  const state = openState(folder);
  try {
    expect(reportStatus(state, 5)).toBe('No cycle has run yet.\n\nNobody waits for Vitally.');

    state.vitally.put({
      ...{
        id: '001000000000001AAA',
        name: 'Halcyon Biotech',
        presence: 'waiting',
        since: new Date('2026-11-22T09:00:00Z'),
      },
      ...{ vitallyId: null, matchedBy: null, traits: {}, isReviewed: false },
    });
    state.runs.add({
      startedAt: '2026-11-22T10:00:00.000Z',
      durationMs: 412,
      calls: { signIns: 0, salesforce: 1, sheetReads: 1, sheetWrites: 2, vitally: 3, slack: 4 },
      ...{ records: 5, rows: 6, cells: 7, edits: 8, refusals: 9, conflicts: 2, traits: 10, waiting: 1, messages: 11 },
      failures: { slack: 'Slack refused: not_in_channel' },
    });

    expect(reportStatus(state, 5)).toBe(
      [
        'Last cycles, the newest first:',
        '2026-11-22T10:00:00.000Z     412 ms · 5 changed, 6 rows, 7 cells · 8 edits taken, 9 refused · ' +
          '10 customers, 11 messages · calls: Salesforce 1, Sheets 1+2, Vitally 3, Slack 4',
        '    slack: Slack refused: not_in_channel',
        '',
        'Waiting for the Vitally account:',
        '  Halcyon Biotech (001000000000001AAA), since 2026-11-22T09:00:00.000Z',
      ].join('\n'),
    );
  } finally {
    state.close();
    rmSync(folder, { recursive: true });
  }
});
