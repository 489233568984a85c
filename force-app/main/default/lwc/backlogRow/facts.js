import ACCOUNT_EXECUTIVE from '@salesforce/schema/Implementation_Request__c.Account_Executive__c';
import AGE_DAYS from '@salesforce/schema/Implementation_Request__c.Age_Days__c';
import CUSTOMER_ENGINEER from '@salesforce/schema/Implementation_Request__c.Customer_Engineer__c';
import CUT_LINE from '@salesforce/schema/Implementation_Request__c.Cut_Line__c';
import EFFORT_POINTS from '@salesforce/schema/Implementation_Request__c.Effort_Points__c';
import IMPLEMENTATION_ENGINEER from '@salesforce/schema/Implementation_Request__c.Implementation_Engineer__c';
import REQUIRED_GO_LIVE from '@salesforce/schema/Implementation_Request__c.Required_Go_Live__c';
import SCORE from '@salesforce/schema/Implementation_Request__c.Score__c';
import STRATEGY from '@salesforce/schema/Implementation_Request__c.Strategy__c';

/**
 * What a row tells of its request besides its name, in the order of the columns; blank ones keep their column.
 *
 * @param {import('./backlogRow').Entry} entry
 * @param {ObjectInfo} objectInfo
 */
export function factsOf(entry, objectInfo) {
  /** @type {[FieldId, string | number | null, boolean?][]} */
  const facts = [
    [SCORE, entry.score],
    [EFFORT_POINTS, entry.effort],
    [CUT_LINE, entry.cutLine && [entry.cutLine, entry.month ?? ''].join(' ')],
    [STRATEGY, entry.strategy],
    [REQUIRED_GO_LIVE, entry.goLive, true],
    [AGE_DAYS, entry.age],
    [ACCOUNT_EXECUTIVE, entry.accountExecutive],
    [CUSTOMER_ENGINEER, entry.customerEngineer],
    [IMPLEMENTATION_ENGINEER, entry.implementationEngineer],
  ];
  return facts.flatMap(([{ fieldApiName: name }, value, isDate = false]) => {
    const field = objectInfo.fields[name];
    if (!field) {
      return [];
    }
    const className = ['fact', ...(value === null ? ['fact_blank'] : [])].join(' ');
    const words = isDate || value === null ? '' : String(value);
    return [{ name, label: field.label, className, date: isDate ? value : null, words }];
  });
}
