import ACCOUNT from '@salesforce/schema/Implementation_Request__c.Account__c';
import ACCOUNT_EXECUTIVE from '@salesforce/schema/Implementation_Request__c.Account_Executive__c';
import CUSTOMER_ENGINEER from '@salesforce/schema/Implementation_Request__c.Customer_Engineer__c';
import REQUESTER from '@salesforce/schema/Implementation_Request__c.Requester__c';
import ADDRESSABLE_MARKET from '@salesforce/schema/Implementation_Request__c.Addressable_Market__c';
import BACKLOG_POSITION from '@salesforce/schema/Implementation_Request__c.Backlog_Position__c';
import BACKLOG_RANK from '@salesforce/schema/Implementation_Request__c.Backlog_Rank__c';
import CLOSE_DATE from '@salesforce/schema/Implementation_Request__c.Close_Date__c';
import COMPLEXITY_FLAG_COUNT from '@salesforce/schema/Implementation_Request__c.Complexity_Flag_Count__c';
import COMPLEXITY_FLAGS from '@salesforce/schema/Implementation_Request__c.Complexity_Flags__c';
import EFFORT_POINTS from '@salesforce/schema/Implementation_Request__c.Effort_Points__c';
import FISCAL_YEAR_IMPACT from '@salesforce/schema/Implementation_Request__c.Fiscal_Year_Impact__c';
import FULL_USERS from '@salesforce/schema/Implementation_Request__c.Full_Users__c';
import INITIAL_USERS from '@salesforce/schema/Implementation_Request__c.Initial_Users__c';
import LEADERSHIP_REVIEW_STATE from '@salesforce/schema/Implementation_Request__c.Leadership_Review_State__c';
import PRIORITY_OVERRIDE_REASON from '@salesforce/schema/Implementation_Request__c.Priority_Override_Reason__c';
import PRIORITY from '@salesforce/schema/Implementation_Request__c.Priority__c';
import PROBABILITY from '@salesforce/schema/Implementation_Request__c.Probability__c';
import REPOSITORIES from '@salesforce/schema/Implementation_Request__c.Repositories__c';
import RETRIAGE_NEEDED from '@salesforce/schema/Implementation_Request__c.Retriage_Needed__c';
import RETRIAGE_REASON from '@salesforce/schema/Implementation_Request__c.Retriage_Reason__c';
import REVENUE_FISCAL_YEAR from '@salesforce/schema/Implementation_Request__c.Revenue_Fiscal_Year__c';
import SCORE_CHANGED_SINCE_RANKED from '@salesforce/schema/Implementation_Request__c.Score_Changed_Since_Ranked__c';
import SIZE_TIER from '@salesforce/schema/Implementation_Request__c.Size_Tier__c';
import STAGE from '@salesforce/schema/Implementation_Request__c.Stage__c';
import START_MONTH_KEY from '@salesforce/schema/Implementation_Request__c.Start_Month_Key__c';
import STATUS from '@salesforce/schema/Implementation_Request__c.Status__c';
import SUGGESTED_PRIORITY from '@salesforce/schema/Implementation_Request__c.Suggested_Priority__c';
import TARGET_FISCAL_YEAR from '@salesforce/schema/Implementation_Request__c.Target_Fiscal_Year__c';
import YEARLY_REVENUE from '@salesforce/schema/Implementation_Request__c.Yearly_Revenue__c';
import ACCOUNT_NAME from '@salesforce/schema/Implementation_Request__c.Account__r.Name';
import CAPACITY from '@salesforce/schema/Implementation_Request__c.Capacity_Month__r.Capacity_Points__c';
import COMMITTED from '@salesforce/schema/Implementation_Request__c.Capacity_Month__r.Committed_Points__c';
import FREE from '@salesforce/schema/Implementation_Request__c.Capacity_Month__r.Free_Points__c';
import EDITOR from '@salesforce/schema/Implementation_Request__c.LastModifiedBy.Name';
import OPPORTUNITY_NAME from '@salesforce/schema/Implementation_Request__c.Opportunity__r.Name';

/** Fields of a request that triage looks at; left out for those who may not read them. */
export const TRIAGE_FIELDS = [
  ACCOUNT,
  REQUESTER,
  CUSTOMER_ENGINEER,
  ACCOUNT_EXECUTIVE,
  ADDRESSABLE_MARKET,
  BACKLOG_POSITION,
  BACKLOG_RANK,
  CLOSE_DATE,
  COMPLEXITY_FLAG_COUNT,
  COMPLEXITY_FLAGS,
  EFFORT_POINTS,
  FISCAL_YEAR_IMPACT,
  FULL_USERS,
  INITIAL_USERS,
  LEADERSHIP_REVIEW_STATE,
  PRIORITY_OVERRIDE_REASON,
  PRIORITY,
  PROBABILITY,
  REPOSITORIES,
  RETRIAGE_NEEDED,
  RETRIAGE_REASON,
  REVENUE_FISCAL_YEAR,
  SCORE_CHANGED_SINCE_RANKED,
  SIZE_TIER,
  STAGE,
  START_MONTH_KEY,
  STATUS,
  SUGGESTED_PRIORITY,
  TARGET_FISCAL_YEAR,
  YEARLY_REVENUE,
  ACCOUNT_NAME,
  CAPACITY,
  COMMITTED,
  FREE,
  EDITOR,
  OPPORTUNITY_NAME,
];
