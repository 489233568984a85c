import { HOUR } from '../clock.ts';
import { listTrouble, READING } from '../mirror/index.ts';
import type { CycleRecord, Destination, State } from '../state/index.ts';

/** How far something has come that takes more than one batch. */
export interface Progress {
  done: number;
  total: number;
}

/** One of the systems that the service works with. */
export interface Side {
  name: string;
  /** `failing` since a moment, with what was said; `off` where the settings do not ask for it. */
  condition: { kind: 'works' } | { kind: 'off' } | { kind: 'failing'; since: string; message: string };
  /** Calls of the last hour. */
  calls: number;
  /** What waits to be looked at there, and how much of it was put off, such as what was refused. */
  queue?: { waiting: number; putOff: number } | undefined;
}

/** What the run log's page shows of one moment. */
export interface Summary {
  now: Date;
  salesforce: Side & { usage: Progress | undefined; reading: Progress | undefined };
  sheet: Side & { rows: Progress };
  vitally: Side & { absent: { id: string; name: string | null; since: Date }[] };
  slack: Side;
  cycles: CycleRecord[];
}

/** Which destinations the settings ask for. */
export interface Sides {
  vitally: boolean;
  slack: boolean;
}

const SHOWN_CYCLES = 25;

export function summarize(state: State, sides: Sides, now: Date): Summary {
  const trouble = listTrouble(state);
  const calls = state.runs.callsSince(new Date(now.getTime() - HOUR));
  const cycles = state.runs.latest(SHOWN_CYCLES);
  const conditionOf = (part: string, isOn = true): Side['condition'] => {
    const found = trouble[part];
    if (!isOn) return { kind: 'off' };
    return found === undefined ? { kind: 'works' } : { kind: 'failing', since: found.since, message: found.message };
  };
  const queueOf = (destination: Destination): Side['queue'] => state.pending.count(destination, now);
  const usage = cycles[0]?.usage;
  const reading = state.settings.get(READING);
  return {
    now,
    salesforce: {
      name: 'Salesforce',
      condition: conditionOf('salesforce'),
      calls: calls.salesforce,
      usage: usage && { done: usage.used, total: usage.limit },
      reading: reading === undefined ? undefined : (JSON.parse(reading) as Progress),
    },
    sheet: {
      name: 'Backlog spreadsheet',
      condition: conditionOf('sheet'),
      calls: calls.sheetReads + calls.sheetWrites,
      queue: queueOf('sheet'),
      rows: { done: state.sheet.count(), total: state.entries.count('open') },
    },
    vitally: {
      name: 'Vitally',
      condition: conditionOf('vitally', sides.vitally),
      calls: calls.vitally,
      queue: queueOf('vitally'),
      absent: state.vitally.listAbsent('waiting'),
    },
    slack: {
      name: 'Slack',
      condition: conditionOf('slack', sides.slack),
      calls: calls.slack,
      queue: queueOf('slack'),
    },
    cycles,
  };
}
