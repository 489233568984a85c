import { afterEach, expect, test } from '@jest/globals';
import { ANA, BEN, desk, find, insert, startDesk, stopDesk } from './salesforce-desk.ts';
import { ADMIN, clientOf } from './salesforce-org.ts';
import { deploy, document, manifest } from './salesforce-packages.ts';

afterEach(stopDesk);

test('groups, queues, sharing rules and permission set groups are deployed and count at once', async () => {
  const salesforce = await startDesk(desk('Private'));
  const ben = clientOf(salesforce, BEN);
  const admin = clientOf(salesforce, ADMIN);
  await insert(clientOf(salesforce, ANA), 'Request__c', { Name: 'A' });
  const rule =
    '<sharingCriteriaRules><fullName>Named</fullName><accessLevel>Read</accessLevel><label>Named</label><sharedTo><queue>Night</queue></sharedTo><criteriaItems><field>Name</field><operation>equals</operation><value>A</value></criteriaItems><includeRecordsOwnedByAll>true</includeRecordsOwnedByAll></sharingCriteriaRules>';
  const queue = (members: string) =>
    document(
      'Queue',
      `<doesSendEmailToMembers>false</doesSendEmailToMembers><name>Night</name>${members}<queueSobject><sobjectType>Request__c</sobjectType></queueSobject>`,
    );
  const files = {
    'package.xml': manifest({ Queue: ['Night'], SharingRules: ['Request__c'], PermissionSetGroup: ['Small'] }),
    'queues/Night.queue': queue(`<queueMembers><users><user>${BEN}</user></users></queueMembers>`),
    'sharingRules/Request__c.sharingRules': document('SharingRules', rule),
    'permissionsetgroups/Small.permissionsetgroup': document(
      'PermissionSetGroup',
      '<label>Small</label><permissionSets>Work</permissionSets>',
    ),
  };
  const seen = async () => (await find(ben, 'SELECT Name FROM Request__c')).length;
  const before = await seen();

  const deployed = await deploy(salesforce, files);
  const during = await seen();
  const changed = await deploy(salesforce, {
    'package.xml': manifest({ Queue: ['Night'] }),
    'queues/Night.queue': queue(''),
  });

  expect([deployed, changed].map(({ status, details }) => [status, details.componentFailures])).toEqual([
    ['Succeeded', []],
    ['Succeeded', []],
  ]);
  expect([before, during, await seen()]).toEqual([0, 1, 0]);
  expect(await find(admin, "SELECT Type FROM PermissionSet WHERE Name = 'Small'")).toEqual([{ Type: 'Group' }]);
});

test('single sharing rules are deployed beside those that are there', async () => {
  const salesforce = await startDesk(desk('Private'));
  const ben = clientOf(salesforce, BEN);
  const rule = (name: string, value: string) =>
    `<sharingCriteriaRules><fullName>${name}</fullName><accessLevel>Read</accessLevel><label>${name}</label><sharedTo><allInternalUsers></allInternalUsers></sharedTo><criteriaItems><field>Name</field><operation>equals</operation><value>${value}</value></criteriaItems><includeRecordsOwnedByAll>true</includeRecordsOwnedByAll></sharingCriteriaRules>`;
  const bring = (name: string, value: string) =>
    deploy(salesforce, {
      'package.xml': manifest({ SharingCriteriaRule: [`Request__c.${name}`] }),
      'sharingRules/Request__c.sharingRules': document('SharingRules', rule(name, value)),
    });
  for (const Name of ['A', 'B', 'C']) await insert(clientOf(salesforce, ADMIN), 'Request__c', { Name });

  await bring('First', 'A');
  await bring('Second', 'B');
  const both = await find(ben, 'SELECT Name FROM Request__c ORDER BY Name');
  await bring('First', 'C');

  expect(both).toEqual([{ Name: 'A' }, { Name: 'B' }]);
  expect(await find(ben, 'SELECT Name FROM Request__c ORDER BY Name')).toEqual([{ Name: 'B' }, { Name: 'C' }]);
});

test('who is in a queue stays in it when its file changes, unless that names others', async () => {
  const salesforce = await startDesk(desk('Private'), { [BEN]: ['Intake'] });
  const members = async () =>
    find(clientOf(salesforce, ADMIN), "SELECT UserOrGroupId FROM GroupMember WHERE Group.DeveloperName = 'Intake'");
  const change = (elements: string) =>
    deploy(salesforce, {
      'package.xml': manifest({ Queue: ['Intake'] }),
      'queues/Intake.queue': document(
        'Queue',
        `<name>Night</name>${elements}<queueSobject><sobjectType>Request__c</sobjectType></queueSobject>`,
      ),
    });

  await change('');
  const after = await members();
  await change(`<queueMembers><users><user>${ANA}</user></users></queueMembers>`);

  expect([after, await members()]).toEqual([
    [{ UserOrGroupId: salesforce.org.findUser(BEN)?.id }],
    [{ UserOrGroupId: salesforce.org.findUser(ANA)?.id }],
  ]);
});

test.each([
  [
    'Queue',
    'queues/Night.queue',
    '<name>Night</name><queueSobject><sobjectType>Account</sobjectType></queueSobject>',
    'Account',
  ],
  [
    'Queue',
    'queues/Night.queue',
    '<name>Night</name><queueMembers><users><user>no@body.example</user></users></queueMembers>',
    'no User named no@body.example found',
  ],
  [
    'PermissionSetGroup',
    'permissionsetgroups/Night.permissionsetgroup',
    '<label>Night</label><permissionSets>Nothing</permissionSets>',
    'no PermissionSet named Nothing found',
  ],
])('a %s that points at what is not there is refused', async (type, path, elements, problem) => {
  const salesforce = await startDesk(desk('Private'));

  const { status, details } = await deploy(salesforce, {
    'package.xml': manifest({ [type]: ['Night'] }),
    [path]: document(type, elements),
  });

  expect(status).toBe('Failed');
  expect(details.componentFailures[0]?.problem).toContain(problem);
});
