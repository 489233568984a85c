import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { VirtualClock } from '../../../emulators/core/index.ts';
import { createSalesforce, type SalesforceEmulator } from '../../../emulators/salesforce/index.ts';

const ROOT = join(import.meta.dirname, '../../..');
const PACKAGE = 'main/default';
const PERSONAS = join(ROOT, 'config/personas.json');
/** The source is read and compiled by the first test file that needs it. */
const CACHE = join(ROOT, 'node_modules/.cache/test-orgs');

/** What Salesforce says to a person whose save it refuses: one line for each message, with the fields it stands at. */
export interface Refusal {
  readonly message: string;
  readonly errorCode: string;
  readonly fields: readonly string[];
}

/** What became of one record of a call. */
export interface Saved {
  readonly id?: string;
  readonly success: boolean;
  readonly errors: readonly { readonly statusCode: string; readonly message: string }[];
}

/** A record of a query, with its parents. */
export type Row = Readonly<Record<string, unknown>>;

/** A field as a list shows it. */
interface Shown {
  readonly displayValue: string | null;
  readonly value: unknown;
}

/** One message of the outbox. */
export interface Message {
  readonly kind: string;
  readonly recipients: readonly { readonly id: string | null; readonly name: string }[];
  readonly title: string;
  readonly body: string;
  readonly targetId: string | null;
}

/** A person of `config/personas.json`, who works through the REST API as that person. */
export class Persona {
  readonly #url: string;
  readonly #token: string;

  constructor(salesforce: SalesforceEmulator, alias: string) {
    this.#url = `${salesforce.url}/services/data/v66.0`;
    this.#token = salesforce.accessTokenFor(`${alias}@groundwork.example`);
  }

  /** Creates a record and answers its Id; what Salesforce refuses is thrown. */
  async create(object: string, values: Row): Promise<string> {
    const answer = await this.#send('POST', `/sobjects/${object}`, values);
    if (answer.status !== 201) throw refused(answer.body);
    return (answer.body as { id: string }).id;
  }

  /** Creates records in one call, each by itself, and answers what became of each. */
  async createAll(object: string, records: readonly Row[]): Promise<readonly Saved[]> {
    const answer = await this.#send('POST', '/composite/sobjects', {
      allOrNone: false,
      records: records.map((values) => ({ attributes: { type: object }, ...values })),
    });
    if (answer.status !== 200) throw refused(answer.body);
    return answer.body as Saved[];
  }

  /** Changes records, which give their Id, in one call, each by itself, and answers what became of each. */
  async updateAll(object: string, records: readonly Row[]): Promise<readonly Saved[]> {
    const answer = await this.#send('PATCH', '/composite/sobjects', {
      allOrNone: false,
      records: records.map((values) => ({ attributes: { type: object }, ...values })),
    });
    if (answer.status !== 200) throw refused(answer.body);
    return answer.body as Saved[];
  }

  /** Changes a record; what Salesforce refuses is thrown. */
  async update(object: string, id: string, values: Row): Promise<void> {
    const answer = await this.#send('PATCH', `/sobjects/${object}/${id}`, values);
    if (answer.status !== 204) throw refused(answer.body);
  }

  /** Deletes a record; what Salesforce refuses is thrown. */
  async delete(object: string, id: string): Promise<void> {
    const answer = await this.#send('DELETE', `/sobjects/${object}/${id}`);
    if (answer.status !== 204) throw refused(answer.body);
  }

  /** Takes records out of the recycle bin, by the one call that REST has no resource for. */
  async undelete(...ids: readonly string[]): Promise<void> {
    const list = ids.map((id) => `<ids>${id}</ids>`).join('');
    const response = await fetch(`${new URL(this.#url).origin}/services/Soap/u/66.0`, {
      method: 'POST',
      headers: { 'content-type': 'text/xml', SOAPAction: '""' },
      body: `<?xml version="1.0"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="urn:partner.soap.sforce.com"><soapenv:Header><SessionHeader><sessionId>${this.#token}</sessionId></SessionHeader></soapenv:Header><soapenv:Body><undelete>${list}</undelete></soapenv:Body></soapenv:Envelope>`,
    });
    const answer = await response.text();
    if (!answer.includes('<success>true</success>') || answer.includes('<success>false</success>')) {
      throw new Error(answer);
    }
  }

  /** Deletes records in one call; what Salesforce refuses is thrown. */
  async deleteAll(ids: readonly string[]): Promise<void> {
    const answer = await this.#send('DELETE', `/composite/sobjects?ids=${ids.join(',')}&allOrNone=true`);
    if (answer.status !== 200 || !(answer.body as Saved[]).every(({ success }) => success)) throw refused(answer.body);
  }

  /** The messages with which Salesforce refuses to create the record; none when it takes it. */
  async refusalToCreate(object: string, values: Row): Promise<readonly Refusal[]> {
    const answer = await this.#send('POST', `/sobjects/${object}`, values);
    return answer.status === 201 ? [] : (answer.body as Refusal[]);
  }

  /** The messages with which Salesforce refuses to change the record; none when it takes the change. */
  async refusalToUpdate(object: string, id: string, values: Row): Promise<readonly Refusal[]> {
    const answer = await this.#send('PATCH', `/sobjects/${object}/${id}`, values);
    return answer.status === 204 ? [] : (answer.body as Refusal[]);
  }

  /** All records that the query finds for this person. */
  async query(soql: string): Promise<readonly Row[]> {
    const answer = await this.#send('GET', `/query?q=${encodeURIComponent(soql)}`);
    if (answer.status !== 200) throw refused(answer.body);
    return (answer.body as { records: Row[] }).records;
  }

  /** What a resource of the REST API answers, such as `/analytics/reports`. */
  async get(path: string): Promise<unknown> {
    const answer = await this.#send('GET', path);
    if (answer.status !== 200) throw refused(answer.body);
    return answer.body;
  }

  /** The records of a list view, with what its columns show. */
  async list(object: string, view: string): Promise<readonly Row[]> {
    const answer = await this.#send('GET', `/ui-api/list-records/${object}/${view}?pageSize=200`);
    if (answer.status !== 200) throw refused(answer.body);
    const { records } = answer.body as { records: { fields: Record<string, Shown> }[] };
    return records.map(({ fields }) =>
      Object.fromEntries(
        Object.entries(fields).map(([name, { displayValue, value }]) => [name, displayValue ?? value]),
      ),
    );
  }

  /** Some fields of one record, as this person sees it. */
  async read(object: string, id: string, fields: readonly string[]): Promise<Row> {
    const [record] = await this.query(`SELECT ${fields.join(', ')} FROM ${object} WHERE Id = '${id}'`);
    if (record === undefined) throw new Error(`No ${object} ${id}`);
    return Object.fromEntries(Object.entries(record).filter(([key]) => key !== 'attributes'));
  }

  /** Inserts or updates records in one job of Bulk API 2.0; answers the failed rows, as the job tells them. */
  async inBulk(operation: 'insert' | 'update', object: string, records: readonly Row[]): Promise<string> {
    const job = await this.#send('POST', '/jobs/ingest', { object, operation, contentType: 'CSV', lineEnding: 'LF' });
    const path = `/jobs/ingest/${(job.body as { id: string }).id}`;
    await this.#transfer('PUT', `${path}/batches`, toCsv(records));
    await this.#send('PATCH', path, { state: 'UploadComplete' });
    for (;;) {
      const { body } = await this.#send('GET', path);
      const { state } = body as { state: string };
      if (state === 'JobComplete') return await this.#transfer('GET', `${path}/failedResults`);
      if (state === 'Failed' || state === 'Aborted') throw refused(body);
      await setTimeout(20);
    }
  }

  async #transfer(method: string, path: string, csv?: string): Promise<string> {
    const response = await fetch(this.#url + path, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'text/csv' },
      ...(csv !== undefined && { body: csv }),
    });
    return await response.text();
  }

  async #send(method: string, path: string, body?: Row): Promise<{ status: number; body: unknown }> {
    const response = await fetch(this.#url + path, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  }
}

/** Records that all have the same fields, as a file of the Bulk API. */
function toCsv(records: readonly Row[]): string {
  const fields = Object.keys(records[0] ?? {});
  const lines = records.map((record) => fields.map((field) => JSON.stringify(record[field] ?? '')).join(','));
  return [fields.join(','), ...lines, ''].join('\n');
}

/** The people without what they own of the sample data. */
function peopleOnly(folder: string): string {
  const { people } = JSON.parse(readFileSync(PERSONAS, 'utf8')) as { people: unknown };
  const path = join(folder, 'personas.json');
  writeFileSync(path, JSON.stringify({ people, records: [] }));
  return path;
}

function refused(body: unknown): Error {
  return new Error(JSON.stringify(body));
}

/** An org of this repository at a standstill, with the people of `config/personas.json`. */
export class TestOrg {
  readonly #salesforce: SalesforceEmulator;
  readonly #clock: VirtualClock;
  #seen = 0;

  /** `sampleData` loads `data/plan.json` as well. The clock stands at `at`. */
  static async start(options: { at: string; sampleData?: boolean }): Promise<TestOrg> {
    const clock = new VirtualClock({ frozenAt: new Date(options.at) });
    const folder = mkdtempSync(join(tmpdir(), 'groundwork-personas-'));
    try {
      const personas = options.sampleData === true ? PERSONAS : peopleOnly(folder);
      const data = options.sampleData === true ? { data: join(ROOT, 'data/plan.json') } : {};
      return new TestOrg(await createSalesforce({ source: ROOT, cache: CACHE, ...data, personas, clock }), clock);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  private constructor(salesforce: SalesforceEmulator, clock: VirtualClock) {
    this.#salesforce = salesforce;
    this.#clock = clock;
  }

  /** The person with this alias. */
  as(alias: string): Persona {
    return new Persona(this.#salesforce, alias);
  }

  /** The Id of the user with this alias. */
  userId(alias: string): string {
    const user = this.#salesforce.org.findUser(`${alias}@groundwork.example`);
    if (user === undefined) throw new Error(`config/personas.json has no ${alias}`);
    return user.id;
  }

  /** Moves the clock to a moment, and with it all that waits for it. */
  moveTo(at: string): void {
    this.#clock.advance(new Date(at).getTime() - this.#clock.now().getTime());
  }

  /** Moves the clock on, and with it all that waits for it. */
  advance({ days = 0, minutes = 0 }: { days?: number; minutes?: number }): void {
    this.#clock.advance((days * 24 * 60 + minutes) * 60_000);
  }

  /** Deploys another value of a setting, as an administrator changes it in Setup. */
  changeSetting(field: string, value: string): void {
    const path = 'customMetadata/Groundwork_Setting.Default.md-meta.xml';
    const setting = new RegExp(`(<field>${field}</field>\\s*<value[^>]*>)[^<]*`);
    this.deploy({ [path]: this.source(path).replace(setting, `$1${value}`) });
  }

  /** What a file of the package says, such as `flows/Advisor_Call.flow-meta.xml`. */
  source(path: string): string {
    const content = this.#salesforce.org.source().get(join(PACKAGE, path));
    if (content === undefined) throw new Error(`There is no ${path}`);
    return content.toString();
  }

  /** Deploys files of the package, changed or new, or takes them away, as an administrator changes them in Setup. */
  deploy(changes: Readonly<Record<string, string | null>>): void {
    const { org } = this.#salesforce;
    const files = new Map(org.source());
    for (const [path, content] of Object.entries(changes)) {
      if (content === null) files.delete(join(PACKAGE, path));
      else files.set(join(PACKAGE, path), Buffer.from(content));
    }
    org.deploy(files, { checkOnly: false });
  }

  /** What flows have sent since this was last asked. */
  async newMessages(): Promise<readonly Message[]> {
    const response = await fetch(`${this.#salesforce.url}/_emulator/outbox?since=${this.#seen}`);
    const { messages } = (await response.json()) as { messages: (Message & { id: number })[] };
    this.#seen = messages.at(-1)?.id ?? this.#seen;
    return messages;
  }

  async close(): Promise<void> {
    await this.#salesforce.close();
  }
}
