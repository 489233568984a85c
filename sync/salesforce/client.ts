import type { Connection } from 'jsforce';
import type { Clock } from '../clock.ts';
import { createAllowance, type ApiUsage } from './allowance.ts';
import { connect, type SalesforceAccess } from './authenticate.ts';
import { queryChanges, type ChangePage, type Stretch } from './changes.ts';
import { readModel, type OrgModel } from './describe.ts';
import { examine, type OrgExamination } from './examine.ts';
import { listen, type ListenOptions } from './listen.ts';
import { lookUp, type Looked } from './query-requests.ts';
import { createRest, type Rest } from './rest.ts';
import { tellRecords, type Telling } from './tell-records.ts';
import { updateRecords, type RecordUpdate, type Updated } from './update-records.ts';

export interface SalesforceClient {
  /** The org's address, known once something was asked of it. */
  readonly instanceUrl: string;
  readonly calls: number;
  /** The org's daily calls, by whomever, as its last answer told. */
  readonly usage: ApiUsage | undefined;
  /** Requests for a token, which do not count against the org's allowance. */
  readonly signIns: number;
  /** Signs in, unless it has already. */
  open(): Promise<void>;
  queryChanges(stretch: Stretch | undefined): AsyncGenerator<ChangePage>;
  readModel(): Promise<OrgModel>;
  /** What the service's user sees of the org. */
  examine(): Promise<OrgExamination>;
  /** Requests by Id, and active users by name or e-mail address. */
  lookUp(ids: readonly string[], names: readonly string[]): Promise<Looked>;
  /** Hears of changes until the signal fires. */
  listen(options: ListenOptions, signal: AbortSignal): Promise<void>;
  /** Why each record was refused, or undefined, in the same order. */
  tellRecords(tellings: readonly Telling[]): Promise<(string | undefined)[]>;
  /** Writes, and reads back all requests that changed since then. */
  updateRecords(updates: readonly RecordUpdate[], since: Date): Promise<Updated>;
}

interface Options {
  access: SalesforceAccess;
  apiVersion: string;
  clock: Clock;
  /** Share of the org's daily calls, 0 to 1, above which the service makes none. */
  callsShare: number;
}

/** A client of one org. It signs in when it is first used, so that an org that is away for a while does no harm. */
export function createSalesforceClient({ access, apiVersion, clock, callsShare }: Options): SalesforceClient {
  let signIns = 0;
  const allowance = createAllowance(callsShare, clock);
  let opened: { rest: Rest; connection: Connection; instanceUrl: string } | undefined;

  async function open(): Promise<NonNullable<typeof opened>> {
    if (opened === undefined) {
      const connection = await connect(access, apiVersion, clock, () => {
        signIns += 1;
      });
      const instanceUrl = connection.instanceUrl.replace(/\/$/, '');
      opened = { rest: createRest(connection, allowance), connection, instanceUrl };
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
    get usage() {
      return allowance.usage;
    },
    get signIns() {
      return signIns;
    },
    open: async () => {
      await open();
    },
    async *queryChanges(stretch) {
      yield* queryChanges((await open()).rest, apiVersion, stretch);
    },
    examine: async () => examine((await open()).rest, apiVersion),
    readModel: async () => readModel((await open()).rest, apiVersion),
    lookUp: async (ids, names) => lookUp((await open()).rest, apiVersion, ids, names),
    listen: async (options, signal) => listen((await open()).connection, options, signal),
    tellRecords: async (tellings) => tellRecords((await open()).rest, tellings),
    updateRecords: async (updates, since) => updateRecords((await open()).rest, apiVersion, updates, since),
  };
}
