import type { BacklogEntry } from './backlog-entry.ts';
import { isOpen } from './statuses.ts';

/** Full paths of the traits that are ours, and nobody else's to write. */
export const TRAITS = {
  number: 'vitally.custom.implementationRequest',
  url: 'vitally.custom.implementationRequestUrl',
  status: 'vitally.custom.implementationRequestStatus',
  requestType: 'vitally.custom.implementationRequestType',
  strategy: 'vitally.custom.implementationRequestStrategy',
  method: 'vitally.custom.implementationRequestDeploymentMethod',
  provider: 'vitally.custom.implementationRequestHostingProvider',
  all: 'vitally.custom.implementationRequests',
} as const;

/** Trait path → value; null deletes the trait. */
export type Traits = Record<string, string | null>;

/**
 * What the customer's record says of its requests. The newest open one leads, or the newest when none is open; all open
 * ones are listed. Money and triage notes stay in Salesforce and the backlog.
 */
export function toTraits(entries: readonly BacklogEntry[]): Traits {
  const newestFirst = entries.toSorted((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id));
  const open = newestFirst.filter(({ status }) => isOpen(status?.value ?? null));
  const lead = open[0] ?? newestFirst[0];
  return {
    [TRAITS.number]: lead?.number ?? null,
    [TRAITS.url]: lead?.url ?? null,
    [TRAITS.status]: lead?.status?.label ?? null,
    [TRAITS.requestType]: lead?.requestType?.label ?? null,
    [TRAITS.strategy]: lead?.strategy?.label ?? null,
    [TRAITS.method]: lead?.method?.label ?? null,
    [TRAITS.provider]: lead?.provider?.label ?? null,
    [TRAITS.all]: open.length === 0 ? null : open.map(({ number }) => number).join(', '),
  };
}
