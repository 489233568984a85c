import { expect, test } from '@jest/globals';
import { messagesAfter } from './seeded-project.ts';

const STATUS = 'objects/Implementation_Request__c/fields/Status__c.field-meta.xml';
const RANK = 'objects/Implementation_Request__c/fields/Backlog_Rank__c.field-meta.xml';
const RULE = 'objects/Implementation_Request__c/validationRules/Next_Steps_When_Decided.validationRule-meta.xml';
const CUSTOMER_ENGINEER = 'permissionsets/Groundwork_Customer_Engineer.permissionset-meta.xml';
const PAGE = 'flexipages/Groundwork_Opportunity.flexipage-meta.xml';

test.each([
  [
    'an unknown element',
    { file: STATUS, from: '<type>Picklist</type>', to: '<type>Picklist</type><colour>red</colour>' },
    'Element colour invalid at this location in type CustomField',
  ],
  [
    'a value outside its enumeration',
    { file: PAGE, from: '<type>RecordPage</type>', to: '<type>RecordSide</type>' },
    "'RecordSide' is not a valid value for the enum 'FlexiPageType'",
  ],
  [
    'a missing element',
    { file: RULE, from: /<errorMessage>.*<\/errorMessage>/, to: '' },
    'Required field is missing: errorMessage',
  ],
  [
    'no boolean',
    { file: RULE, from: '<active>true</active>', to: '<active>yes</active>' },
    '<active> is "yes"; expected true or false',
  ],
  [
    'no number',
    { file: RANK, from: '<precision>4</precision>', to: '<precision>four</precision>' },
    '<precision> is "four"; expected a number',
  ],
  [
    'a second value of a single element',
    { file: RANK, from: '<scale>0</scale>', to: '<scale>0</scale><scale>1</scale>' },
    '<scale> stands twice; CustomField takes one',
  ],
  [
    'elements of one name that stand apart',
    {
      file: CUSTOMER_ENGINEER,
      from: '<hasActivationRequired>',
      to: '<tabSettings><tab>standard-Account</tab><visibility>Visible</visibility></tabSettings><hasActivationRequired>',
    },
    'Element tabSettings is duplicated at this location in type PermissionSet',
  ],
  ['an unknown root', { file: RANK, from: /CustomField/g, to: 'CustomFeeld' }, '<CustomFeeld> is no metadata type'],
  [
    'elements in place of a value',
    { file: RANK, from: '<scale>0</scale>', to: '<scale><zero>0</zero></scale>' },
    '<scale> holds elements; expected a value',
  ],
  [
    'what is not well formed',
    { file: RANK, from: '</CustomField>', to: '' },
    expect.stringContaining('not well formed'),
  ],
])('tells %s', async (_, defect, message) => {
  expect(await messagesAfter(defect)).toContainEqual(message);
});

test('leaves the order of elements free', async () => {
  const messages = await messagesAfter({
    file: RANK,
    from: /(<label>.*<\/label>)([\s\S]*)(<type>Number<\/type>)/,
    to: '$3$2$1',
  });

  expect(messages).toEqual([]);
});
