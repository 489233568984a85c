import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parseQuery, type FieldType, type Query, type WhereClause } from '@jetstreamapp/soql-parser-js';
import { EDITABLE } from '../../sync/mapping/index.ts';
import { createOutbox } from '../../sync/mirror/tell-salesforce.ts';
import type { CycleContext } from '../../sync/mirror/context.ts';
import { DELIVERY_OBJECTS } from '../../sync/salesforce/delivery.ts';
import { changedRequests, requestsWithChanged } from '../../sync/salesforce/soql.ts';
import { buildDelivery, buildEntry } from '../unit/sync/support/build-entry.ts';
import { TestOrg } from './support/org.ts';

const REQUEST = 'Implementation_Request__c';
const LINK = 'Request_Link__c';
const PERMISSION_SET = new URL(
  '../../force-app/main/default/permissionsets/Groundwork_Integration.permissionset-meta.xml',
  import.meta.url,
);

interface Description {
  fields: { name: string; permissionable: boolean; relationshipName: string | null; referenceTo: string[] }[];
  childRelationships: { childSObject: string; field: string; relationshipName: string | null }[];
}

let org: TestOrg;
const described = new Map<string, Description>();

beforeAll(async () => {
  org = await TestOrg.start({ at: '2026-11-15T10:00:00Z' });
}, 60_000);

afterAll(() => org.close());

async function describeObject(object: string): Promise<Description> {
  const known = described.get(object) ?? ((await org.as('adi').get(`/sobjects/${object}/describe`)) as Description);
  described.set(object, known);
  return known;
}

/** Those of the fields that a permission set can grant: required ones and those of the platform are everybody's. */
async function grantable(fields: Iterable<string>): Promise<string[]> {
  const granted = [];
  for (const path of new Set(fields)) {
    const [object = '', name] = path.split('.');
    const field = (await describeObject(object)).fields.find((one) => one.name === name);
    if (field === undefined) throw new Error(`There is no ${path}`);
    if (field.permissionable && object !== 'User') granted.push(path);
  }
  return granted.toSorted();
}

/** The fields that a query reads, as `Object.Field`, with the lookups that lead to them. */
async function readBy(query: Query | { fields?: FieldType[]; where?: WhereClause }, object: string): Promise<string[]> {
  const parts = (query.fields ?? []).map(async (field) => {
    if (field.type === 'FieldSubquery') {
      const { childRelationships } = await describeObject(object);
      const child = childRelationships.find(
        ({ relationshipName }) => relationshipName === field.subquery.relationshipName,
      );
      if (child === undefined) throw new Error(`${object} has no ${field.subquery.relationshipName}`);
      return [`${child.childSObject}.${child.field}`, ...(await readBy(field.subquery, child.childSObject))];
    }
    if (field.type === 'FieldRelationship') return alongPath(object, [...field.relationships, field.field]);
    if (field.type === 'Field') return [`${object}.${field.field}`];
    throw new Error(`Not expected in a query of the service: ${field.type}`);
  });
  const inner = query.where?.left;
  const joined = inner && 'valueQuery' in inner ? await readBy(inner.valueQuery, String(inner.valueQuery.sObject)) : [];
  return [...(await Promise.all(parts)).flat(), ...joined];
}

async function alongPath(object: string, [first = '', ...rest]: readonly string[]): Promise<string[]> {
  if (rest.length === 0) return [`${object}.${first}`];
  const { fields } = await describeObject(object);
  const lookup = fields.find(({ relationshipName }) => relationshipName === first);
  const [target] = lookup?.referenceTo ?? [];
  if (lookup === undefined || target === undefined) throw new Error(`${object} has no ${first}`);
  return [`${object}.${lookup.name}`, ...(await alongPath(target, rest))];
}

/** What Salesforce is told of a customer in Vitally. */
async function told(): Promise<string[]> {
  const fields = new Set<string>();
  const document = { id: 'l', type: null, title: 'Runbook', url: 'https://docs.example', isForVitally: true };
  const entry = buildEntry({
    delivery: buildDelivery({ documents: [document] }),
  });
  const context = {
    state: {
      told: { find: () => undefined, put: () => undefined },
      pending: { done: () => undefined },
      transaction: (work: () => void) => work(),
    },
    clock: { now: () => new Date(0) },
    salesforce: {
      tellRecords: async (updates: { object: string; fields: object }[]) => {
        for (const update of updates)
          for (const name of Object.keys(update.fields)) fields.add(`${update.object}.${name}`);
        return updates.map(() => undefined);
      },
    },
  };
  const outbox = createOutbox(context as unknown as CycleContext);
  await outbox.add({
    ...{ accountId: 'a', entries: [entry], state: 'found', link: 'https://vitally.example' },
    ...{ writtenAt: '2026-11-15T10:00:00Z', documents: new Set(['l']) },
  });
  await outbox.flush();
  return [...fields];
}

/** The fields that the permission set lets read, or edit. */
function grants(right: 'readable' | 'editable'): string[] {
  const blocks = readFileSync(PERMISSION_SET, 'utf8').match(/<fieldPermissions>.*?<\/fieldPermissions>/gs) ?? [];
  return blocks
    .filter((block) => block.includes(`<${right}>true</${right}>`))
    .map((block) => /<field>(.*)<\/field>/.exec(block)?.[1] ?? '')
    .toSorted();
}

const written = async (): Promise<string[]> => [
  ...Object.values(EDITABLE).map(({ object, field }) => `${object}.${field}`),
  ...(await told()),
  `${REQUEST}.Backlog_Since__c`,
];

test('the service may write what it writes, and nothing else', async () => {
  expect(grants('editable')).toEqual(await grantable(await written()));
});

test('the service may read what it asks for or writes, and nothing else', async () => {
  const since = new Date(0);
  const queries = [
    changedRequests(since),
    ...[LINK, ...DELIVERY_OBJECTS].map((one) => requestsWithChanged(one, since)),
  ];
  const read = await Promise.all(queries.map((soql) => readBy(parseQuery(soql), REQUEST)));

  expect(grants('readable')).toEqual(await grantable([...read.flat(), ...(await written())]));
});
