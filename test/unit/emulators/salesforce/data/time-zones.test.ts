import { afterEach, expect, test } from '@jest/globals';
import { roomFlow, ROOMS } from '../automation/flow-source.ts';
import { assign } from '../flow/flow-xml.ts';
import { fieldFile, formulaFile, ruleFile, type SourceFiles } from '../schema/source-folder.ts';
import { query } from '../soql/query-org.ts';
import { bootOrg, closeOrgs, create, stored, userNamed, writeOne } from './booted-org.ts';
import { dayIn, startOfDay } from '../../../../../emulators/salesforce/time-zone.ts';

afterEach(closeOrgs);

const SOURCE: SourceFiles = {
  ...ROOMS,
  ...fieldFile('Room__c', 'Seen__c', '<type>DateTime</type>'),
  ...fieldFile('Room__c', 'Day__c', '<type>Date</type><defaultValue>TODAY()</defaultValue>'),
  ...formulaFile('Room__c', 'Seen_On__c', 'Date', 'DATEVALUE(Seen__c)'),
  ...formulaFile('Room__c', 'Seen_Text__c', 'Text', 'TEXT(Seen__c)'),
  ...ruleFile('Room__c', 'Not_Past', 'Due__c < TODAY()', 'That day has passed.', 'Due__c'),
  ...roomFlow({
    when: 'RecordBeforeSave',
    first: 'Fill',
    body:
      assign('Fill', [['$Record.Note__c', 'Assign', '=Days']]) +
      '<formulas><name>Days</name><dataType>String</dataType><expression>TEXT({!$Flow.CurrentDate}) &amp; " " &amp; TEXT(TODAY())</expression></formulas>',
  }),
};

/** The administrator of the org, and one who is fourteen hours ahead: it is 22 November here, and the 23rd there. */
async function bootRooms() {
  const { org, admin } = await bootOrg(SOURCE);
  create(org, admin, 'User', {
    Username: 'kiri@groundwork.example',
    Email: 'kiri@groundwork.example',
    LastName: 'Kiri',
    Alias: 'kiri',
    ProfileId: org.database.prepare("SELECT Id FROM Profile WHERE Name = 'System Administrator'").get()?.['Id'],
    TimeZoneSidKey: 'Pacific/Kiritimati',
    LocaleSidKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    LanguageLocaleKey: 'en_US',
  });
  return { org, admin, kiri: userNamed(org, 'kiri@groundwork.example') };
}

test('TODAY() and DATEVALUE() are of the day of the user, in rules, defaults, fields and flows', async () => {
  const { org, admin, kiri } = await bootRooms();
  const values = { Name: 'Blue', Due__c: '2026-11-22', Seen__c: '2026-11-22T11:00:00Z' };

  const here = create(org, admin, 'Room__c', values);
  const refused = writeOne(org, kiri, { kind: 'insert', object: 'Room__c', values });
  const there = create(org, kiri, 'Room__c', { ...values, Due__c: '2026-11-23' });

  expect(refused.errors).toMatchObject([{ message: 'That day has passed.' }]);
  expect([here, there].map((id) => stored(org, 'Room__c', id))).toMatchObject([
    { Day__c: '2026-11-22', Note__c: '2026-11-22 2026-11-22' },
    { Day__c: '2026-11-23', Note__c: '2026-11-23 2026-11-23' },
  ]);
  const soql = "SELECT Seen_On__c, Seen_Text__c FROM Room__c WHERE Seen_On__c != null AND Name = 'Blue'";
  expect(query(org, admin, soql).records[0]).toMatchObject({ Seen_On__c: '2026-11-22' });
  expect(query(org, kiri, soql).records[0]).toMatchObject({
    Seen_On__c: '2026-11-23',
    Seen_Text__c: '2026-11-22 11:00:00Z',
  });
});

test('the words of a query are of the day of the user', async () => {
  const { org, admin, kiri } = await bootRooms();
  create(org, admin, 'Room__c', { Name: 'Blue', Seen__c: '2026-11-22T09:59:59Z' });
  const count = (user: typeof admin, word: string) =>
    query(org, user, `SELECT COUNT() FROM Room__c WHERE Seen__c = ${word}`).totalSize;

  expect([count(admin, 'TODAY'), count(kiri, 'TODAY'), count(kiri, 'YESTERDAY')]).toEqual([1, 0, 1]);
});

test('a user needs a time zone that there is', async () => {
  const { org, admin, kiri } = await bootRooms();

  const { errors } = writeOne(org, admin, {
    kind: 'update',
    object: 'User',
    id: kiri.id,
    values: { TimeZoneSidKey: 'Moon/Tycho' },
  });

  expect(errors).toMatchObject([{ statusCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', fields: ['TimeZoneSidKey'] }]);
});

test.each([
  ['GMT', '2026-03-29', '2026-03-29T00:00:00.000Z'],
  ['Europe/Paris', '2026-03-29', '2026-03-28T23:00:00.000Z'],
  ['Europe/Paris', '2026-03-30', '2026-03-29T22:00:00.000Z'],
  ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
  ['Asia/Kolkata', '2026-11-22', '2026-11-21T18:30:00.000Z'],
])('in %s the day %s begins at %s', (zone, day, moment) => {
  expect(startOfDay(zone, day).toISOString()).toBe(moment);
  expect(dayIn(zone, Date.parse(moment))).toBe(day);
  expect(dayIn(zone, Date.parse(moment) - 1)).not.toBe(day);
});
