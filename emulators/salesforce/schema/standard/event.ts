import { checkbox, combobox, date, dateTime, integer, lookup, picklist, text, textArea, told } from './fields.ts';
import { auditFields, idField, isDeletedField } from './system-fields.ts';
import { defineStandardObject } from './define.ts';

/** Facts of the platform's own describe. Recurrence, reminders, invitees and the account that is worked out are left out. */
export const Event = defineStandardObject({ name: 'Event', label: 'Event', labelPlural: 'Events', keyPrefix: '00U' }, [
  idField('Activity ID'),
  lookup('WhoId', 'Name ID', ['Contact', 'Lead'], { up: 'Who', down: 'Events', onDelete: 'Cascade' }),
  lookup('WhatId', 'Related To ID', ['Account', 'Case', 'Opportunity'], {
    up: 'What',
    down: 'Events',
    onDelete: 'Cascade',
  }),
  combobox('Subject', 'Subject', 255, ['Call', 'Email', 'Meeting', 'Send Letter/Quote', 'Other'], 'always'),
  text('Location', 'Location', 255),
  checkbox('IsAllDayEvent', 'All-Day Event'),
  dateTime('ActivityDateTime', 'Due Date Time', 'always'),
  told(date('ActivityDate', 'Due Date Only', 'always'), { aggregatable: false }),
  integer('DurationInMinutes', 'Duration', 'always'),
  dateTime('StartDateTime', 'Start Date Time', 'always'),
  dateTime('EndDateTime', 'End Date Time', 'always'),
  date('EndDate', 'End Date', 'system'),
  textArea('Description', 'Description', 32000),
  told(lookup('OwnerId', 'Assigned To ID', ['User'], { up: 'Owner' }, 'defaulted', 'always'), {
    namePointing: true,
    polymorphicForeignKey: true,
  }),
  checkbox('IsPrivate', 'Private', 'always'),
  picklist(
    'ShowAs',
    'Show Time As',
    40,
    [
      ['Busy', 'Busy'],
      ['OutOfOffice', 'Out of Office'],
      ['Free', 'Free'],
    ],
    { default: 'Busy', restricted: true },
    'always',
  ),
  isDeletedField(),
  ...auditFields(),
]);
