import type { CyclePlan } from './mirror/index.ts';

/** What a cycle would do, as lines for a person. */
export function reportPlan({ lines, calls }: CyclePlan): string {
  const { salesforce, sheetReads, sheetWrites } = calls;
  return [
    ...(lines.length === 0 ? ['Nothing would change.'] : lines),
    `Calls: Salesforce ${salesforce}, Sheets ${sheetReads} reads and ${sheetWrites} writes at least.`,
  ].join('\n');
}
