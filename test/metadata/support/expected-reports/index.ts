import { backlog } from './backlog.ts';
import { deals } from './deals.ts';
import { decisions } from './decisions.ts';
import { delivery } from './delivery.ts';
import type { Expected } from './measures.ts';
import type { Records } from './records.ts';

export { summaryOf } from './measures.ts';
export { Records } from './records.ts';

/** Each report by its developer name, worked out from the records when it is called. */
export function expectedReports(records: Records): Record<string, () => Promise<Expected>> {
  return { ...backlog(records), ...decisions(records), ...deals(records), ...delivery(records) };
}
