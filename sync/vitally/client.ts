import type { Clock } from '../clock.ts';
import { createHttpClient, HttpStatusError } from '../http/index.ts';
import { AdminSearch, Problem, RecordPage, TraitList, VitallyAccount, VitallyRecord } from './schema.ts';

export type RecordKind = 'notes' | 'tasks' | 'projects';

export interface VitallyClient {
  readonly calls: number;
  /** The account with this id, Vitally's own or the external one; undefined when Vitally does not know it. */
  findAccount(id: string): Promise<VitallyAccount | undefined>;
  /** Sets these traits and leaves the others alone; null deletes one. Undefined when Vitally does not know the account. */
  updateTraits(id: string, traits: Record<string, string | number | null>): Promise<VitallyAccount | undefined>;
  /** An account's records of a kind, or those that were archived. `accountId` is Vitally's own. */
  listRecords(kind: RecordKind, accountId: string, archived?: 'archived'): Promise<VitallyRecord[]>;
  /** Asked once: whoever gets no answer looks whether it arrived. */
  createRecord(kind: RecordKind, body: Record<string, unknown>): Promise<VitallyRecord>;
  /** Undefined when Vitally does not know the record. */
  updateRecord(kind: RecordKind, id: string, body: Record<string, unknown>): Promise<VitallyRecord | undefined>;
  /** What is gone already stays gone. */
  removeRecord(kind: RecordKind, id: string): Promise<void>;
  /** The id of the team's member with this e-mail; undefined when there is none. Asked once per address. */
  findAdmin(email: string): Promise<string | undefined>;
  /** Paths of the traits that are set up for accounts. */
  listTraits(): Promise<string[]>;
}

interface Options {
  url: string;
  apiKey: string;
  clock: Clock;
}

export function createVitallyClient({ url, apiKey, clock }: Options): VitallyClient {
  const http = createHttpClient({
    vendor: 'Vitally',
    url,
    headers: { authorization: toBasic(apiKey), accept: 'application/json' },
    clock,
    readProblem,
  });
  const accountPath = (id: string): string => `/resources/accounts/${encodeURIComponent(id)}`;
  const recordPath = (kind: RecordKind, id: string): string => `/resources/${kind}/${encodeURIComponent(id)}`;
  const admins = new Map<string, string | undefined>();

  return {
    get calls() {
      return http.calls;
    },
    listTraits: async () =>
      TraitList.parse(await http.request('GET', '/resources/customFields?model=accounts')).map(({ path }) => path),
    findAccount: async (id) =>
      unlessMissing(async () => VitallyAccount.parse(await http.request('GET', accountPath(id)))),
    updateTraits: async (id, traits) =>
      unlessMissing(async () => VitallyAccount.parse(await http.request('PUT', accountPath(id), { traits }))),
    async listRecords(kind, accountId, archived) {
      const filter = archived === undefined ? '' : '&archived=true';
      const records: VitallyRecord[] = [];
      let from = '';
      do {
        // Rows move while pages are read, unless they are in the order in which they were made.
        const page = RecordPage.parse(
          await http.request('GET', `${accountPath(accountId)}/${kind}?limit=100&sortBy=createdAt${filter}${from}`),
        );
        records.push(...page.results);
        from = page.next == null ? '' : `&from=${encodeURIComponent(page.next)}`;
      } while (from !== '');
      return records;
    },
    createRecord: async (kind, body) => VitallyRecord.parse(await http.requestOnce('POST', `/resources/${kind}`, body)),
    updateRecord: async (kind, id, body) =>
      unlessMissing(async () => VitallyRecord.parse(await http.request('PUT', recordPath(kind, id), body))),
    async removeRecord(kind, id) {
      await unlessMissing(async () => http.request('DELETE', recordPath(kind, id)));
    },
    async findAdmin(email) {
      if (!admins.has(email)) {
        const answer = await http.request('GET', `/resources/admins/search?email=${encodeURIComponent(email)}`);
        admins.set(email, AdminSearch.parse(answer).results[0]?.id);
      }
      return admins.get(email);
    },
  };
}

/** An unknown id is expected to be a 404; since it is not documented, a 400 that says so counts, too. */
async function unlessMissing<Result>(request: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await request();
  } catch (error) {
    if (!(error instanceof HttpStatusError)) throw error;
    if (error.status === 404 || (error.status === 400 && /not found/i.test(error.message))) return undefined;
    throw error;
  }
}

/** The key is the user name and the password is empty. Vitally shows the encoded form too, so both are taken. */
function toBasic(apiKey: string): string {
  return `Basic ${apiKey.startsWith('sk_') ? Buffer.from(`${apiKey}:`).toString('base64') : apiKey.replace(/^Basic /, '')}`;
}

function readProblem(body: string): string {
  try {
    return Problem.parse(JSON.parse(body));
  } catch {
    return body.slice(0, 500);
  }
}
