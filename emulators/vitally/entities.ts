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

/** Anything in the workspace that is no account: a note, a task, a project, a user and so on. */
export interface WorkspaceRecord {
  id: string;
  /** The resource's name in the path, `notes`; instances of a custom object carry its id, `instances/<id>`. */
  kind: string;
  externalId: string | null;
  accountId: string | null;
  organizationId: string | null;
  createdAt: string;
  updatedAt: string;
  archivedAt: string | null;
  /** What differs between the kinds. */
  fields: Record<string, unknown>;
  traits: Traits;
}
