import { but, checkbox, dateTime, email, lookup, phone, picklist, text, textArea } from './fields.ts';
import { auditFields, idField, isDeletedField, ownerField, viewedFields } from './system-fields.ts';
import { defineStandardObject } from './define.ts';

/** Facts of the platform's own describe. Fields that point at objects which are not here are left out. */
export const Case = defineStandardObject(
  { name: 'Case', label: 'Case', labelPlural: 'Cases', keyPrefix: '500', sharingModel: 'ReadWriteTransfer' },
  [
    idField('Case ID'),
    isDeletedField(),
    lookup('MasterRecordId', 'Master Record ID', ['Case'], { up: 'MasterRecord' }, 'system'),
    but(text('CaseNumber', 'Case Number', 30, 'defaulted', 'system'), {
      autoNumberFormat: '{00000000}',
      describedAs: { groupable: false, idLookup: true },
    }),
    lookup('ContactId', 'Contact ID', ['Contact'], { up: 'Contact', down: 'Cases', onDelete: 'Restrict' }),
    lookup('AccountId', 'Account ID', ['Account'], { up: 'Account', down: 'Cases', onDelete: 'Restrict' }),
    lookup('ParentId', 'Parent Case ID', ['Case'], { up: 'Parent', down: 'Cases' }),
    text('SuppliedName', 'Name', 80),
    email('SuppliedEmail', 'Email Address'),
    text('SuppliedPhone', 'Phone', 40),
    text('SuppliedCompany', 'Company', 80),
    picklist('Type', 'Case Type', 40, ['Mechanical', 'Electrical', 'Electronic', 'Structural', 'Other']),
    picklist('Status', 'Status', 40, ['New', 'Working', 'Escalated', 'Closed'], { default: 'New' }, 'always'),
    picklist('Reason', 'Case Reason', 40, [
      'Installation',
      'Equipment Complexity',
      'Performance',
      'Breakdown',
      'Equipment Design',
      'Feedback',
      'Other',
    ]),
    picklist('Origin', 'Case Origin', 40, ['Phone', 'Email', 'Web']),
    text('Subject', 'Subject', 255),
    picklist('Priority', 'Priority', 40, ['High', 'Medium', 'Low'], { default: 'Medium' }),
    textArea('Description', 'Description', 32000),
    checkbox('IsClosed', 'Closed', 'system'),
    dateTime('ClosedDate', 'Closed Date', 'readOnly'),
    checkbox('IsEscalated', 'Escalated'),
    ownerField(['User', 'Group']),
    ...auditFields(),
    phone('ContactPhone', 'Contact Phone', 'system'),
    phone('ContactMobile', 'Contact Mobile', 'system'),
    email('ContactEmail', 'Contact Email', 'system'),
    phone('ContactFax', 'Contact Fax', 'system'),
    ...viewedFields(),
  ],
);
