import { expect, test } from '@jest/globals';
import { FlowOrg } from './flow-org.ts';
import { assign, COLLECTION, flow, goTo, value, variable, type Given } from './flow-xml.ts';

function action(type: string, inputs: Record<string, Given>, more = ''): string {
  const parameters = Object.entries(inputs).map(
    ([name, given]) => `<inputParameters><name>${name}</name>${value(given)}</inputParameters>`,
  );
  return `<actionCalls><name>Act</name><actionName>${type}</actionName><actionType>${type}</actionType><flowTransactionModel>CurrentTransaction</flowTransactionModel>${parameters.join('')}${more}</actionCalls>`;
}

const RECIPIENTS = variable('recipients', 'String', COLLECTION);

function run(body: string, first = 'Act', record: Record<string, string> = { Name: 'R' }): FlowOrg {
  const org = new FlowOrg(flow({ first, on: 'Create', body: RECIPIENTS + body }));
  const [result] = org.insert('Request__c', record);
  const message = result?.errors[0]?.message;
  if (message !== undefined) throw new Error(message);
  return org;
}

const NOTIFICATION = {
  customNotifTypeId: '0MLGW0000000001',
  recipientIds: '=recipients',
  title: 'About {!$Record.Name}',
  body: 'Look',
  targetId: '=$Record.Id',
};

test('a custom notification goes to everyone in a collection', () => {
  const fill = assign(
    'Fill',
    [
      ['recipients', 'Add', '005A'],
      ['recipients', 'Add', '005B'],
    ],
    'Act',
  );
  const org = run(fill + action('customNotificationAction', NOTIFICATION), 'Fill');

  expect(org.sent.notifications).toEqual([
    {
      customNotifTypeId: '0MLGW0000000001',
      recipientIds: ['005A', '005B'],
      title: 'About R',
      body: 'Look',
      senderId: null,
      targetId: org.all('Request__c')[0]?.['Id'],
      targetPageRef: null,
    },
  ]);
});

test.each([
  [{ ...NOTIFICATION }, 'Missing required input parameter: recipientIds'],
  [{ ...NOTIFICATION, recipientIds: '005A', title: '=$Record.Plan__c' }, 'Missing required input parameter: title'],
  [{ ...NOTIFICATION, recipientIds: '005A', targetId: '' }, 'Missing required input parameter: targetId'],
  [{ ...NOTIFICATION, recipientIds: '005A', title: 'x'.repeat(251) }, 'title has 251, and may have 250'],
  [{ ...NOTIFICATION, recipientIds: '005A', body: 'x'.repeat(751) }, 'body has 751, and may have 750'],
])('a custom notification that is not complete fails: %#', (inputs, message) => {
  expect(() => run(action('customNotificationAction', inputs))).toThrow(message);
});

test('a failed action may have a fault path', () => {
  const body =
    action('customNotificationAction', NOTIFICATION, goTo('Keep', 'faultConnector')) +
    '<recordUpdates><name>Keep</name><inputReference>$Record</inputReference><inputAssignments><field>Plan__c</field><value><elementReference>$Flow.FaultMessage</elementReference></value></inputAssignments></recordUpdates>';

  expect(run(body).all('Request__c')[0]?.['Plan__c']).toBe('Missing required input parameter: recipientIds');
});

test('an e-mail goes to a list and to a collection of addresses', () => {
  const inputs = {
    emailAddresses: 'a@example.com, b@example.com',
    emailAddressesArray: '=recipients',
    ccAddresses: 'd@example.com',
    emailSubject: 'Hello',
    emailBody: 'Dear {!$Record.Name}',
    sendRichBody: true,
    relatedRecordId: '=$Record.Id',
  };
  const org = run(
    assign('Fill', [['recipients', 'Add', 'c@example.com']], 'Act') + action('emailSimple', inputs),
    'Fill',
  );

  expect(org.sent.emails).toEqual([
    {
      to: ['a@example.com', 'b@example.com', 'c@example.com'],
      cc: ['d@example.com'],
      bcc: [],
      recipientId: null,
      relatedRecordId: org.all('Request__c')[0]?.['Id'],
      subject: 'Hello',
      body: 'Dear R',
      isRichText: true,
      senderType: null,
      senderAddress: null,
    },
  ]);
});

test('an e-mail to nobody fails', () => {
  expect(() =>
    run(action('emailSimple', { emailAddressesArray: '=recipients', emailSubject: 'S', emailBody: 'B' })),
  ).toThrow('Missing required input parameter: recipientAddresses');
});

test('a post goes to the feed of a record', () => {
  const org = run(action('chatterPost', { text: '{!$Record.Name} is here', subjectNameOrId: '=$Record.Id' }));

  expect(org.sent.posts).toEqual([
    {
      text: 'R is here',
      subjectNameOrId: org.all('Request__c')[0]?.['Id'],
      type: null,
      communityId: null,
      visibility: null,
    },
  ]);
});
