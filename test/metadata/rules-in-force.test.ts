import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { VirtualClock } from '../../emulators/core/index.ts';
import { createOrg } from '../../emulators/salesforce/create-org.ts';
import type { SaveResult } from '../../emulators/salesforce/entities.ts';

const ROOT = join(import.meta.dirname, '../..');
const NORTHWIND = 'Northwind – New Business – Code Search – 2,600 seats';
const LOST = 'Larkspur – Pilot – Studio Tools – 60 seats';

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
    ...values,
  });
}

function told({ errors }: SaveResult): [string, string[]][] {
  return errors.map(({ message, fields }) => [message, fields]);
}

test('a new request is Submitted', () => {
  const { id } = file('chen', { Strategy__c: 'Jointly_Managed' });

  const row = org.database.prepare('SELECT Status__c, Name FROM Implementation_Request__c WHERE Id = ?').get(id);
  expect(row?.['Status__c']).toBe('Submitted');
  expect(row?.['Name']).toMatch(/^IR-\d{5}$/);
});

test('what is missing is told at its field', () => {
  expect(told(file('chen', { Deployment_Method__c: null, Hosting_Provider__c: null }))).toEqual([
    ['Choose the expected deployment method. If it is open, choose “Not yet known”.', ['Deployment_Method__c']],
    ['Choose the expected hosting provider. If it is open, choose “Not yet known”.', ['Hosting_Provider__c']],
  ]);
});

test('a draft may be incomplete', () => {
  const draft = { Status__c: 'Draft', Opportunity__c: null, Deployment_Method__c: null, Hosting_Provider__c: null };

  expect(file('chen', draft).errors).toEqual([]);
});

test('a Production Deployment needs an Opportunity, and a migration does not', () => {
  expect(told(file('chen', { Opportunity__c: null }))).toEqual([
    ['Choose the Opportunity. A Production Deployment needs one.', ['Opportunity__c']],
  ]);
  expect(file('chen', { Opportunity__c: null, Request_Type__c: 'Production_Migration' }).errors).toEqual([]);
});

test('the Opportunity belongs to the Account', () => {
  const { account } = opportunity(LOST);

  expect(told(file('chen', { Account__c: account }))).toEqual([
    ['This Opportunity belongs to another customer. Choose one of this Account.', ['Opportunity__c']],
  ]);
});

test('nothing is filed on an Opportunity that is lost', () => {
  const { id, account } = opportunity(LOST);

  expect(told(file('chen', { Account__c: account, Opportunity__c: id }))).toEqual([
    ['This Opportunity is Closed Lost. Reopen it before you file a request.', ['Opportunity__c']],
  ]);
});

test.each([
  ['http://docs.example/design', false],
  ['https://docs.example/my design', false],
  ['https://docs.example/design', true],
])('the address of a link, %p, is accepted: %p', (address, accepted) => {
  const { id } = file('ana');

  const { errors } = write('ana', 'insert', 'Request_Link__c', { Implementation_Request__c: id, Url__c: address });

  expect(errors.map(({ message, fields }) => [message, fields])).toEqual(
    accepted ? [] : [['Enter an address that begins with https:// and has no spaces.', ['Url__c']]],
  );
});

test.each(['Qualified', 'Selected'])('a new request is not %s', (status) => {
  expect(file('ines', { Status__c: status, Next_Steps__c: 'Plan' }).errors.map(({ fields }) => fields)).toEqual([
    ['Status__c'],
  ]);
});

describe('a request that is filed', () => {
  let id: string | null = null;

  beforeEach(() => {
    ({ id } = file('chen'));
  });

  function move(status: string, nextSteps: string | null = 'Plan'): [string, string[]][] {
    return told(
      write('ines', 'update', 'Implementation_Request__c', { Id: id, Status__c: status, Next_Steps__c: nextSteps }),
    );
  }

  test('a request is triaged, qualified and selected in that order', () => {
    const [tooEarly] = move('Qualified');
    expect(tooEarly?.[0]).toBe('Only a request In Triage or Leadership Review can be Qualified. Move it there first.');
    expect(move('In_Triage')).toEqual([]);
    const [alsoTooEarly] = move('Selected');
    expect(alsoTooEarly?.[0]).toBe('Only a Qualified request can be Selected. Qualify it first.');
    expect(move('Qualified')).toEqual([]);
    expect(move('Selected')).toEqual([]);
  });

  test('a decision needs next steps', () => {
    expect(move('In_Triage', null)).toEqual([]);
    expect(move('Qualified', null)).toEqual([
      ['Fill in Next Steps first: the AE and the CE learn them with the decision.', ['Next_Steps__c']],
    ]);
  });

  test.each<[Alias, Record<string, unknown>, boolean]>([
    ['ana', { Additional_Information__c: 'More' }, true],
    ['ana', { Priority__c: 'P1' }, false],
    ['chen', { Backlog_Rank__c: 1 }, false],
    ['chen', { Triage_Notes__c: 'Mine' }, false],
    ['ines', { Priority__c: 'P1', Backlog_Rank__c: 1, Triage_Notes__c: 'Ours', Next_Steps__c: 'Plan' }, true],
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
