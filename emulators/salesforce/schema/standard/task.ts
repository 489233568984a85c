import { checkbox, combobox, date, dateTime, lookup, picklist, textArea } from './fields.ts';
import { auditFields, idField, isDeletedField, ownerField } from './system-fields.ts';
import { defineStandardObject } from './define.ts';

/** Facts of the platform's own describe. Recurrence, calls, reminders and the account that is worked out are left out. */
export const Task = defineStandardObject({ name: 'Task', label: 'Task', labelPlural: 'Tasks', keyPrefix: '00T' }, [
  idField('Activity ID'),
  lookup('WhoId', 'Name ID', ['Contact', 'Lead'], { up: 'Who', down: 'Tasks', onDelete: 'Cascade' }),
  lookup('WhatId', 'Related To ID', ['Account', 'Case', 'Opportunity'], {
    up: 'What',
    down: 'Tasks',
    onDelete: 'Cascade',
  }),
  combobox('Subject', 'Subject', 255, ['Call', 'Email', 'Send Letter', 'Send Quote', 'Other']),
  date('ActivityDate', 'Due Date Only'),
  picklist(
    'Status',
    'Status',
    255,
    ['Not Started', 'In Progress', 'Completed', 'Waiting on someone else', 'Deferred'],
    { default: 'Not Started' },
    'defaulted',
  ),
  picklist('Priority', 'Priority', 255, ['High', 'Normal', 'Low'], { default: 'Normal' }, 'defaulted'),
  checkbox('IsHighPriority', 'High Priority', 'system'),
  ownerField(['User', 'Group']),
  textArea('Description', 'Description', 32000),
  isDeletedField(),
  checkbox('IsClosed', 'Closed', 'system'),
  ...auditFields(),
  dateTime('CompletedDateTime', 'Completed Date', 'system'),
]);
