import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createVitally, type VitallyEmulator } from '../../../../emulators/vitally/index.ts';

let vitally: VitallyEmulator;

beforeEach(async () => {
  vitally = await createVitally({
    portal: () => 'http://127.0.0.1:7400',
    accounts: async () => [
      {
        externalId: '001A',
        name: 'Northwind <b>& Sons',
        healthScore: 8.2,
        traits: {
          'vitally.custom.implementationRequest': 'IR-00003',
          'vitally.custom.implementationRequestStatus': 'In Triage',
          'vitally.custom.implementationRequestUrl': 'https://example.my.salesforce.com/a00',
          'vitally.custom.nextStep': 'javascript:alert(1)',
          'sfdc.Annual_Revenue__c': 5,
        },
      },
      { externalId: '001B', name: 'Halcyon Biotech' },
    ],
  });
});

afterEach(async () => {
  await vitally.close();
});

async function open(path: string): Promise<{ status: number; page: string }> {
  const response = await fetch(`${vitally.url}${path}`);
  return { status: response.status, page: (await response.text()).replace(/\s+/g, ' ') };
}

test('the list shows each account with its health and its implementation request', async () => {
  const { page } = await open('/');

  expect(page).toContain('Northwind &lt;b&gt;&amp; Sons');
  expect(page).toContain('8.2 of 10');
  expect(page).toContain('<strong>IR-00003</strong> <span class="pill">In Triage</span>');
  expect(page).toContain('No implementation request');
  expect(page).toContain('href="http://127.0.0.1:7400"');
});

test('an account groups its traits under friendly names, the implementation first', async () => {
  const { page } = await open('/accounts/001A');

  const headings = [...page.matchAll(/<h2>([^<]+)<\/h2>/g)].map(([, heading]) => heading);
  expect(headings).toEqual(['Implementation', 'Workspace', 'From Salesforce']);
  expect(page).toContain('Implementation request<code>');
  expect(page).toContain('Next step<code>vitally.custom.nextStep</code>');
  expect(page).toContain('Annual revenue<code>sfdc.Annual_Revenue__c</code>');
});

test('only web addresses become links', async () => {
  const { page } = await open('/accounts/001A');

  expect(page).toContain('<a href="https://example.my.salesforce.com/a00">');
  expect(page).not.toContain('href="javascript:');
  expect(page).toContain('javascript:alert(1)');
});

test('an account without traits says so', async () => {
  expect((await open('/accounts/001B')).page).toContain('No traits yet.');
});

test('an account that is not there is a calm 404', async () => {
  const { status, page } = await open('/accounts/001C');

  expect(status).toBe(404);
  expect(page).toContain('Account not found');
});
