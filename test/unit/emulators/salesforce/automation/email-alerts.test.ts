import { afterEach, expect, test } from '@jest/globals';
import { bootOrg, closeOrgs, create, writeOne } from '../data/booted-org.ts';
import { component, fieldFile, queueFile, type SourceFiles } from '../schema/source-folder.ts';
import { roomFlow, ROOMS } from './flow-source.ts';

afterEach(closeOrgs);

const KEEPERS = queueFile(
  'Keepers',
  ['Room__c'],
  '<queueMembers><users><user>adi@groundwork.example</user></users></queueMembers>',
);

/** A recipient by its type, and a field or a name. */
function recipient(type: string, field = '', name = ''): string {
  const more = (field && `<field>${field}</field>`) + (name && `<recipient>${name}</recipient>`);
  return `<recipients>${more}<type>${type}</type></recipients>`;
}

function alerting(recipients: string, subject: string, body: string, more = ''): SourceFiles {
  return {
    ...ROOMS,
    ...KEEPERS,
    ...fieldFile('Room__c', 'Contact_Email__c', '<type>Email</type>'),
    ...fieldFile('Room__c', 'Guest__c', lookup('Contact')),
    ...fieldFile('Room__c', 'Host__c', lookup('User')),
    'email/Rooms.emailFolder-meta.xml': component('EmailFolder', '<accessType>Public</accessType><name>Rooms</name>'),
    'email/Rooms/Hello.email': body,
    'email/Rooms/Hello.email-meta.xml': component(
      'EmailTemplate',
      `<available>true</available><encodingKey>UTF-8</encodingKey><name>Hello</name><style>none</style><subject>${subject}</subject><type>text</type><uiType>Aloha</uiType>`,
    ),
    'workflows/Room__c.workflow-meta.xml': component(
      'Workflow',
      `<alerts><fullName>Tell</fullName>${more}<description>Tell</description><protected>false</protected>${recipients}<senderType>CurrentUser</senderType><template>Rooms/Hello</template></alerts>`,
    ),
  };
}

function lookup(to: string): string {
  return `<type>Lookup</type><referenceTo>${to}</referenceTo><relationshipName>Rooms_of_${to}</relationshipName>`;
}

function tell(name = 'Room__c.Tell', id = '<elementReference>$Record.Id</elementReference>'): SourceFiles {
  const given = `<inputParameters><name>SObjectRowId</name><value>${id}</value></inputParameters>`;
  return roomFlow({
    first: 'Send',
    body: `<actionCalls><name>Send</name><actionName>${name}</actionName><actionType>emailAlert</actionType>${given}</actionCalls>`,
  });
}

test('an alert goes to everybody once, with the values of the record at that time', async () => {
  const recipients = [
    recipient('owner'),
    recipient('creator'),
    recipient('userLookup', 'Host__c'),
    recipient('contactLookup', 'Guest__c'),
    recipient('email', 'Contact_Email__c'),
    recipient('user', '', 'adi@groundwork.example'),
  ].join('');
  const { org, admin } = await bootOrg({
    ...alerting(
      recipients,
      '{!Room__c.Name} is {!Room__c.State__c}',
      'For {!Room__c.Guest__r.LastName}, {!Room__c.Seats__c} seats{!Room__c.Note__c}. {!$User.Username}\n',
      '<ccEmails>desk@example.com</ccEmails>',
    ),
    ...tell(),
  });
  const guest = create(org, admin, 'Contact', { LastName: 'Lee' });
  const values = { Name: 'Blue', Seats__c: 4, Guest__c: guest, Contact_Email__c: 'new@example.com' };

  const id = create(org, admin, 'Room__c', { ...values, Host__c: admin.id });

  expect(org.messagesSince(0)).toMatchObject([
    {
      kind: 'email',
      recipients: [
        { id: admin.id, name: 'Adi Sharma' },
        { id: guest, name: 'Lee' },
        { id: null, name: 'new@example.com' },
        { id: null, name: 'desk@example.com' },
      ],
      title: 'Blue is Open',
      body: 'For Lee, 4 seats. adi@groundwork.example\n',
      targetId: id,
    },
  ]);
});

test('an alert for the owner of what a queue owns goes to its members, and one for nobody is not sent', async () => {
  const { org, admin } = await bootOrg({
    ...alerting(recipient('contactLookup', 'Guest__c') + recipient('owner'), 'Hello', ''),
    ...tell(),
  });
  const queue = org.database.prepare('SELECT Id FROM "Group" WHERE DeveloperName = \'Keepers\'').get()?.['Id'];

  create(org, admin, 'Room__c', { Name: 'Blue', OwnerId: queue });

  expect(org.messagesSince(0).map(({ recipients }) => recipients)).toEqual([[{ id: admin.id, name: 'Adi Sharma' }]]);
});

test('the id of another object fails the record', async () => {
  const { org, admin } = await bootOrg({
    ...alerting(recipient('owner'), 'Hello', ''),
    ...tell('Room__c.Tell', '<elementReference>$Record.OwnerId</elementReference>'),
  });

  const { errors } = writeOne(org, admin, { kind: 'insert', object: 'Room__c', values: { Name: 'Blue' } });

  expect(errors[0]).toMatchObject({ statusCode: 'CANNOT_EXECUTE_FLOW_TRIGGER' });
  expect(org.messagesSince(0)).toEqual([]);
});

test.each([
  [
    'an alert that is not there',
    alerting(recipient('owner'), '', ''),
    tell('Room__c.Other'),
    'no e-mail alert Room__c.Other',
  ],
  ['a recipient by role', alerting(recipient('role', '', 'CEO'), '', ''), {}, 'has to be one of'],
  [
    'a lookup that is not there',
    alerting(recipient('userLookup', 'No__c'), '', ''),
    {},
    'no CustomField named Room__c.No__c',
  ],
  [
    'a merge field of nothing',
    alerting(recipient('owner'), '{!Room__c.No__c}', ''),
    {},
    'the merge field {!Room__c.No__c}',
  ],
  [
    'a merge field of the recipient',
    alerting(recipient('owner'), '', '{!Contact.Name}'),
    {},
    'the merge field {!Contact.Name}',
  ],
])('%s is refused', async (_name, source, more, problem) => {
  await expect(bootOrg({ ...source, ...more })).rejects.toThrow(problem);
});
