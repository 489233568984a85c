import { expect, test } from '@jest/globals';
import { toRow } from '../../../../sync/mapping/index.ts';
import { buildEntry } from '../support/build-entry.ts';

test('puts labels, numbers and dates into typed cells', () => {
  const row = toRow(buildEntry());

  expect(row.key).toEqual({ value: 'a00000000000001AAA' });
  expect(row.rank).toEqual({ value: 3 });
  expect(row.status).toEqual({ value: 'In Triage' });
  expect(row.method).toEqual({ value: 'Kubernetes (Helm)' });
  expect(row.revenue).toEqual({ value: 250_000 });
  expect(row.triageNotes).toEqual({ value: null });
});

test.each([
  ['1900-01-01', 2],
  ['2027-03-31', 46477],
  ['2024-02-29', 45351],
])('counts the days to %s from the end of 1899', (closeDate, serial) => {
  expect(toRow(buildEntry({ closeDate })).closeDate).toEqual({ value: serial });
});

test('shows the day on which the request was filed, without its time', () => {
  expect(toRow(buildEntry({ createdAt: '2026-11-20T23:59:59.000Z' })).filedOn).toEqual({ value: 46346 });
});

test('links the number to the record', () => {
  expect(toRow(buildEntry({ url: 'https://org.example/r/1' })).number).toEqual({
    value: 'IR-00001',
    links: [{ start: 0, end: 8, url: 'https://org.example/r/1' }],
  });
});

test('lists artifacts one a line, each title leading to its place', () => {
  const links = [
    { title: 'Design', url: 'https://docs.example/design' },
    { title: 'No\naddress', url: null },
    { title: 'Not ours', url: 'javascript:alert(1)' },
    { title: 'Discovery', url: 'https://docs.example/discovery' },
  ];

  expect(toRow(buildEntry({ links })).artifacts).toEqual({
    value: 'Design\nNo address\nNot ours\nDiscovery',
    links: [
      { start: 0, end: 6, url: 'https://docs.example/design' },
      { start: 27, end: 36, url: 'https://docs.example/discovery' },
    ],
  });
});

test.each(['=HYPERLINK("https://evil.example")', '+1', '-2', '@SUM(A1)', "'quoted"])(
  'keeps %s as the text it is',
  (accountName) => {
    expect(toRow(buildEntry({ accountName })).customer).toEqual({ value: accountName });
  },
);

test('takes out the carriage returns of long texts', () => {
  expect(toRow(buildEntry({ nextSteps: 'One\r\nTwo\r\n' })).nextSteps).toEqual({ value: 'One\nTwo' });
});

test('cuts a text that Sheets would refuse', () => {
  const { value } = toRow(buildEntry({ additionalInformation: 'x'.repeat(60_000) })).additionalInformation;

  expect(String(value)).toHaveLength(50_000);
  expect(String(value).endsWith('x…')).toBe(true);
});
