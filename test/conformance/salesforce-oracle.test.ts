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

/** Sessions that replay without a difference. The others are told below with their reason. */
const SESSIONS_THAT_HOLD = 29;
/** Queries of the list that are judged as the list says. */
const QUERIES_THAT_HOLD = 562;

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

  const sessions = readSessions(`${ORACLES}salesforce-rest.jsonl`);
  for (const session of sessions) {
    for (const object of REPLAYED) salesforce.org.database.exec(`DELETE FROM ${object}`);
    const difference = await replay(session, stage).catch((error: unknown) => String(error));
    if (difference !== undefined) differences.push(`${session.cassette}: ${difference.slice(0, 300)}`);
  }

  console.info(`${sessions.length - differences.length} of ${sessions.length} hold\n${differences.join('\n')}`);
  expect(sessions).toHaveLength(SESSIONS);
  expect(sessions.length - differences.length).toBeGreaterThanOrEqual(SESSIONS_THAT_HOLD);
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
