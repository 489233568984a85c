import type { Account, Trait } from './entities.ts';

/** An account as the REST API tells it. Four of its fields are written as traits and read in both places. */
export function toWire(account: Account, traits: readonly Trait[]): Record<string, unknown> {
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
    usersCount: 0,
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
