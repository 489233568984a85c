import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { VirtualClock } from '../../emulators/core/index.ts';
import { createOrg } from '../../emulators/salesforce/create-org.ts';
import type { SaveResult } from '../../emulators/salesforce/entities.ts';

const ROOT = join(import.meta.dirname, '../..');
const NORTHWIND = 'Northwind – New Business – Code Search – 2,600 seats';

type Alias = 'ana' | 'chen' | 'ines' | 'val' | 'sync';

let org: Awaited<ReturnType<typeof createOrg>>;

beforeAll(async () => {
  org = await createOrg({
    source: ROOT,
    data: join(ROOT, 'data/plan.json'),
    personas: join(ROOT, 'config/personas.json'),
    clock: new VirtualClock(),
  });
});

afterAll(() => {
  org.close();
});

function opportunity(name: string): { id: string; account: string } {
  const row = org.database.prepare('SELECT Id, AccountId FROM Opportunity WHERE Name = ?').get(name);
  return { id: String(row?.['Id']), account: String(row?.['AccountId']) };
}

function write(alias: Alias, kind: 'insert' | 'update', object: string, values: Record<string, unknown>): SaveResult {
  const user = org.findUser(`${alias}@groundwork.example`);
  if (user === undefined) {
    throw new Error(`config/personas.json has no ${alias}`);
  }
  const { Id, ...rest } = values;
  const operation = kind === 'insert' ? { kind, object, values: rest } : { kind, object, id: String(Id), values: rest };
  const [result] = org.write(user, [operation], { allOrNone: false });
  if (result === undefined) {
    throw new Error('one operation has no result');
  }
  return result;
}

function file(alias: Alias, values: Record<string, unknown> = {}): SaveResult {
  const { id, account } = opportunity(NORTHWIND);
  return write(alias, 'insert', 'Implementation_Request__c', {
    Account__c: account,
    Opportunity__c: id,
    Request_Type__c: 'Production_Deployment',
    Deployment_Method__c: 'Kubernetes_Helm',
    Hosting_Provider__c: 'AWS',
    Different_Because__c: 'Another environment',
    ...values,
  });
}

test('a new request is Submitted', () => {
  const { id } = file('chen', { Strategy__c: 'Jointly_Managed' });

  const row = org.database.prepare('SELECT Status__c, Name FROM Implementation_Request__c WHERE Id = ?').get(id);
  expect(row?.['Status__c']).toBe('Submitted');
  expect(row?.['Name']).toMatch(/^IR-\d{5}$/);
});

describe('a request that is filed', () => {
  let id: string | null = null;

  beforeEach(() => {
    ({ id } = file('chen'));
  });

  test.each<[Alias, Record<string, unknown>, boolean]>([
    ['chen', { Additional_Information__c: 'More' }, true],
    ['ana', { Priority__c: 'P1' }, false],
    ['chen', { Backlog_Rank__c: 1 }, false],
    ['chen', { Triage_Notes__c: 'Mine' }, false],
    ['ines', { Priority__c: 'P1', Priority_Override_Reason__c: 'The board asked' }, true],
    ['ines', { Backlog_Rank__c: 1, Triage_Notes__c: 'Ours', Next_Steps__c: 'Plan' }, true],
    ['val', { Status__c: 'In_Triage' }, false],
    ['sync', { Priority__c: 'P1', Backlog_Rank__c: 1, Triage_Notes__c: 'Ours', Next_Steps__c: 'Plan' }, true],
    ['sync', { Status__c: 'In_Triage' }, false],
  ])('%s may write %p: %p', (alias, values, allowed) => {
    const { success } = write(alias, 'update', 'Implementation_Request__c', { Id: id, ...values });

    expect(success).toBe(allowed);
  });
});

test('leadership files nothing', () => {
  expect(file('val').success).toBe(false);
});
