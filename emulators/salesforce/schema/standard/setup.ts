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
    ...auditFields(),
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
