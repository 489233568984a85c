import type { Field } from '../../entities.ts';
import { defineStandardObject } from './define.ts';
import { checkbox, dateTime, email, lookup, phone, picklist, text, textArea } from './fields.ts';
import { auditFields, idField, viewedFields } from './system-fields.ts';

/** Who works in the org and what the org is: everybody reads these, administrators write them. */
export function visible(fields: Field[]): Field[] {
  return fields.map((field) => ({ ...field, alwaysVisible: true }));
}

const systemModstamp = dateTime('SystemModstamp', 'System Modstamp', 'defaulted', 'system');

export const User = defineStandardObject(
  { name: 'User', label: 'User', labelPlural: 'Users', keyPrefix: '005' },
  visible([
    idField('User ID'),
    { ...text('Username', 'Username', 80, 'required'), unique: true },
    text('LastName', 'Last Name', 80, 'required'),
    text('FirstName', 'First Name', 40),
    text('Name', 'Full Name', 121, 'defaulted', 'system'),
    text('CompanyName', 'Company Name', 80),
    text('Division', 'Division', 80),
    text('Department', 'Department', 80),
    text('Title', 'Title', 80),
    textArea('Street', 'Street', 255),
    text('City', 'City', 40),
    text('State', 'State/Province', 80),
    text('PostalCode', 'Zip/Postal Code', 20),
    text('Country', 'Country', 80),
    email('Email', 'Email', 'required'),
    phone('Phone', 'Phone'),
    phone('MobilePhone', 'Mobile'),
    text('Alias', 'Alias', 8, 'required'),
    { ...text('CommunityNickname', 'Nickname', 40, 'defaulted'), unique: true },
    { ...checkbox('IsActive', 'Active'), defaultFormula: 'true' },
    picklist('TimeZoneSidKey', 'Time Zone', 40, [], {}, 'required'),
    picklist('LocaleSidKey', 'Locale', 40, [], {}, 'required'),
    picklist('EmailEncodingKey', 'Email Encoding', 40, [], {}, 'required'),
    lookup('UserRoleId', 'Role ID', ['UserRole'], { up: 'UserRole', down: 'Users', onDelete: 'Restrict' }),
    lookup('ProfileId', 'Profile ID', ['Profile'], { up: 'Profile', down: 'Users' }, 'required'),
    picklist('UserType', 'User Type', 40, ['Standard'], {}, 'system'),
    picklist('LanguageLocaleKey', 'Language', 40, [], {}, 'required'),
    lookup('ManagerId', 'Manager ID', ['User'], { up: 'Manager', down: 'ManagedUsers' }),
    dateTime('LastLoginDate', 'Last Login', 'system'),
    ...auditFields(),
    ...viewedFields(),
  ]),
);

export const Profile = defineStandardObject(
  { name: 'Profile', label: 'Profile', labelPlural: 'Profile', keyPrefix: '00e' },
  visible([
    idField('Profile ID'),
    text('Name', 'Name', 255, 'required'),
    picklist('UserType', 'User Type', 40, ['Standard'], {}, 'system'),
    text('Description', 'Description', 255),
    ...auditFields(),
  ]),
);

export const PermissionSet = defineStandardObject(
  { name: 'PermissionSet', label: 'Permission Set', labelPlural: 'Permission Sets', keyPrefix: '0PS' },
  visible([
    idField('PermissionSet ID'),
    { ...text('Name', 'Permission Set Name', 80, 'required'), unique: true },
    text('Label', 'Permission Set Label', 80, 'required'),
    text('Description', 'Description', 255),
    checkbox('IsOwnedByProfile', 'Is Owned By Profile', 'system'),
    lookup('ProfileId', 'Profile ID', ['Profile'], { up: 'Profile', down: 'PermissionSets' }, 'system'),
    checkbox('IsCustom', 'Custom', 'system'),
    text('NamespacePrefix', 'Namespace Prefix', 15, 'system'),
    picklist('Type', 'Permission Set Type', 40, ['Regular', 'Group'], { restricted: true }, 'system'),
    lookup(
      'PermissionSetGroupId',
      'Permission Set Group ID',
      ['PermissionSetGroup'],
      { up: 'PermissionSetGroup' },
      'system',
    ),
    ...auditFields(),
  ]),
);

export const PermissionSetGroup = defineStandardObject(
  {
    name: 'PermissionSetGroup',
    label: 'Permission Set Group',
    labelPlural: 'Permission Set Groups',
    keyPrefix: '0PG',
  },
  visible([
    idField('Permission Set Group ID'),
    text('DeveloperName', 'Name', 80, 'required'),
    text('MasterLabel', 'Label', 80, 'required'),
    picklist('Language', 'Language', 40, [], {}, 'system'),
    text('NamespacePrefix', 'Namespace Prefix', 15, 'system'),
    textArea('Description', 'Description', 255),
    picklist('Status', 'Status', 40, ['Updated', 'Outdated', 'Updating', 'Failed'], { restricted: true }, 'system'),
    checkbox('HasActivationRequired', 'Session Activation Required', 'system'),
    ...auditFields(),
  ]),
);

export const PermissionSetGroupComponent = defineStandardObject(
  {
    name: 'PermissionSetGroupComponent',
    label: 'Permission Set Group Component',
    labelPlural: 'Permission Set Group Components',
    keyPrefix: '0PN',
  },
  visible([
    idField('Permission Set Group Component ID'),
    lookup(
      'PermissionSetGroupId',
      'Permission Set Group ID',
      ['PermissionSetGroup'],
      { up: 'PermissionSetGroup', down: 'PermissionSetGroupComponents', onDelete: 'Cascade' },
      'required',
    ),
    lookup('PermissionSetId', 'Permission Set ID', ['PermissionSet'], { up: 'PermissionSet' }, 'required'),
    ...auditFields(),
  ]),
);

export const PermissionSetAssignment = defineStandardObject(
  {
    name: 'PermissionSetAssignment',
    label: 'Permission Set Assignment',
    labelPlural: 'Permission Set Assignments',
    keyPrefix: '0Pa',
  },
  visible([
    idField('PermissionSetAssignment ID'),
    lookup(
      'PermissionSetId',
      'PermissionSet ID',
      ['PermissionSet'],
      { up: 'PermissionSet', down: 'Assignments', onDelete: 'Cascade' },
      'required',
      'createOnly',
    ),
    lookup(
      'PermissionSetGroupId',
      'Permission Set Group ID',
      ['PermissionSetGroup'],
      { up: 'PermissionSetGroup', down: 'Assignments', onDelete: 'Cascade' },
      'createOnly',
    ),
    lookup(
      'AssigneeId',
      'Assignee ID',
      ['User'],
      { up: 'Assignee', down: 'PermissionSetAssignments', onDelete: 'Cascade' },
      'required',
      'createOnly',
    ),
    systemModstamp,
  ]),
);

export const RecordType = defineStandardObject(
  { name: 'RecordType', label: 'Record Type', labelPlural: 'Record Types', keyPrefix: '012' },
  visible([
    idField('Record Type ID'),
    text('Name', 'Name', 80, 'required'),
    text('DeveloperName', 'Record Type Name', 80, 'required'),
    text('NamespacePrefix', 'Namespace Prefix', 15, 'system'),
    text('Description', 'Description', 255),
    picklist('SobjectType', 'SObject Type Name', 40, [], {}, 'required', 'createOnly'),
    checkbox('IsActive', 'Active'),
    ...auditFields(),
  ]),
);

export const Group = defineStandardObject(
  { name: 'Group', label: 'Group', labelPlural: 'Group', keyPrefix: '00G' },
  visible([
    idField('Group ID'),
    text('Name', 'Name', 40, 'required'),
    text('DeveloperName', 'Developer Name', 80),
    picklist('Type', 'Type', 40, ['Regular', 'Queue'], {}, 'required'),
    email('Email', 'Email'),
    checkbox('DoesSendEmailToMembers', 'Send Email to Members'),
    checkbox('DoesIncludeBosses', 'Include Bosses'),
    ...auditFields(),
  ]),
);

export const GroupMember = defineStandardObject(
  { name: 'GroupMember', label: 'Group Member', labelPlural: 'Group Member', keyPrefix: '011' },
  visible([
    idField('Group Member ID'),
    lookup(
      'GroupId',
      'Group ID',
      ['Group'],
      { up: 'Group', down: 'GroupMembers', onDelete: 'Cascade' },
      'required',
      'createOnly',
    ),
    lookup(
      'UserOrGroupId',
      'User/Group ID',
      ['User', 'Group'],
      { up: null, onDelete: 'Cascade' },
      'required',
      'createOnly',
    ),
    systemModstamp,
  ]),
);

export const QueueSobject = defineStandardObject(
  { name: 'QueueSobject', label: 'Queue SObject', labelPlural: 'Queue SObject', keyPrefix: '03g' },
  visible([
    idField('Queue SObject ID'),
    lookup(
      'QueueId',
      'Group ID',
      ['Group'],
      { up: 'Queue', down: 'QueueSobjects', onDelete: 'Cascade' },
      'required',
      'createOnly',
    ),
    picklist('SobjectType', 'SObject Type Name', 40, [], {}, 'required', 'createOnly'),
    ...auditFields().filter(({ name }) => ['CreatedById', 'SystemModstamp'].includes(name)),
  ]),
);

export const CustomNotificationType = defineStandardObject(
  {
    name: 'CustomNotificationType',
    label: 'Custom Notification Type',
    labelPlural: 'Custom Notification Types',
    keyPrefix: '0ML',
  },
  visible([
    idField('Custom Notification Type ID'),
    text('CustomNotifTypeName', 'Custom Notification Type Name', 80, 'required'),
    text('DeveloperName', 'Name', 80, 'required'),
    text('MasterLabel', 'Master Label', 80, 'required'),
    text('Description', 'Description', 255),
    checkbox('Desktop', 'Desktop'),
    checkbox('Mobile', 'Mobile'),
    text('NamespacePrefix', 'Namespace Prefix', 15, 'system'),
    ...auditFields(),
  ]),
);
