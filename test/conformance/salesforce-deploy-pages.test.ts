import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { hashInputs } from '../../emulators/lightning-experience/build/inputs.ts';
import { mountLightningExperience } from '../../emulators/lightning-experience/index.ts';
import type { Org } from '../../emulators/salesforce/org.ts';
import type { SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import { ADMIN, startSalesforce, stopSalesforce } from './salesforce-org.ts';
import { deploy, document, fieldPackage, manifest, RISK } from './salesforce-packages.ts';

let cacheDir: string;
let salesforce: SalesforceEmulator;

beforeEach(async () => {
  cacheDir = mkdtempSync(join(tmpdir(), 'groundwork-bundles-'));
  ({ salesforce } = await startSalesforce({
    mount: async (app, org) => {
      pretendBuilt(org);
      await mountLightningExperience(app, { source: () => org.sourceFolder(), cacheDir });
    },
  }));
});
afterEach(async () => {
  await stopSalesforce();
  rmSync(cacheDir, { recursive: true });
});

/** Spares the compiler: the bundle of the source as it is now counts as built. Answers its name. */
function pretendBuilt(org: Org): string {
  const key = hashInputs(org.sourceFolder());
  mkdirSync(join(cacheDir, `bundle-${key}`), { recursive: true });
  return key;
}

async function page(path: string): Promise<string> {
  const headers = { authorization: `Bearer ${salesforce.accessTokenFor(ADMIN)}` };
  return (await fetch(`${salesforce.url}/lightning/${path}`, { headers })).text();
}

const PAGE = document(
  'FlexiPage',
  `<flexiPageRegions>
<itemInstances><componentInstance><componentName>force:detailPanel</componentName><identifier>details</identifier></componentInstance></itemInstances>
<name>main</name><type>Region</type>
</flexiPageRegions>
<masterLabel>Project Page</masterLabel>
<sobjectType>Project__c</sobjectType>
<template><name>flexipage:defaultAppHomeTemplate</name></template>
<type>RecordPage</type>`,
);

test('a deployed page is shown, and another one after it', async () => {
  const files = { 'package.xml': manifest({ FlexiPage: ['Project_Page'] }), 'flexipages/Project_Page.flexipage': PAGE };
  const before = await page('_page/Project__c');

  const { details } = await deploy(salesforce, files);
  const first = await page('_page/Project__c');
  await deploy(salesforce, {
    ...files,
    'flexipages/Project_Page.flexipage': PAGE.replace('force:detailPanel', 'force:relatedListContainer'),
  });
  const second = await page('_page/Project__c');

  expect(details.componentFailures).toEqual([]);
  expect(JSON.parse(before)).toMatchObject({ page: null });
  expect(first).toContain('force:detailPanel');
  expect(second).not.toContain('force:detailPanel');
});

test('a deployed label asks for another bundle; a deployed field, and one that is only validated, do not', async () => {
  const key = pretendBuilt(salesforce.org);
  const label = `<labels><fullName>Greeting</fullName><language>en_US</language><protected>false</protected><shortDescription>Greeting</shortDescription><value>Hello</value></labels>`;
  const files = {
    'package.xml': manifest({ CustomLabel: ['Greeting'] }),
    'labels/CustomLabels.labels': document('CustomLabels', label),
  };

  await deploy(salesforce, fieldPackage(RISK, 'Risk__c'));
  const validated = await deploy(salesforce, files, { checkOnly: true });
  const same = hashInputs(salesforce.org.sourceFolder());
  await deploy(salesforce, files);
  const next = pretendBuilt(salesforce.org);

  expect(validated.status).toBe('Succeeded');
  expect(same).toBe(key);
  expect(next).not.toBe(key);
  expect(await page('page/home')).toContain(`/lightning/_assets/app/${next}/main.js`);
});
