import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { HOUR, MINUTE } from './clock.ts';
import { createSheetsClient } from './google-sheets/index.ts';
import type { Log } from './log.ts';
import { createLayout } from './mapping/index.ts';
import { createMirrors, type Mirrors } from './mirror/index.ts';
import { createSalesforceClient } from './salesforce/index.ts';
import { createSlackClient } from './slack/index.ts';
import type { State } from './state/index.ts';
import { createVitallyClient } from './vitally/index.ts';

/** The mirrors that the settings ask for, with a client for each vendor. Nothing is connected before the first cycle. */
export function connectMirrors(config: Config, state: State, clock: Clock, log: Log): Mirrors {
  const { salesforce, googleSheets, vitally, slack } = config;
  return createMirrors({
    salesforce: createSalesforceClient({ ...salesforce, clock }),
    sheets: createSheetsClient({ ...googleSheets, clock, memory: state.settings }),
    vitally: vitally && createVitallyClient({ ...vitally, clock }),
    slack: slack && createSlackClient({ ...slack, clock }),
    state,
    clock,
    log,
    layout: createLayout(config.columns),
    policy: {
      announceMs: (slack?.announceHours ?? 0) * HOUR,
      vitallyRetryMs: (vitally?.retryMinutes ?? 0) * MINUTE,
      vitallyProjectTemplateId: vitally?.projectTemplateId,
      vitallyAccountUrl: vitally?.accountUrl,
      sheetCheckMs: googleSheets.checkMinutes * MINUTE,
      sheetCheckCells: googleSheets.checkCells,
      quietHours: slack?.quietHours,
      digestHour: slack?.digestHour,
      reconcileHour: config.reconcileHour,
    },
  });
}
