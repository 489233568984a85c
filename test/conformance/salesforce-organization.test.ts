import { afterEach, expect, test } from '@jest/globals';
import type { SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { clientOf, createRecord, READER, startSalesforce, stopSalesforce } from './salesforce-org.ts';

afterEach(stopSalesforce);

function deal(salesforce: SalesforceEmulator, CloseDate: string): string {
  return createRecord(salesforce, 'Opportunity', { Name: 'Deal', StageName: 'Prospecting', CloseDate });
}

async function fiscalOf(salesforce: SalesforceEmulator, id: string): Promise<unknown> {
  const { body } = await clientOf(salesforce)('GET', `/sobjects/Opportunity/${id}?fields=Fiscal,SystemModstamp`);
  return body;
}

test('an administrator moves the fiscal year, and opportunities, queries and new records go by it', async () => {
  const { salesforce, clock } = await startSalesforce();
  const admin = clientOf(salesforce);
  const path = `/sobjects/Organization/${salesforce.org.id}`;
  const before = deal(salesforce, '2026-03-15');
  const [old] = [await fiscalOf(salesforce, before)];
  clock.advance(60_000);

  const { status } = await admin('PATCH', path, { FiscalYearStartMonth: 4 });
  const found = await admin(
    'GET',
    `/query?q=${encodeURIComponent('SELECT Id FROM Opportunity WHERE CloseDate = LAST_FISCAL_YEAR')}`,
  );

  expect(status).toBe(204);
  expect(old).toMatchObject({ Fiscal: '2027 1' });
  expect(await fiscalOf(salesforce, before)).toEqual({ ...(old as object), Fiscal: '2026 4' });
  expect(await fiscalOf(salesforce, deal(salesforce, '2026-04-01'))).toMatchObject({ Fiscal: '2027 1' });
  expect(found.body).toMatchObject({ records: [{ Id: before }] });
});

test('there is no thirteenth month, and nobody else edits the org', async () => {
  const { salesforce } = await startSalesforce();
  const path = `/sobjects/Organization/${salesforce.org.id}`;

  const wrong = await clientOf(salesforce)('PATCH', path, { FiscalYearStartMonth: 13 });
  const other = await clientOf(salesforce, READER)('PATCH', path, { FiscalYearStartMonth: 4 });
  const { body } = await clientOf(salesforce)('GET', '/sobjects/Organization/describe');

  expect(wrong).toMatchObject({ status: 400, body: [{ errorCode: 'NUMBER_OUTSIDE_VALID_RANGE' }] });
  expect(other.status).toBe(403);
  expect(body).toMatchObject({ createable: false, updateable: true, deletable: false });
});
