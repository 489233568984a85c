import { addressFields } from './address-fields.ts';
import { checkbox, date, dateTime, email, lookup, phone, picklist, text, textArea, told, url } from './fields.ts';
import { auditFields, idField, isDeletedField, ownerField, viewedFields } from './system-fields.ts';
import { defineStandardObject } from './define.ts';
import { CLEAN_STATUS, LEAD_SOURCES } from './value-sets.ts';

/** Facts of the platform's own describe. Fields that point at objects which are not here are left out. */
export const Contact = defineStandardObject(
  { name: 'Contact', label: 'Contact', labelPlural: 'Contacts', keyPrefix: '003', sharingModel: 'ControlledByParent' },
  [
    idField('Contact ID'),
    isDeletedField(),
    lookup('MasterRecordId', 'Master Record ID', ['Contact'], { up: 'MasterRecord' }, 'system'),
    lookup('AccountId', 'Account ID', ['Account'], { up: 'Account', down: 'Contacts', onDelete: 'Cascade' }),
    text('LastName', 'Last Name', 80, 'required'),
    text('FirstName', 'First Name', 40),
    picklist('Salutation', 'Salutation', 40, ['Mr.', 'Ms.', 'Mrs.', 'Dr.', 'Prof.']),
    text('Name', 'Full Name', 121, 'defaulted', 'system'),
    ...addressFields('Other'),
    ...addressFields('Mailing'),
    phone('Phone', 'Business Phone'),
    phone('Fax', 'Business Fax'),
    phone('MobilePhone', 'Mobile Phone'),
    phone('HomePhone', 'Home Phone'),
    phone('OtherPhone', 'Other Phone'),
    phone('AssistantPhone', 'Asst. Phone'),
    lookup('ReportsToId', 'Reports To ID', ['Contact'], { up: 'ReportsTo' }),
    email('Email', 'Email'),
    text('Title', 'Title', 128),
    text('Department', 'Department', 80),
    text('AssistantName', "Assistant's Name", 40),
    picklist('LeadSource', 'Lead Source', 255, LEAD_SOURCES),
    date('Birthdate', 'Birthdate'),
    textArea('Description', 'Contact Description', 32000),
    ownerField(['User']),
    ...auditFields(),
    date('LastActivityDate', 'Last Activity', 'system'),
    dateTime('LastCURequestDate', 'Last Stay-in-Touch Request Date', 'system'),
    dateTime('LastCUUpdateDate', 'Last Stay-in-Touch Save Date', 'system'),
    ...viewedFields(),
    text('EmailBouncedReason', 'Email Bounced Reason', 255, 'always'),
    dateTime('EmailBouncedDate', 'Email Bounced Date', 'always'),
    checkbox('IsEmailBounced', 'Is Email Bounced', 'system'),
    url('PhotoUrl', 'Photo URL', 'system'),
    text('Jigsaw', 'Data.com Key', 20),
    told(text('JigsawContactId', 'Jigsaw Contact ID', 20, 'system'), { relationshipName: 'JigsawContact' }),
    picklist('CleanStatus', 'Clean Status', 40, CLEAN_STATUS, { restricted: true }),
  ],
);
