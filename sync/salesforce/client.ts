import type { Clock } from '../clock.ts';
import { connect, type SalesforceAccess } from './authenticate.ts';
import { queryChanges, type ChangePage } from './changes.ts';
import { readLabels, type Labels } from './labels.ts';
import { createRest, type Rest } from './rest.ts';
import { updateRecords, type RecordUpdate } from './update-records.ts';
import { updateRequests, type RequestUpdate, type UpdateResult } from './update-requests.ts';

export interface SalesforceClient {
  /** The org's address, known once something was asked of it. */
  readonly instanceUrl: string;
  readonly calls: number;
  /** Requests for a token, which do not count against the org's allowance. */
  readonly signIns: number;
  /** How much of the day's API calls is used up, 0 to 1. */
  readonly usedShare: number;
  /** Signs in, unless it has already. */
  open(): Promise<void>;
  queryChanges(since: Date | undefined): AsyncGenerator<ChangePage>;
  readLabels(): Promise<Labels>;
  updateRequests(updates: readonly RequestUpdate[]): Promise<UpdateResult[]>;
  /** Why each record was refused, or undefined, in the same order. */
  updateRecords(updates: readonly RecordUpdate[]): Promise<(string | undefined)[]>;
}

interface Options {
  access: SalesforceAccess;
  apiVersion: string;
  clock: Clock;
}

/** A client of one org. It signs in when it is first used, so that an org that is away for a while does no harm. */
export function createSalesforceClient({ access, apiVersion, clock }: Options): SalesforceClient {
  let signIns = 0;
  let opened: { rest: Rest; instanceUrl: string } | undefined;

  async function open(): Promise<{ rest: Rest; instanceUrl: string }> {
    if (opened === undefined) {
      const connection = await connect(access, apiVersion, clock, () => {
        signIns += 1;
      });
      opened = { rest: createRest(connection), instanceUrl: connection.instanceUrl.replace(/\/$/, '') };
    }
    return opened;
  }

  return {
    get instanceUrl() {
      return opened?.instanceUrl ?? '';
    },
    get calls() {
      return opened?.rest.calls ?? 0;
    },
    get signIns() {
      return signIns;
    },
    get usedShare() {
      const usage = opened?.rest.apiUsage;
      return usage === undefined ? 0 : usage.used / usage.limit;
    },
    open: async () => {
      await open();
    },
    async *queryChanges(since) {
      yield* queryChanges((await open()).rest, apiVersion, since);
    },
    readLabels: async () => readLabels((await open()).rest),
    updateRecords: async (updates) => updateRecords((await open()).rest, updates),
    updateRequests: async (updates) => updateRequests((await open()).rest, updates),
  };
}
