import type { BacklogEntry } from './backlog-entry.ts';

/** Of several requests of one customer, the one nearest to the customer's instance leads. */
const ORDER = [
  'In_Deployment',
  'Deployment_Complete',
  'Selected',
  'Qualified',
  'Leadership_Review',
  'In_Triage',
  'Needs_Info',
  'Submitted',
  'Planned_Post_Live',
  'Closed_Handed_Off',
];

const SELECTED = new Set(['Selected', 'In_Deployment', 'Deployment_Complete', 'Closed_Handed_Off']);
const DEPLOYING = new Set(['In_Deployment', 'Deployment_Complete']);
const COMPLETE = new Set(['Deployment_Complete', 'Closed_Handed_Off']);

/** Numbers count up; of two that were filed within one second the higher one is the newer. */
const BY_NUMBER = new Intl.Collator('en', { numeric: true });

/** The requests of a customer, the leading one first: an active deployment, else the furthest, of equals the newest. */
export function leadingFirst(entries: readonly BacklogEntry[]): BacklogEntry[] {
  const placeOf = ({ status }: BacklogEntry): number => {
    const place = ORDER.indexOf(status?.value ?? '');
    return place === -1 ? ORDER.length : place;
  };
  return entries.toSorted(
    (a, b) =>
      placeOf(a) - placeOf(b) || b.createdAt.localeCompare(a.createdAt) || BY_NUMBER.compare(b.number, a.number),
  );
}

/** Whether Implementation Engineering was given the deployment, now or once. */
export function isSelected({ status }: BacklogEntry): boolean {
  return SELECTED.has(status?.value ?? '');
}

/** Whether Implementation Engineering looks after the instance. */
export function isDeploying({ status }: BacklogEntry): boolean {
  return DEPLOYING.has(status?.value ?? '');
}

export function isComplete({ status }: BacklogEntry): boolean {
  return COMPLETE.has(status?.value ?? '');
}

/** Whether the customer was handed over: from then on the Technical Advisor looks after the instance. */
export function isHandedOff({ status }: BacklogEntry): boolean {
  return status?.value === 'Closed_Handed_Off';
}
