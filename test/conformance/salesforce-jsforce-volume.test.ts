import { afterEach, expect, test } from '@jest/globals';
import { Connection } from 'jsforce';
import { ADMIN, startSalesforce, stopSalesforce } from './salesforce-org.ts';

afterEach(stopSalesforce);

const ROWS = 50_000;
const MOST = 12_000;
const MINUTE = 60_000;

async function connect(): Promise<Connection> {
  const { salesforce } = await startSalesforce();
  return new Connection({
    instanceUrl: salesforce.url,
    accessToken: salesforce.accessTokenFor(ADMIN),
    version: '66.0',
  });
}

test(
  `loads ${ROWS} rows in bulk, and reads more than ten thousand of them page by page`,
  async () => {
    const connection = await connect();
    connection.bulk2.pollInterval = 200;
    connection.bulk2.pollTimeout = MINUTE;
    const accounts = Array.from({ length: ROWS }, (_, index) => ({ Name: `Account ${index}` }));

    const results = await connection.bulk2.loadAndWaitForResults({
      object: 'Account',
      operation: 'insert',
      input: accounts,
    });
    const found = await connection.query('SELECT Name FROM Account ORDER BY Id', { autoFetch: true, maxFetch: MOST });

    expect(results.successfulResults).toHaveLength(ROWS);
    expect(results.failedResults).toEqual([]);
    expect([found.totalSize, found.records.length]).toEqual([ROWS, MOST]);
    expect(new Set(found.records.map(({ Name }) => String(Name))).size).toBe(MOST);
  },
  2 * MINUTE,
);

test('several requests in one refer to one another', async () => {
  const connection = await connect();
  const base = '/services/data/v66.0/sobjects';

  const { compositeResponse: answers } = await connection.requestPost<{
    compositeResponse: { httpStatusCode: number; body: Record<string, unknown> }[];
  }>('/composite', {
    allOrNone: true,
    compositeRequest: [
      { method: 'POST', url: `${base}/Account`, referenceId: 'acme', body: { Name: 'Acme' } },
      {
        method: 'POST',
        url: `${base}/Project__c`,
        referenceId: 'bridge',
        body: { Name: 'Bridge', Account__c: '@{acme.id}' },
      },
      { method: 'GET', url: `${base}/Project__c/@{bridge.id}?fields=Account__c`, referenceId: 'read' },
    ],
  });

  const [acme, , read] = answers;
  expect(answers.map(({ httpStatusCode }) => httpStatusCode)).toEqual([201, 201, 200]);
  expect(read?.body['Account__c']).toBe(acme?.body['id']);
});
