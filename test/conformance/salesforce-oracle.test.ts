import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { VirtualClock } from '../../emulators/core/index.ts';
import { createSalesforce, type SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { parseSoql } from '../../emulators/salesforce/soql/index.ts';
import { component } from '../unit/emulators/salesforce/schema/source-folder.ts';
import { ADMIN, createRecord } from './salesforce-org.ts';
import {
  describeDifference,
  momentOf,
  readSessions,
  replay,
  unchunked,
  type Outcome,
  type Session,
  type Stage,
} from './recorded/index.ts';

const ORACLES = fileURLToPath(new URL('../../../shared/oracles/', import.meta.url));
const REPLAYED = ['Account', 'Contact', 'Opportunity', 'CustomObject__c', 'CustomObjectDetail__c'];
/** What a record needs that the recording only counts. */
const REQUIRED: Record<string, Record<string, unknown>> = {
  Account: { Name: 'Counted' },
  Event: { DurationInMinutes: 60, ActivityDateTime: '2015-01-01T09:00:00Z' },
};
const BEFORE_ALL = new Date('2015-01-01T00:00:00Z');
const SESSIONS = 62;
const QUERIES = 578;

/** Answers that are the recorded ones, of all that can be compared. */
const AGREEMENT = 0.99;
/** Queries of the list that are judged as the list says. The others are fragments, hold a placeholder, or are no SOQL. */
const QUERIES_THAT_HOLD = 571;

/** Answers that hang on what the recording does not tell, by parts of their place. */
const NOT_COMPARABLE: [place: RegExp, reason: string][] = [
  [/ \/services\/data\/vxx\.0\/tooling\//, 'Apex tests by the Tooling API: there is no Apex'],
  [/test_select_standard_strategy\.yaml GET .*#3$/, 'the recording was edited: one id stands five times'],
  [
    /strategy_bulk\.yaml POST \/services\/async\/62\.0\/job #(19|20)$/,
    'the recording was edited: two jobs are made under the ids of earlier ones',
  ],
  [
    /strategy_bulk\.yaml GET .*#(9|18)$/,
    'the recording was edited: its answer is from before the event that an earlier step makes',
  ],
  [/test_snowfakery_query_salesforce/, 'which user comes first when no order is asked for'],
  [/test_validate_url__with_errors/, 'a request to another host'],
];

const withOracles = existsSync(ORACLES) ? test : test.skip;
let salesforce: SalesforceEmulator | undefined;

afterAll(() => salesforce?.close());

/** The rebuilt org, with what it lacks and its recordings show. */
function rebuiltOrg(): string {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-recorded-'));
  cpSync(`${ORACLES}salesforce-rest-org`, folder, { recursive: true });
  const visible = join(folder, 'force-app/main/default/objects/CustomObject__c/fields/Visible__c.field-meta.xml');
  chmodSync(visible, 0o644);
  const recordTypes = join(folder, 'force-app/main/default/objects/Account/recordTypes');
  mkdirSync(recordTypes, { recursive: true });
  writeFileSync(
    join(recordTypes, 'PytestAccountRecordType.recordType-meta.xml'),
    component('RecordType', '<fullName>PytestAccountRecordType</fullName><active>true</active><label>Pytest</label>'),
  );
  writeFileSync(visible, readFileSync(visible, 'utf8').replace('>false</defaultValue>', '>true</defaultValue>'));
  return folder;
}

function stageOf(org: SalesforceEmulator, clock: VirtualClock): Stage {
  const token = org.accessTokenFor(ADMIN);
  return {
    orgId: org.org.id,
    async send(method, path, body) {
      const hasBody = method === 'POST' || method === 'PATCH';
      const isText = path.includes('/services/async/') && typeof body === 'string';
      const type = isText ? textTypeOf(body) : 'application/json';
      const response = await fetch(org.url + path, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(hasBody && { 'content-type': type }) },
        ...(hasBody && { body: isText ? unchunked(body) : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
      return { status: response.status, body: isJson && text !== '' ? (JSON.parse(text) as unknown) : text };
    },
    create(type, values) {
      const isOfTheOrg = ['Organization', 'RecordType', 'User'].includes(type);
      if (isOfTheOrg || org.org.schema.findObject(type) === undefined) return undefined;
      return createRecord(org, type, { ...REQUIRED[type], ...values });
    },
    wait: (until) => {
      clock.advance(Math.max(0, until - clock.now().getTime()));
    },
  };
}

/** Clients of Bulk API 1.0 send XML, and rows or a query as they are. */
function textTypeOf(body: string): string {
  return body.startsWith('<') ? 'application/xml' : 'text/csv';
}

withOracles(`replays recorded sessions of real orgs (${SESSIONS})`, async () => {
  const clock = new VirtualClock({ frozenAt: BEFORE_ALL });
  const source = rebuiltOrg();
  salesforce = await createSalesforce({ source, clock });
  rmSync(source, { recursive: true });
  const stage = stageOf(salesforce, clock);
  const outcomes: Outcome[] = [];

  const sessions = readSessions(`${ORACLES}salesforce-rest.jsonl`);
  for (const session of sessions.toSorted((one, other) => beginningOf(one) - beginningOf(other))) {
    for (const object of REPLAYED) salesforce.org.database.exec(`DELETE FROM ${object}`);
    outcomes.push(...(await replay(session, stage)));
  }

  const reasonOf = ({ place }: Outcome) => NOT_COMPARABLE.find(([pattern]) => pattern.test(place))?.[1];
  const comparable = outcomes.filter((outcome) => reasonOf(outcome) === undefined);
  const different = comparable.filter(({ difference }) => difference !== undefined);
  console.info(
    [
      `${comparable.length - different.length} of ${comparable.length} answers hold`,
      ...different.map(({ place, difference }) => `${place}: ${String(difference).slice(0, 300)}`),
      `${outcomes.length - comparable.length} not comparable`,
      ...outcomes.flatMap((outcome) =>
        reasonOf(outcome) === undefined ? [] : [`${outcome.place}: ${String(reasonOf(outcome))}`],
      ),
    ].join('\n'),
  );
  expect(sessions).toHaveLength(SESSIONS);
  expect(1 - different.length / comparable.length).toBeGreaterThanOrEqual(AGREEMENT);
});

withOracles.each(['Account', 'Case', 'Contact', 'Event', 'Lead', 'Opportunity', 'OpportunityContactRole'])(
  'describes %s as a real org did, but for what depends on the org',
  async (name) => {
    if (salesforce === undefined) throw new Error('The org has not started');
    const recorded = JSON.parse(readFileSync(`${ORACLES}describe/${name}.json`, 'utf8')) as unknown;

    const response = await fetch(`${salesforce.url}/services/data/v66.0/sobjects/${name}/describe`, {
      headers: { authorization: `Bearer ${salesforce.accessTokenFor(ADMIN)}` },
    });

    expect(describeDifference(recorded, await response.json())).toBeUndefined();
  },
);

function beginningOf(session: Session): number {
  return momentOf(session, 0) ?? Infinity;
}

withOracles(`judges queries as orgs and a parser’s author did (${QUERIES})`, () => {
  const queries = readFileSync(`${ORACLES}soql.jsonl`, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { soql: string; isValid: boolean });

  const differences = queries.filter(({ soql, isValid }) => isReadable(soql) !== isValid);

  console.info(`${queries.length - differences.length} of ${queries.length} agree`);
  expect(queries).toHaveLength(QUERIES);
  expect(queries.length - differences.length).toBeGreaterThanOrEqual(QUERIES_THAT_HOLD);
});

function isReadable(soql: string): boolean {
  try {
    parseSoql(soql);
    return true;
  } catch {
    return false;
  }
}
