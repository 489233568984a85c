import { afterEach, expect, test } from '@jest/globals';
import { objectFile } from '../schema/source-folder.ts';
import { query } from '../soql/query-org.ts';
import { bootOrg, closeOrgs, create, stored, writeOne } from './booted-org.ts';

afterEach(closeOrgs);

function object(name: string, elements = ''): Record<string, string> {
  const names = `<label>${name}</label><nameField><label>Name</label><type>Text</type></nameField>`;
  return objectFile(`${name}__c`, `${elements}${names}<sharingModel>ReadWrite</sharingModel>`);
}

test('a task begins as not started and is closed when it is completed', async () => {
  const { org, admin } = await bootOrg({});
  const WhatId = create(org, admin, 'Account', { Name: 'Acme' });
  const id = create(org, admin, 'Task', {
    Subject: 'Anything at all',
    WhatId,
    ActivityDate: '2026-12-01',
    Priority: 'High',
  });
  const before = stored(org, 'Task', id);

  writeOne(org, admin, { kind: 'update', object: 'Task', id, values: { Status: 'Completed' } });

  expect(before).toMatchObject({ Status: 'Not Started', IsClosed: 0, IsHighPriority: 1, CompletedDateTime: null });
  expect(stored(org, 'Task', id)).toMatchObject({ IsClosed: 1, CompletedDateTime: '2026-11-22T10:00:00.000Z' });
  expect(
    query(
      org,
      admin,
      "SELECT (SELECT Subject FROM Tasks) FROM Account WHERE Id IN (SELECT WhatId FROM Task WHERE Subject LIKE 'any%')",
    ).totalSize,
  ).toBe(1);
});

test('a task is about records of objects with activities, and of no others', async () => {
  const { org, admin } = await bootOrg({
    ...object('Active', '<enableActivities>true</enableActivities>'),
    ...object('Idle'),
  });
  const insert = (object: string) =>
    writeOne(org, admin, {
      kind: 'insert',
      object: 'Task',
      values: { Subject: 'Call', WhatId: create(org, admin, object, { Name: 'A' }) },
    }).errors[0]?.statusCode;

  expect([insert('Active__c'), insert('Idle__c')]).toEqual([undefined, 'FIELD_INTEGRITY_EXCEPTION']);
});
