import { afterEach, expect, test } from '@jest/globals';
import { objectFile } from '../schema/source-folder.ts';
import { query } from '../soql/query-org.ts';
import { bootOrg, closeOrgs, create, stored, writeOne } from './booted-org.ts';

afterEach(closeOrgs);

const START = '2026-12-01T09:00:00.000Z';

test('the end and the duration of an event follow each other', async () => {
  const { org, admin } = await bootOrg({});
  const id = create(org, admin, 'Event', { Subject: 'Meeting', StartDateTime: START, DurationInMinutes: 90 });
  const before = stored(org, 'Event', id);

  writeOne(org, admin, {
    kind: 'update',
    object: 'Event',
    id,
    values: { EndDateTime: '2026-12-01T10:00:00Z' },
  });

  expect(before).toMatchObject({
    ActivityDateTime: START,
    ActivityDate: '2026-12-01',
    EndDateTime: '2026-12-01T10:30:00.000Z',
    ShowAs: 'Busy',
  });
  expect(stored(org, 'Event', id)).toMatchObject({ DurationInMinutes: 60, EndDate: '2026-12-01' });
});

test('an event of whole days has a date and no time', async () => {
  const { org, admin } = await bootOrg({});

  const id = create(org, admin, 'Event', { IsAllDayEvent: true, ActivityDate: '2026-12-01', DurationInMinutes: 2880 });

  expect(stored(org, 'Event', id)).toMatchObject({
    StartDateTime: '2026-12-01T00:00:00.000Z',
    ActivityDateTime: null,
    EndDate: '2026-12-02',
  });
});

test.each([
  [{}, 'REQUIRED_FIELD_MISSING', ['DurationInMinutes', 'ActivityDateTime']],
  [{ StartDateTime: START }, 'REQUIRED_FIELD_MISSING', ['DurationInMinutes']],
  [{ StartDateTime: START, EndDateTime: '2026-11-30T09:00:00Z' }, 'FIELD_INTEGRITY_EXCEPTION', ['EndDateTime']],
  [{ StartDateTime: START, EndDateTime: '2026-12-31T09:00:00Z' }, 'FIELD_INTEGRITY_EXCEPTION', ['EndDateTime']],
])('an event with the times %j is refused', async (values, statusCode, fields) => {
  const { org, admin } = await bootOrg({});

  const { errors } = writeOne(org, admin, { kind: 'insert', object: 'Event', values });

  expect(errors).toMatchObject([{ statusCode, fields }]);
});

test('events and tasks are asked for by whom and what they are about', async () => {
  const { org, admin } = await bootOrg(
    objectFile(
      'Trip__c',
      '<enableActivities>true</enableActivities><label>Trip</label><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel>',
    ),
  );
  const WhoId = create(org, admin, 'Contact', { FirstName: 'Ann', LastName: 'Lee' });
  const trip = create(org, admin, 'Trip__c', { Name: 'Oslo' });
  const account = create(org, admin, 'Account', { Name: 'Acme', Industry: 'Energy' });
  const timed = { StartDateTime: START, DurationInMinutes: 30 };
  create(org, admin, 'Event', { Subject: 'A', WhoId, WhatId: trip, ...timed });
  create(org, admin, 'Event', { Subject: 'B', WhatId: account, ...timed });
  create(org, admin, 'Task', { Subject: 'C', WhatId: account });
  const ask = (soql: string) => query(org, admin, soql).records;

  expect(ask('SELECT Who.Name, What.Name, What.Type, Owner.Name FROM Event ORDER BY Subject')).toMatchObject([
    { Who: { Name: 'Ann Lee' }, What: { Name: 'Oslo', Type: 'Trip__c' }, Owner: { Name: 'Adi Sharma' } },
    { Who: null, What: { Name: 'Acme', Type: 'Account' } },
  ]);
  expect(ask("SELECT Subject FROM Event WHERE What.Type = 'Trip__c'")).toMatchObject([{ Subject: 'A' }]);
  expect(
    ask('SELECT TYPEOF What WHEN Account THEN Industry WHEN Trip__c THEN Name ELSE Id END FROM Event ORDER BY Subject'),
  ).toMatchObject([{ What: { Name: 'Oslo' } }, { What: { Industry: 'Energy' } }]);
  expect(ask('SELECT (SELECT Subject FROM Events), (SELECT Subject FROM Tasks) FROM Account')).toMatchObject([
    { Events: { records: [{ Subject: 'B' }] }, Tasks: { records: [{ Subject: 'C' }] } },
  ]);
});
