import ACCOUNT from '@salesforce/schema/Implementation_Request__c.Account__c';
import ACCOUNT_EXECUTIVE from '@salesforce/schema/Implementation_Request__c.Account_Executive__c';
import ACKNOWLEDGE_BY from '@salesforce/schema/Implementation_Request__c.Acknowledge_By__c';
import CURRENT_REVIEW from '@salesforce/schema/Implementation_Request__c.Current_Review__c';
import CUSTOMER_ENGINEER from '@salesforce/schema/Implementation_Request__c.Customer_Engineer__c';
import DECIDE_BY from '@salesforce/schema/Implementation_Request__c.Decide_By__c';
import LAST_MODIFIED_BY from '@salesforce/schema/Implementation_Request__c.LastModifiedBy.Name';
import NAME from '@salesforce/schema/Implementation_Request__c.Name';
import ON_HOLD from '@salesforce/schema/Implementation_Request__c.On_Hold__c';
import ON_HOLD_REASON from '@salesforce/schema/Implementation_Request__c.On_Hold_Reason__c';
import OWNER from '@salesforce/schema/Implementation_Request__c.OwnerId';
import PRIOR_STATUS from '@salesforce/schema/Implementation_Request__c.Prior_Status__c';
import REQUESTER from '@salesforce/schema/Implementation_Request__c.Requester__c';
import TECHNICAL_ADVISOR from '@salesforce/schema/Implementation_Request__c.Technical_Advisor__c';
import { ASKED_FIELDS } from 'c/requestMoves';

/** Fields that everyone has who may read requests at all. */
export const REQUIRED_FIELDS = [NAME];

/** People who have a part in the ask: they may withdraw it and answer questions. */
export const PARTY_FIELDS = [OWNER, REQUESTER, ACCOUNT_EXECUTIVE, CUSTOMER_ENGINEER, TECHNICAL_ADVISOR];

/** Fields that are left out for those who may not read them. */
export const OPTIONAL_FIELDS = [
  ...ASKED_FIELDS,
  ...PARTY_FIELDS,
  ACCOUNT,
  ACKNOWLEDGE_BY,
  CURRENT_REVIEW,
  DECIDE_BY,
  LAST_MODIFIED_BY,
  ON_HOLD,
  ON_HOLD_REASON,
  PRIOR_STATUS,
];
