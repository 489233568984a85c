/** Trait path → value. Paths are whole, `vitally.custom.nextStep` or `sfdc.Industry`; values are JSON. */
export type Traits = Record<string, unknown>;

/** A customer as the workspace keeps it. Times are ISO 8601 in UTC. */
export interface Account {
  /** Vitally's own UUID. */
  id: string;
  /** The id that the source system gave it, the 18-character Salesforce Account Id as a rule. */
  externalId: string;
  name: string;
  organizationId: string | null;
  accountOwnerId: string | null;
  /** 0 to 10, computed in Vitally and never written over the API. */
  healthScore: number | null;
  createdAt: string;
  updatedAt: string;
}

/** One trait of one account, and when its value last changed. */
export interface Trait {
  path: string;
  value: unknown;
  changedAt: string;
}

/** An account that the workspace has from the start. */
export interface SampleAccount {
  externalId: string;
  name: string;
  healthScore?: number;
  traits?: Traits;
}

/** What an administrator of the workspace set up as a trait of accounts. */
export interface TraitDefinition {
  id: string;
  label: string;
  type: string;
  path: string;
}

/** Which answer to give where the vendor documents none. */
export interface UndocumentedAnswers {
  /** `POST /resources/accounts` with an external id that is taken: a 400, or the existing account brought up to date. */
  duplicateExternalId: 'reject' | 'upsert';
}
