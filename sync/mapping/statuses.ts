const CLOSED = new Set([
  'Closed_Handed_Off',
  'Disqualified',
  'Not_Selected',
  'Withdrawn',
  'Duplicate',
  'Closed_Opportunity_Lost',
  'Cancelled',
]);

/** Whether others than its author may see a request: a draft is nobody else's business. */
export function isMirrored(status: string | null): boolean {
  return status !== null && status !== 'Draft';
}

/** Whether something is still to be done about a request. */
export function isOpen(status: string | null): boolean {
  return isMirrored(status) && !CLOSED.has(status ?? '');
}
