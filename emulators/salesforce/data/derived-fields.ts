import type { RecordError, SObjectType, StoredRecord, StoredValue } from '../entities.ts';
import { isTimeZone } from '../time-zone.ts';
import type { OpportunityStage } from '../schema/index.ts';
import { RecordFailure, toStamp, type Change, type Writing } from './change.ts';
import { deriveEvent } from './derived-event.ts';
import { deriveOpportunity } from './derived-opportunity.ts';
import { badPicklistValue, outsideRange, requiredFieldMissing } from './record-errors.ts';

/** What the org knows that standard objects depend on. */
export interface DerivationFacts {
  stages: OpportunityStage[];
  /** 1 is January. */
  fiscalYearStartMonth(): number;
}

/** Fills in what the platform works out itself: names of people, the state of deals and cases, blank record names. */
export function deriveFields(change: Change, writing: Writing, facts: DerivationFacts): RecordError[] {
  const { object, before, after } = change;
  switch (object.name) {
    case 'Contact':
    case 'Lead':
      after['Name'] = personName(after);
      return [];
    case 'User':
      after['Name'] = personName(after);
      if (!isTimeZone(String(after['TimeZoneSidKey'] ?? 'GMT'))) return [badTimeZone(object, after)];
      after['UserType'] = 'Standard';
      after['CommunityNickname'] ??= `${String(after['Alias'] ?? 'user')}${String(after['Id']).slice(-6)}`;
      return [];
    case 'UserRole':
      after['DeveloperName'] ??= String(after['Name']).replace(/\W+/g, '_');
      return [];
    case 'Opportunity':
      return deriveOpportunity(change, writing, facts);
    case 'Organization':
      return checkFiscalYear(change);
    case 'Event':
      return deriveEvent(change);
    case 'Task':
      deriveTask(before, after, writing);
      return [];
    case 'Case':
      deriveCase(before, after, writing);
      return [];
    default:
      // A blank record name becomes the id in its short form, as recorded orgs answer it.
      if (object.custom) after['Name'] ??= String(after['Id']).slice(0, 15);
      return [];
  }
}

function personName(record: StoredRecord): StoredValue {
  if ((record['LastName'] ?? null) === null) throw new RecordFailure(requiredFieldMissing(['LastName']));
  return [record['FirstName'], record['LastName']].filter((part) => (part ?? null) !== null).join(' ');
}

function badTimeZone({ fields }: SObjectType, { TimeZoneSidKey: value }: StoredRecord): RecordError {
  const field = fields.get('TimeZoneSidKey');
  if (field === undefined) throw new RangeError('A user has a time zone');
  return badPicklistValue(field, String(value));
}

function checkFiscalYear({ object, after: { FiscalYearStartMonth: month } }: Change): RecordError[] {
  const field = object.fields.get('FiscalYearStartMonth');
  const isMonth = typeof month === 'number' && month >= 1 && month <= 12;
  return isMonth || field === undefined ? [] : [outsideRange(field, String(month))];
}

function deriveTask(before: StoredRecord | undefined, after: StoredRecord, { now }: Writing): void {
  const isClosed = after['Status'] === 'Completed' ? 1 : 0;
  if (isClosed !== (before?.['IsClosed'] ?? 0)) after['CompletedDateTime'] = isClosed === 1 ? toStamp(now) : null;
  after['IsClosed'] = isClosed;
  after['IsHighPriority'] = after['Priority'] === 'High' ? 1 : 0;
}

function deriveCase(before: StoredRecord | undefined, after: StoredRecord, { now }: Writing): void {
  const isClosed = after['Status'] === 'Closed' ? 1 : 0;
  if (isClosed !== (before?.['IsClosed'] ?? 0)) after['ClosedDate'] = isClosed === 1 ? toStamp(now) : null;
  after['IsClosed'] = isClosed;
}
