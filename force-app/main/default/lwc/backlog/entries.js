import ACCOUNT_EXECUTIVE from '@salesforce/schema/Implementation_Request__c.Account_Executive__r.Name';
import ACCOUNT_NAME from '@salesforce/schema/Implementation_Request__c.Account__r.Name';
import AGE_DAYS from '@salesforce/schema/Implementation_Request__c.Age_Days__c';
import BACKLOG_RANK from '@salesforce/schema/Implementation_Request__c.Backlog_Rank__c';
import CAPACITY_MONTH from '@salesforce/schema/Implementation_Request__c.Capacity_Month__r.Name';
import CUSTOMER_ENGINEER from '@salesforce/schema/Implementation_Request__c.Customer_Engineer__r.Name';
import CUT_LINE from '@salesforce/schema/Implementation_Request__c.Cut_Line__c';
import EFFORT_POINTS from '@salesforce/schema/Implementation_Request__c.Effort_Points__c';
import FREE_POINTS from '@salesforce/schema/Implementation_Request__c.Capacity_Month__r.Free_Points__c';
import IMPLEMENTATION_ENGINEER from '@salesforce/schema/Implementation_Request__c.Implementation_Engineer__r.Name';
import LAST_MODIFIED_BY from '@salesforce/schema/Implementation_Request__c.LastModifiedBy.Name';
import NAME from '@salesforce/schema/Implementation_Request__c.Name';
import PRIORITY from '@salesforce/schema/Implementation_Request__c.Priority__c';
import REQUEST_TYPE from '@salesforce/schema/Implementation_Request__c.Request_Type__c';
import REQUIRED_GO_LIVE from '@salesforce/schema/Implementation_Request__c.Required_Go_Live__c';
import SCORE_CHANGED from '@salesforce/schema/Implementation_Request__c.Score_Changed_Since_Ranked__c';
import SCORE_TEXT from '@salesforce/schema/Implementation_Request__c.Score_Text__c';
import STATUS from '@salesforce/schema/Implementation_Request__c.Status__c';
import STRATEGY from '@salesforce/schema/Implementation_Request__c.Strategy__c';
import { isTicked, number, qualifiedNames, shown, text } from 'c/recordValues';

/** What the page asks of each request; what the user may not read is left out. */
export const ENTRY_FIELDS = qualifiedNames([
  NAME,
  ACCOUNT_NAME,
  STATUS,
  REQUEST_TYPE,
  STRATEGY,
  PRIORITY,
  BACKLOG_RANK,
  SCORE_TEXT,
  SCORE_CHANGED,
  EFFORT_POINTS,
  AGE_DAYS,
  REQUIRED_GO_LIVE,
  ACCOUNT_EXECUTIVE,
  CUSTOMER_ENGINEER,
  IMPLEMENTATION_ENGINEER,
  CUT_LINE,
  CAPACITY_MONTH,
  FREE_POINTS,
  LAST_MODIFIED_BY,
]);

/**
 * Reads records into entries. One that says the same as when it was read before is the same object, so that its row
 * stays as it is.
 */
export function entryReader() {
  /** @type {readonly RecordRepresentation[]} */
  let records = [];
  /** @type {readonly import('c/backlogRow').Entry[]} */
  let entries = [];
  return (/** @type {readonly RecordRepresentation[]} */ read) => {
    if (read !== records) {
      const known = new Map(entries.map((entry) => [entry.id, entry]));
      records = read;
      entries = read.map(toEntry).map((entry) => sameAs(known.get(entry.id), entry));
    }
    return entries;
  };
}

/**
 * @param {import('c/backlogRow').Entry | undefined} before
 * @param {import('c/backlogRow').Entry} entry
 */
function sameAs(before, entry) {
  return JSON.stringify(before) === JSON.stringify(entry) && before ? before : entry;
}

/**
 * @param {RecordRepresentation} record
 * @returns {import('c/backlogRow').Entry}
 */
function toEntry(record) {
  return {
    id: record.id,
    number: text(record, NAME) ?? record.id,
    customer: text(record, ACCOUNT_NAME) ?? '',
    status: shown(record, STATUS),
    type: shown(record, REQUEST_TYPE),
    strategy: shown(record, STRATEGY),
    priority: shown(record, PRIORITY),
    rank: number(record, BACKLOG_RANK),
    score: text(record, SCORE_TEXT),
    isScoreChanged: isTicked(record, SCORE_CHANGED),
    effort: number(record, EFFORT_POINTS),
    age: number(record, AGE_DAYS),
    goLive: text(record, REQUIRED_GO_LIVE),
    accountExecutive: text(record, ACCOUNT_EXECUTIVE),
    customerEngineer: text(record, CUSTOMER_ENGINEER),
    implementationEngineer: text(record, IMPLEMENTATION_ENGINEER),
    cutLine: text(record, CUT_LINE),
    month: text(record, CAPACITY_MONTH),
    freePoints: number(record, FREE_POINTS),
    lastModified: record.lastModifiedDate,
    editor: text(record, LAST_MODIFIED_BY),
  };
}
