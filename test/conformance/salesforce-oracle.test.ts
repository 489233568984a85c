import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';
import { createSalesforce, type SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { parseSoql } from '../../emulators/salesforce/soql/index.ts';
import { ADMIN, createRecord } from './salesforce-org.ts';
import { readSessions, replay, type Stage } from './salesforce-replay.ts';

const ORACLES = fileURLToPath(new URL('../../../shared/oracles/', import.meta.url));
const REPLAYED = ['Account', 'Contact', 'Opportunity', 'CustomObject__c', 'CustomObjectDetail__c'];
const SESSIONS = 62;
const QUERIES = 578;

/** The comparable sessions that replay without a difference, of all comparable ones. */
const AGREEMENT = 0.97;
/** Queries of the list that are judged as the list says. The others are Apex, fragments or hold comments. */
const QUERIES_THAT_HOLD = 562;

/** Sessions that hang on what the recording does not tell, by a part of their name. */
const NOT_COMPARABLE: Record<string, string> = {
  'when_a_record_meets_the_conditions/finds_the_record': 'a default that the rebuilt org does not have',
  'a_race_condition_during_synchronization/does_not_change': 'asks for stamps of the day of the recording',
  'a_race_condition_during_synchronization/overrides': 'asks for stamps of the day of the recording',
  test_datasets_extract_standard_objects: 'a record type of the recorded org',
  ManualEditTestApexIntegrationTests: 'Apex tests by the Tooling API',
  'TestSelect.test_select_standard_strategy.yaml': 'the recording was edited: one id stands twice',
  test_run_until_records_in_org__none_needed: 'counts records that nothing tells of',
  test_run_until_records_in_org__one_needed: 'counts records that nothing tells of',
  test_snowfakery_query_salesforce: 'the first user of the recorded org',
  'TestUpsert.test_upsert_complex_fields__bulk': 'Bulk API 1.0, which is refused',
  GET_sobjects_Global_describe: 'the objects of the recorded org',
  GET_sobjects_Organization: 'the id of the org is masked',
  test_http_headers: 'when the schema of the recorded org last changed',
  test_count_sobjects__errors: 'counts records that nothing tells of',
  test_count_sobjects_simple: 'counts records that nothing tells of',
  'ManualEditTestDescribeOrg.test_minimal_schema': 'the recording was edited: no fields',
  test_validate_url__with_errors: 'a request to another host',
};

const withOracles = existsSync(ORACLES) ? test : test.skip;
let salesforce: SalesforceEmulator | undefined;

afterAll(() => salesforce?.close());

function stageOf(org: SalesforceEmulator): Stage {
  const token = org.accessTokenFor(ADMIN);
  return {
    async send(method, path, body) {
      const hasBody = method === 'POST' || method === 'PATCH';
      const response = await fetch(org.url + path, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(hasBody && { 'content-type': 'application/json' }) },
        ...(hasBody && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
      return { status: response.status, body: isJson && text !== '' ? (JSON.parse(text) as unknown) : text };
    },
    create: (type, values) => (org.org.schema.findObject(type) === undefined ? '' : createRecord(org, type, values)),
  };
}

withOracles(`replays recorded sessions of real orgs (${SESSIONS})`, async () => {
  salesforce = await createSalesforce({ source: `${ORACLES}salesforce-rest-org` });
  const stage = stageOf(salesforce);
  const differences: string[] = [];
  const leftOut: string[] = [];

  const sessions = readSessions(`${ORACLES}salesforce-rest.jsonl`);
  for (const session of sessions) {
    for (const object of REPLAYED) salesforce.org.database.exec(`DELETE FROM ${object}`);
    const difference = await replay(session, stage).catch((error: unknown) => String(error));
    if (difference === undefined) continue;
    const reason = Object.entries(NOT_COMPARABLE).find(([name]) => session.cassette.includes(name))?.[1];
    if (reason === undefined) differences.push(`${session.cassette}: ${difference.slice(0, 300)}`);
    else leftOut.push(`${session.cassette}: ${reason}`);
  }

  const comparable = sessions.length - leftOut.length;
  const held = comparable - differences.length;
  console.info(
    [`${held} of ${comparable} hold`, ...differences, `${leftOut.length} not comparable`, ...leftOut].join('\n'),
  );
  expect(sessions).toHaveLength(SESSIONS);
  expect(held / comparable).toBeGreaterThanOrEqual(AGREEMENT);
});

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
