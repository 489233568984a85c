import type { State } from './state/index.ts';

/** The last cycles and the customers that wait for their account in Vitally, as lines for a person. */
export function reportStatus(state: State, count: number): string {
  const lines = state.runs.latest(count).map((cycle) => {
    const { salesforce, sheetReads, sheetWrites, vitally, slack } = cycle.calls;
    const failures = Object.entries(cycle.failures).map(([part, message]) => `\n    ${part}: ${message}`);
    return [
      `${cycle.startedAt}  ${String(cycle.durationMs).padStart(6)} ms`,
      `${cycle.records} changed, ${cycle.rows} rows, ${cycle.cells} cells`,
      `${cycle.edits} edits taken, ${cycle.refusals} refused`,
      `${cycle.traits} customers, ${cycle.messages} messages`,
      `calls: Salesforce ${salesforce}, Sheets ${sheetReads}+${sheetWrites}, Vitally ${vitally}, Slack ${slack}`,
    ]
      .join(' · ')
      .concat(...failures);
  });
  const absent = (presence: 'waiting' | 'inactive'): string[] =>
    state.vitally
      .listAbsent(presence)
      .map(({ id, name, since }) => `  ${name ?? id} (${id}), since ${since.toISOString()}`);
  const waiting = absent('waiting');
  const inactive = absent('inactive');
  return [
    lines.length === 0 ? 'No cycle has run yet.' : `Last cycles, the newest first:\n${lines.join('\n')}`,
    waiting.length === 0 ? 'Nobody waits for Vitally.' : `Waiting for the Vitally account:\n${waiting.join('\n')}`,
    ...(inactive.length === 0 ? [] : [`Not active in Vitally:\n${inactive.join('\n')}`]),
  ].join('\n\n');
}
