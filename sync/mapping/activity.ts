import { isOpen } from './statuses.ts';
import type { BacklogEntry } from './backlog-entry.ts';

/** Something that stands in a customer's record in Vitally besides its traits. */
export interface Activity {
  kind: 'notes' | 'tasks' | 'projects';
  /** External id of notes and tasks; projects have none, and carry it as a trait. */
  key: string;
  /** Whether it is made when it is not there. What a closed request has not got by now, it gets no more. */
  begins: boolean;
  body: Record<string, string | null | Record<string, string>>;
  /** What is said only when it is made. */
  once?: Record<string, string>;
  /** E-mail of the person to whom a task is given when it is made. */
  assignee?: string;
  /** Ids of the links' records that it holds. */
  documents?: string[];
}

/**
 * One thing per request, customer and purpose, so that it is found again whoever lost what. Where a request goes to another
 * customer, the old things stand until they are withdrawn, and an external id is taken once in the whole of Vitally.
 */
export function keyOf({ id, accountId }: BacklogEntry, purpose: string): string {
  return `groundwork-${id}-${accountId ?? ''}-${purpose}`;
}

export function begins({ status }: BacklogEntry, isCatchingUp: boolean): boolean {
  return isCatchingUp || isOpen(status?.value ?? null);
}
