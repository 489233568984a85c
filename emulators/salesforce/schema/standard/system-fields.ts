import type { Field } from '../../entities.ts';
import { checkbox, createField, dateTime, lookup } from './fields.ts';

/** The record id, first in every describe. */
export function idField(label: string): Field {
  return createField({
    name: 'Id',
    label,
    type: 'id',
    length: 18,
    nillable: false,
    createable: false,
    updateable: false,
    alwaysVisible: true,
  });
}

export function isDeletedField(): Field {
  return checkbox('IsDeleted', 'Deleted', 'system');
}

/** Who made and last touched the record, and the stamp that moves with every write. */
export function auditFields(): Field[] {
  return [
    dateTime('CreatedDate', 'Created Date', 'defaulted', 'system'),
    lookup('CreatedById', 'Created By ID', ['User'], { up: 'CreatedBy' }, 'defaulted', 'system'),
    dateTime('LastModifiedDate', 'Last Modified Date', 'defaulted', 'system'),
    lookup('LastModifiedById', 'Last Modified By ID', ['User'], { up: 'LastModifiedBy' }, 'defaulted', 'system'),
    dateTime('SystemModstamp', 'System Modstamp', 'defaulted', 'system'),
  ];
}

/** Kept by the pages, so blank over the API; only objects with a tab have them. */
export function viewedFields(): Field[] {
  return [
    dateTime('LastViewedDate', 'Last Viewed Date', 'system'),
    dateTime('LastReferencedDate', 'Last Referenced Date', 'system'),
  ];
}

/** The user who owns the record, of an object that has owners of its own. Users come before queues here. */
export function ownerField(to: string[]): Field {
  return lookup('OwnerId', 'Owner ID', to, { up: 'Owner' }, 'defaulted', 'always');
}

export function recordTypeField(): Field {
  return lookup('RecordTypeId', 'Record Type ID', ['RecordType'], { up: 'RecordType' }, 'always');
}
