import { afterEach, expect, test } from '@jest/globals';
import type { WriteOperation } from '../../../../../emulators/salesforce/entities.ts';
import { bootOrg, closeOrgs, create, stored, userNamed, writeOne } from '../data/booted-org.ts';
import { assign, decide, fields, filters, goTo } from '../flow/flow-xml.ts';
import { fieldFile, permissionSetFile, ruleFile } from '../schema/source-folder.ts';
import { roomFlow, ROOMS } from './flow-source.ts';

afterEach(closeOrgs);

const CLOSED = filters([['State__c', 'EqualTo', 'Closed']]);

/** Updates the desks of the room. */
const closeDesks = `<recordUpdates><name>Close_Desks</name><object>Desk__c</object>${filters([
  ['Room__c', 'EqualTo', '=$Record.Id'],
])}${fields({ State__c: 'Closed' })}</recordUpdates>`;

const customError = `<customErrors><name>Refuse</name><customErrorMessages><errorMessage>{!$Record.Name} stays.</errorMessage><fieldSelection>State__c</fieldSelection><isFieldError>true</isFieldError></customErrorMessages></customErrors>`;

test('what a flow fills in before the save is seen by the rules and is saved', async () => {
  const { org, admin } = await bootOrg({
    ...ROOMS,
    ...ruleFile('Room__c', 'Noted', 'ISBLANK(Note__c)', 'Note it.'),
    ...roomFlow({
      when: 'RecordBeforeSave',
      first: 'Fill',
      body: assign('Fill', [['$Record.Note__c', 'Assign', 'By {!$User.Username}']]),
    }),
  });

  const id = create(org, admin, 'Room__c', { Name: 'Blue' });

  expect(stored(org, 'Room__c', id)).toMatchObject({ Note__c: 'By adi@groundwork.example' });
});

test('what a flow fills in has to fit the field', async () => {
  const { org, admin } = await bootOrg({
    ...ROOMS,
    ...roomFlow({
      when: 'RecordBeforeSave',
      first: 'Fill',
      body: assign('Fill', [['$Record.State__c', 'Assign', '=$Record.Name']]),
    }),
  });

  const { errors } = writeOne(org, admin, { kind: 'insert', object: 'Room__c', values: { Name: 'Blue' } });

  expect(errors).toEqual([
    {
      statusCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      message: 'State: bad value for restricted picklist field: Blue',
      fields: ['State__c'],
    },
  ]);
});

test('a lookup that a flow fills in with a formula, whose ids have 15 characters, leads to its record', async () => {
  const number = '<type>Number</type><precision>5</precision><scale>0</scale>';
  const fill = {
    when: 'RecordBeforeSave',
    object: 'Desk__c',
    first: 'Fill',
    body: `<formulas><name>Room</name><dataType>String</dataType><expression>IF(ISBLANK({!$Record.Room__c}), {!$Record.Spare__c}, {!$Record.Room__c})</expression></formulas>${assign(
      'Fill',
      [
        ['$Record.Room__c', 'Assign', '=Room'],
        ['$Record.Seats__c', 'Assign', '=$Record.Room__r.Seats__c'],
      ],
    )}`,
  } as const;
  const { org, admin } = await bootOrg({
    ...ROOMS,
    ...fieldFile('Desk__c', 'Seats__c', number),
    ...fieldFile(
      'Desk__c',
      'Spare__c',
      '<type>Lookup</type><referenceTo>Room__c</referenceTo><relationshipName>Spares</relationshipName>',
    ),
    ...roomFlow(fill),
  });
  const room = create(org, admin, 'Room__c', { Name: 'Blue', Seats__c: 4 });

  const desk = create(org, admin, 'Desk__c', { Name: 'Left', Spare__c: room });

  expect(stored(org, 'Desk__c', desk)).toMatchObject({ Room__c: room, Seats__c: 4 });
});

test('a rule that is broken keeps the flows after the save from running', async () => {
  const { org, admin } = await bootOrg({
    ...ROOMS,
    ...ruleFile('Room__c', 'Seated', 'ISBLANK(Seats__c)', 'Seats?', 'Seats__c'),
    ...roomFlow({
      first: 'Add',
      body: `<recordCreates><name>Add</name><object>Desk__c</object>${fields({ Name: 'Desk', Room__c: '=$Record.Id' })}</recordCreates>`,
    }),
  });

  const { errors } = writeOne(org, admin, { kind: 'insert', object: 'Room__c', values: { Name: 'Blue' } });

  expect(errors).toMatchObject([{ message: 'Seats?' }]);
  expect(org.database.prepare('SELECT count(*) AS count FROM Desk__c').get()).toEqual({ count: 0 });
});

test('a flow after the save writes other records, through their rules, and fails its own record with them', async () => {
  const { org, admin, clock } = await bootOrg({
    ...ROOMS,
    ...ruleFile('Desk__c', 'Fixed', 'AND(ISPICKVAL(State__c, "Closed"), Name = "Fixed")', 'This desk stays.'),
    ...roomFlow({ first: 'Close_Desks', start: CLOSED, body: closeDesks }),
  });
  const [blue, red] = ['Blue', 'Red'].map((Name) => create(org, admin, 'Room__c', { Name })) as [string, string];
  const desk = create(org, admin, 'Desk__c', { Name: 'Desk', Room__c: blue });
  create(org, admin, 'Desk__c', { Name: 'Fixed', Room__c: red });
  clock.advance(60_000);

  const results = org.write(
    admin,
    [blue, red].map((id) => ({ kind: 'update', object: 'Room__c', id, values: { State__c: 'Closed' } })),
    { allOrNone: false },
  );

  expect(results.map(({ success }) => success)).toEqual([true, false]);
  expect(results[1]?.errors[0]).toMatchObject({ statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER' });
  expect(results[1]?.errors[0]?.message).toContain('FIELD_CUSTOM_VALIDATION_EXCEPTION: This desk stays.');
  expect(stored(org, 'Room__c', blue)).toMatchObject({ State__c: 'Closed' });
  expect(stored(org, 'Room__c', red)).toMatchObject({ State__c: 'Open' });
  expect(stored(org, 'Desk__c', desk)).toMatchObject({
    State__c: 'Closed',
    SystemModstamp: '2026-11-22T10:01:00.000Z',
  });
});

test('a flow writes what its user may not even see', async () => {
  const { org, admin } = await bootOrg({
    ...ROOMS,
    ...permissionSetFile(
      'Rooms_Only',
      '<fieldPermissions><editable>true</editable><field>Room__c.State__c</field><readable>true</readable></fieldPermissions><objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Room__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>',
    ),
    ...roomFlow({ first: 'Close_Desks', start: CLOSED, body: closeDesks }),
  });
  const idOf = (object: string, name: string): unknown =>
    org.database.prepare(`SELECT Id FROM ${object} WHERE Name = ?`).get(name)?.['Id'];
  const AssigneeId = create(org, admin, 'User', {
    Username: 'rea@groundwork.example',
    Email: 'rea@groundwork.example',
    LastName: 'Rea',
    Alias: 'rea',
    ProfileId: idOf('Profile', 'Standard User'),
    TimeZoneSidKey: 'GMT',
    LocaleSidKey: 'en_US',
    EmailEncodingKey: 'UTF-8',
    LanguageLocaleKey: 'en_US',
  });
  const PermissionSetId = idOf('PermissionSet', 'Rooms_Only');
  create(org, admin, 'PermissionSetAssignment', { AssigneeId, PermissionSetId });
  const rea = userNamed(org, 'rea@groundwork.example');
  const id = create(org, rea, 'Room__c', { Name: 'Blue' });
  const desk = create(org, admin, 'Desk__c', { Name: 'Desk', Room__c: id });

  const write = (operation: WriteOperation): unknown => writeOne(org, rea, operation).errors[0]?.statusCode;

  expect([
    write({ kind: 'update', object: 'Desk__c', id: desk, values: { State__c: 'Closed' } }),
    write({ kind: 'update', object: 'Room__c', id, values: { State__c: 'Closed' } }),
  ]).toEqual(['INVALID_TYPE', undefined]);
  expect(stored(org, 'Desk__c', desk)).toMatchObject({ State__c: 'Closed', LastModifiedById: rea.id });
});

test('a fault path takes up what a rule refuses, and the save goes through', async () => {
  const failing = closeDesks.replace('<object>', `${goTo('Note', 'faultConnector')}<object>`);
  const note = `<recordUpdates><name>Note</name><inputReference>$Record</inputReference>${fields({ Note__c: 'Not closed' })}</recordUpdates>`;
  const { org, admin } = await bootOrg({
    ...ROOMS,
    ...ruleFile('Desk__c', 'Fixed', 'ISPICKVAL(State__c, "Closed")', 'No.'),
    ...roomFlow({
      first: 'Close_Desks',
      start: `${CLOSED}<doesRequireRecordChangedToMeetCriteria>true</doesRequireRecordChangedToMeetCriteria>`,
      body: failing + note,
    }),
  });
  const id = create(org, admin, 'Room__c', { Name: 'Blue' });
  create(org, admin, 'Desk__c', { Name: 'Desk', Room__c: id });

  const { success } = writeOne(org, admin, {
    kind: 'update',
    object: 'Room__c',
    id,
    values: { State__c: 'Closed' },
  });

  expect(success).toBe(true);
  expect(stored(org, 'Room__c', id)).toMatchObject({ State__c: 'Closed', Note__c: 'Not closed' });
});

test('a flow that changes its own record runs the flows of that record again', async () => {
  const { org, admin } = await bootOrg({
    ...ROOMS,
    ...roomFlow({
      first: 'Few',
      body:
        decide('Few', [['$Record.Seats__c', 'LessThan', 5]], { yes: 'Add' }) +
        `<formulas><name>More</name><dataType>Number</dataType><expression>{!$Record.Seats__c} + 1</expression></formulas>` +
        `<recordUpdates><name>Add</name><inputReference>$Record</inputReference>${fields({ Seats__c: '=More' })}</recordUpdates>`,
    }),
  });

  const id = create(org, admin, 'Room__c', { Name: 'Blue', Seats__c: 1 });

  expect(stored(org, 'Room__c', id)).toMatchObject({ Seats__c: 5 });
});

test('a flow that never stops changing its own record is stopped, and nothing is saved', async () => {
  const { org, admin } = await bootOrg({
    ...ROOMS,
    ...roomFlow({
      first: 'Again',
      body: `<recordUpdates><name>Again</name><inputReference>$Record</inputReference></recordUpdates>`,
    }),
  });

  const { errors } = writeOne(org, admin, { kind: 'insert', object: 'Room__c', values: { Name: 'Blue' } });

  expect(errors[0]?.message).toContain('Maximum trigger depth exceeded');
  expect(org.database.prepare('SELECT count(*) AS count FROM Room__c').get()).toEqual({ count: 0 });
});

test('a custom error refuses one record of a write and leaves the others', async () => {
  const { org, admin } = await bootOrg({
    ...ROOMS,
    ...roomFlow({
      first: 'Refuse',
      start: filters([['Name', 'EqualTo', 'Red']]),
      body: customError,
    }),
  });
  const operations = ['Blue', 'Red', 'Green'].map((Name) => ({
    kind: 'insert' as const,
    object: 'Room__c',
    values: { Name },
  }));

  const some = org.write(admin, operations, { allOrNone: false });
  const none = org.write(admin, operations, { allOrNone: true });

  expect(some.map(({ success }) => success)).toEqual([true, false, true]);
  expect(some[1]?.errors).toEqual([
    { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Red stays.', fields: ['State__c'] },
  ]);
  expect(none.map(({ errors }) => errors[0]?.statusCode)).toEqual([
    'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  ]);
  expect(org.database.prepare('SELECT Name FROM Room__c ORDER BY Id').all()).toEqual([
    { Name: 'Blue' },
    { Name: 'Green' },
  ]);
});

test('a flow before the delete refuses it, or does what has to be done first', async () => {
  const { org, admin } = await bootOrg({
    ...ROOMS,
    ...roomFlow({
      on: 'Delete',
      when: 'RecordBeforeDelete',
      first: 'Is_Open',
      body:
        decide('Is_Open', [['$Record.State__c', 'EqualTo', 'Open']], { yes: 'Refuse', no: 'Close_Desks' }) +
        closeDesks +
        customError,
    }),
  });
  const [open, closed] = [
    create(org, admin, 'Room__c', { Name: 'Open' }),
    create(org, admin, 'Room__c', { Name: 'Closed', State__c: 'Closed' }),
  ];
  const desk = create(org, admin, 'Desk__c', { Name: 'Desk', Room__c: closed });

  const results = org.write(
    admin,
    [open, closed].map((id) => ({ kind: 'delete', object: 'Room__c', id })),
    { allOrNone: false },
  );

  expect(results.map(({ errors }) => errors.map(({ message }) => message))).toEqual([['Open stays.'], []]);
  expect(stored(org, 'Room__c', open)).toMatchObject({ IsDeleted: 0 });
  expect(stored(org, 'Room__c', closed)).toMatchObject({ IsDeleted: 1 });
  expect(stored(org, 'Desk__c', desk)).toMatchObject({ State__c: 'Closed', Room__c: null });
});

test('each record of a write of hundreds has its flow run once', async () => {
  const { org, admin } = await bootOrg({
    ...ROOMS,
    ...roomFlow({
      first: 'Add',
      body: `<recordCreates><name>Add</name><object>Desk__c</object>${fields({ Name: '=$Record.Name', Room__c: '=$Record.Id' })}</recordCreates>`,
    }),
  });
  const operations = Array.from({ length: 450 }, (_, index) => ({
    kind: 'insert' as const,
    object: 'Room__c',
    values: { Name: `Room ${index}` },
  }));

  const results = org.write(admin, operations, { allOrNone: true });

  expect(results.every(({ success }) => success)).toBe(true);
  const sql = 'SELECT count(DISTINCT Room__c) AS rooms, count(*) AS desks FROM Desk__c';
  expect(org.database.prepare(sql).get()).toEqual({ rooms: 450, desks: 450 });
});

test('a source with a flow that is not sound does not boot, and says which element', async () => {
  const files = { ...ROOMS, ...roomFlow({ first: 'Set', body: assign('Set', [['$Record.Nope__c', 'Assign', 1]]) }) };

  await expect(bootOrg(files)).rejects.toThrow(
    /Test_Flow\.flow-meta\.xml: Test_Flow: Set: \$Record\.Nope__c: the object Room__c has no field Nope__c/,
  );
});

test('a flow that is a draft does not run', async () => {
  const { org, admin } = await bootOrg({
    ...ROOMS,
    ...fieldFile('Room__c', 'Extra__c', '<type>Text</type><length>5</length>'),
    ...roomFlow({
      status: 'Draft',
      when: 'RecordBeforeSave',
      first: 'Fill',
      body: assign('Fill', [['$Record.Extra__c', 'Assign', 'x']]),
    }),
  });

  expect(stored(org, 'Room__c', create(org, admin, 'Room__c', { Name: 'Blue' }))).toMatchObject({ Extra__c: null });
});

test('flows see formula fields of their record, before and after the save', async () => {
  const { org, admin } = await bootOrg({
    ...ROOMS,
    ...fieldFile(
      'Room__c',
      'Twice__c',
      '<type>Number</type><precision>10</precision><scale>0</scale><formula>Seats__c * 2</formula>',
    ),
    ...roomFlow({
      when: 'RecordBeforeSave',
      first: 'Fill',
      body: assign('Fill', [['$Record.Note__c', 'Assign', 'Twice {!$Record.Twice__c}']]),
    }),
    ...roomFlow({
      name: 'After',
      start: filters([['Twice__c', 'GreaterThan', 8]]),
      first: 'Add',
      body: `<recordCreates><name>Add</name><object>Desk__c</object>${fields({ Name: 'For {!$Record.Twice__c}' })}</recordCreates>`,
    }),
  });

  const id = create(org, admin, 'Room__c', { Name: 'Blue', Seats__c: 5 });

  expect(stored(org, 'Room__c', id)).toMatchObject({ Note__c: 'Twice 10' });
  expect(org.database.prepare('SELECT Name FROM Desk__c').all()).toEqual([{ Name: 'For 10' }]);
});

test('flows see formula fields of the records behind their lookups, also where a formula leads on', async () => {
  const { org, admin } = await bootOrg({
    ...ROOMS,
    ...fieldFile(
      'Room__c',
      'Twice__c',
      '<type>Number</type><precision>10</precision><scale>0</scale><formula>Seats__c * 2</formula>',
    ),
    ...fieldFile(
      'Room__c',
      'Fourfold__c',
      '<type>Number</type><precision>10</precision><scale>0</scale><formula>Twice__c * 2</formula>',
    ),
    ...fieldFile('Desk__c', 'Note__c', '<type>Text</type><length>40</length>'),
    ...roomFlow({
      when: 'RecordBeforeSave',
      object: 'Desk__c',
      first: 'Fill',
      body: assign('Fill', [
        ['$Record.Note__c', 'Assign', '{!$Record.Room__r.Fourfold__c}, {!$Record.Room__r.Owner:User.Username}'],
      ]),
    }),
  });
  const room = create(org, admin, 'Room__c', { Name: 'Blue', Seats__c: 5 });

  const id = create(org, admin, 'Desk__c', { Name: 'By the window', Room__c: room });

  expect(stored(org, 'Desk__c', id)).toMatchObject({ Note__c: '20, adi@groundwork.example' });
});
