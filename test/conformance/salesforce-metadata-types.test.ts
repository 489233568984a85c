import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { COMPONENT_TYPES, REFUSED_TYPES } from '../../emulators/salesforce/metadata-api/package/index.ts';
import { readZip } from '../../emulators/salesforce/metadata-api/zip/index.ts';
import type { SalesforceEmulator } from '../../emulators/salesforce/index.ts';
import type { Sample } from './metadata-sample.ts';
import { SAMPLES } from './metadata-samples.ts';
import { startSalesforce, stopSalesforce } from './salesforce-org.ts';
import { deletion, deploy, manifest, soap, type PackageFiles } from './salesforce-packages.ts';

let salesforce: SalesforceEmulator;

beforeEach(async () => {
  ({ salesforce } = await startSalesforce());
});
afterEach(stopSalesforce);

/** One package of several samples; parts of one object stand in one file. */
function packageOf(samples: Sample[]): PackageFiles {
  const files: PackageFiles = {};
  for (const [path, text] of samples.flatMap((sample) => Object.entries(sample.files))) {
    files[path] =
      path in files
        ? (files[path] ?? '').replace(/\n<\/CustomObject>/, text.replace(/^[\s\S]*?<CustomObject[^>]*>/, '').trimEnd())
        : text;
  }
  const types = Map.groupBy(samples, ({ type }) => type);
  const members = [...types].map(([type, ofType]) => [type, ofType.map(({ fullName }) => fullName)] as const);
  return { ...files, 'package.xml': manifest(Object.fromEntries(members)) };
}

async function retrieve(samples: Sample[]): Promise<Map<string, string>> {
  const wanted = packageOf(samples)['package.xml']?.replace(/^[\s\S]*?<Package[^>]*>|<\/Package>\s*$/g, '') ?? '';
  const started = await soap(
    salesforce,
    `<retrieve><request><singlePackage>true</singlePackage><unpackaged>${wanted}</unpackaged></request></retrieve>`,
  );
  const id = /<id>(\w+)<\/id>/.exec(started.text)?.[1] ?? '';
  const { text } = await soap(
    salesforce,
    `<checkRetrieveStatus><asyncProcessId>${id}</asyncProcessId></checkRetrieveStatus>`,
  );
  const zip = Buffer.from(/<zipFile>([^<]*)</.exec(text)?.[1] ?? '', 'base64');
  return new Map([...readZip(zip)].map(([path, content]) => [path, content.toString('utf8')]));
}

async function listed({ type, fullName, listedAs }: Sample): Promise<string> {
  const [folderName, ...inFolder] = fullName.split('/');
  const folder = inFolder.length > 0 ? `<folder>${folderName}</folder>` : '';
  const { text } = await soap(
    salesforce,
    `<listMetadata><queries>${folder}<type>${listedAs ?? type}</type></queries></listMetadata>`,
  );
  return text;
}

test('a component of every type is deployed, listed, retrieved as it was, found unchanged, and deleted', async () => {
  const { details } = await deploy(salesforce, packageOf(SAMPLES));
  const lists = await Promise.all(SAMPLES.map(async (sample) => [sample, await listed(sample)] as const));
  const retrieved = await retrieve(SAMPLES);
  const again = await deploy(salesforce, { ...Object.fromEntries(retrieved) });
  const removable = SAMPLES.filter(({ type }) => !['RecordType', 'StandardValueSet'].includes(type)).toReversed();
  const gone = await deploy(salesforce, {
    'package.xml': manifest({}),
    'destructiveChangesPost.xml': packageOf(removable)['package.xml'] ?? '',
  });

  expect(details.componentFailures).toEqual([]);
  expect(lists.filter(([{ fullName }, list]) => !list.includes(`<fullName>${fullName}</fullName>`))).toEqual([]);
  const files = SAMPLES.flatMap((sample) => Object.entries(sample.files)).filter(
    ([path]) => !/^(objects|labels)\//.test(path),
  );
  expect(files.filter(([path, text]) => retrieved.get(path) !== text).map(([path]) => path)).toEqual([]);
  expect(again.details.componentFailures).toEqual([]);
  const changed = again.details.componentSuccesses.filter(
    (one) => one.fullName !== 'package.xml' && (one.changed || one.created),
  );
  expect(changed).toEqual([]);
  expect(gone.details.componentFailures).toEqual([]);
  const deleted = gone.details.componentSuccesses
    .filter((one) => one.deleted)
    .map(({ componentType }) => componentType);
  expect(new Set(deleted)).toEqual(new Set(removable.map(({ type }) => type)));
});

/** The one file of all labels. */
const LABELS = 'CustomLabels';

test('every type that describeMetadata lists has a sample', () => {
  const sampled = new Set([LABELS, ...SAMPLES.map(({ type }) => type)]);
  const types = COMPONENT_TYPES.flatMap(({ type, children }) => [type, ...children.map((child) => child.type)]);

  expect(types.filter((type) => !sampled.has(type))).toEqual([]);
});

test('what is not taken is refused by name, with the reason', async () => {
  const types = Object.fromEntries(Object.keys(REFUSED_TYPES).map((type) => [type, ['Anything']]));

  const { details } = await deploy(salesforce, { 'package.xml': manifest(types) });

  const expected = Object.entries(REFUSED_TYPES).map(([type, why]) => `${type} cannot be deployed to this org: ${why}`);
  expect(details.componentFailures.map(({ problem }) => problem)).toEqual(expected);
});

test.each([
  ['a quick action for a component that is not there', 'QuickAction', 'component hello does not exist'],
  [
    'an alert with a template that is not there',
    'Workflow',
    'In field: template - no EmailTemplate named Team/Hello found',
  ],
])('%s is refused', async (_, type, problem) => {
  const { details } = await deploy(salesforce, packageOf(SAMPLES.filter((sample) => sample.type === type)));

  expect(details.componentFailures.map((failure) => failure.problem)).toEqual([problem]);
});

test('a workflow rule is refused by the element', async () => {
  const rule =
    '<rules><fullName>R</fullName><active>true</active><formula>TRUE</formula><triggerType>onAllChanges</triggerType></rules>';
  const [sample] = SAMPLES.filter(({ type }) => type === 'Workflow');
  const text = sample?.files['workflows/Project__c.workflow']?.replace(/<alerts>.*<\/alerts>/, rule) ?? '';

  const { details } = await deploy(salesforce, {
    'package.xml': manifest({ Workflow: ['Project__c'] }),
    'workflows/Project__c.workflow': text,
  });

  expect(details.componentFailures[0]?.problem).toContain('Workflow.rules: is not supported: a flow does this');
});

test('what is in use is not deleted', async () => {
  await deploy(salesforce, packageOf(SAMPLES));

  const { details } = await deploy(salesforce, deletion('LightningComponentBundle', 'hello'));

  expect(details.componentFailures.map(({ problem }) => problem)).toEqual([
    'This component is referenced elsewhere in salesforce.com : QuickAction - Project__c.Say_Hello.',
  ]);
});
