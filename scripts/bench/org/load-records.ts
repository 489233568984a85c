import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { OrgClient, OrgProcess } from './org-process.ts';
import { CUSTOMER, ORDER } from './project.ts';

/** What the records are: orders, each of a customer. */
export interface Loaded {
  customerIds: string[];
  /** Rows of both objects a second, from the first request to the end of the last job. */
  rowsPerSecond: number;
  /** Processor time that the org took for one of them. */
  cpuMsPerRecord: number;
}

const POLL_MS = 50;
const COLORS = ['Green', 'Blue', 'White', 'Black'];
const Job = z.object({ id: z.string(), state: z.string(), numberRecordsFailed: z.number().default(0) });

/** Loads so many customers and orders by the Bulk API 2.0. */
export async function loadRecords(org: OrgProcess, size: { customers: number; orders: number }): Promise<Loaded> {
  const { client } = org;
  const { cpuMs: before } = await org.usage();
  const begun = performance.now();
  const customers = await ingest(
    client,
    CUSTOMER,
    ['Name', 'Key_0__c', 'Color_0__c', 'Price_0__c'],
    size.customers,
    (row) => [`Customer ${row}`, `C-${row}`, colorOf(row), row % 5000],
  );
  const customerIds = customers.split('\n').slice(1).filter(Boolean).map(firstCell);
  const columns = ['Name', 'Key_0__c', 'Parent__c', 'Color_0__c', 'Count_0__c', 'Price_0__c', 'Day_0__c', 'Note_0__c'];
  await ingest(client, ORDER, columns, size.orders, (row) => [
    `Order ${row}`,
    keyOf(row),
    customerIds[(row * 7919) % customerIds.length] ?? '',
    colorOf(row),
    row % 100,
    (row * 31) % 10_000,
    `2027-${twoDigits(1 + (row % 12))}-${twoDigits(1 + (row % 28))}`,
    `Ordered in round ${row % 9}`,
  ]);
  const seconds = (performance.now() - begun) / 1000;
  const { cpuMs: after } = await org.usage();
  const rows = size.customers + size.orders;
  return {
    customerIds,
    rowsPerSecond: Math.round(rows / seconds),
    cpuMsPerRecord: Number(((after - before) / rows).toFixed(3)),
  };
}

/** The external id of an order. */
export function keyOf(row: number): string {
  return `O-${row}`;
}

/** Runs one job and answers its successful rows as CSV. */
async function ingest(
  client: OrgClient,
  object: string,
  columns: string[],
  count: number,
  valuesOf: (row: number) => (string | number)[],
): Promise<string> {
  const { id } = Job.parse(await client.send('POST', '/jobs/ingest', { object, operation: 'insert' }));
  const rows = Array.from({ length: count }, (_, row) => valuesOf(row).join(','));
  await client.send('PUT', `/jobs/ingest/${id}/batches`, [columns.join(','), ...rows, ''].join('\n'));
  await client.send('PATCH', `/jobs/ingest/${id}`, { state: 'UploadComplete' });
  for (;;) {
    const job = Job.parse(await client.get(`/jobs/ingest/${id}`));
    if (job.state === 'JobComplete' && job.numberRecordsFailed === 0) break;
    if (!['UploadComplete', 'InProgress'].includes(job.state)) throw new Error(JSON.stringify(job));
    await delay(POLL_MS);
  }
  return z.string().parse(await client.get(`/jobs/ingest/${id}/successfulResults`));
}

function firstCell(line: string): string {
  return line.split(',')[0]?.replaceAll('"', '') ?? '';
}

function colorOf(row: number): string {
  return COLORS[row % COLORS.length] ?? '';
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
