import type { Account, Trait, WorkspaceRecord } from './entities.ts';
import type { ResourceKind } from './resource-kinds.ts';
import type { VitallyStore } from './store.ts';

/** An account as the REST API tells it. Four of its fields are written as traits and read in both places. */
export function toWire(account: Account, traits: readonly Trait[], usersCount: number): Record<string, unknown> {
  const values = Object.fromEntries(traits.map(({ path, value }) => [path, value]));
  return {
    id: account.id,
    createdAt: account.createdAt,
    updatedAt: account.updatedAt,
    externalId: account.externalId,
    name: account.name,
    traits: values,
    organizationId: account.organizationId,
    accountOwnerId: account.accountOwnerId,
    mrr: values['mrr'] ?? null,
    nextRenewalDate: values['nextRenewalDate'] ?? null,
    churnedAt: values['churnedAt'] ?? null,
    trialEndDate: values['trialEndDate'] ?? null,
    firstSeenTimestamp: null,
    lastSeenTimestamp: null,
    lastInboundMessageTimestamp: null,
    lastOutboundMessageTimestamp: null,
    usersCount,
    npsDetractorCount: 0,
    npsPassiveCount: 0,
    npsPromoterCount: 0,
    npsScore: null,
    healthScore: account.healthScore,
    csmId: null,
    accountExecutiveId: null,
    keyRoles: [],
    segments: [],
  };
}

const DAY = 24 * 60 * 60 * 1000;

/** A record as the REST API tells it: every documented field, and whose it is. */
export function recordToWire(
  record: WorkspaceRecord,
  kind: ResourceKind,
  store: VitallyStore,
): Record<string, unknown> {
  const { id, createdAt, updatedAt, externalId, accountId, organizationId, archivedAt, fields, traits } = record;
  const account = accountId === null ? undefined : store.find(accountId);
  return {
    ...{ id, createdAt, updatedAt, ...(kind.taken !== 'none' && { externalId }) },
    ...kind.blank,
    ...fields,
    ...(kind.name === 'projects' && { durationInDays: durationOf(fields) }),
    ...(kind.deletion === 'archive' && { accountId, organizationId, archivedAt }),
    ...(account && { account: { id: account.id, externalId: account.externalId, name: account.name } }),
    traits,
  };
}

function durationOf(fields: Record<string, unknown>): number | null {
  const [start, end] = [fields['targetStartDate'], fields['targetCompletionDate']].map((day) =>
    Date.parse(String(day)),
  );
  return start === undefined || end === undefined || Number.isNaN(end - start) ? null : (end - start) / DAY;
}
