import ACTUAL_COMPLETION from '@salesforce/schema/Implementation_Request__c.Actual_Completion__c';
import BACKLOG_POSITION from '@salesforce/schema/Implementation_Request__c.Backlog_Position__c';
import CREATED from '@salesforce/schema/Implementation_Request__c.CreatedDate';
import DAYS_SINCE_UPDATE from '@salesforce/schema/Implementation_Request__c.Days_Since_Update__c';
import DEPLOYMENT_METHOD from '@salesforce/schema/Implementation_Request__c.Deployment_Method__c';
import HEALTH from '@salesforce/schema/Implementation_Request__c.Health__c';
import HOSTING_PROVIDER from '@salesforce/schema/Implementation_Request__c.Hosting_Provider__c';
import IMPLEMENTATION_ENGINEER from '@salesforce/schema/Implementation_Request__c.Implementation_Engineer__r.Name';
import INSTANCE_URL from '@salesforce/schema/Implementation_Request__c.Instance_Url__c';
import IS_OPEN from '@salesforce/schema/Implementation_Request__c.Is_Open__c';
import NAME from '@salesforce/schema/Implementation_Request__c.Name';
import OPPORTUNITY from '@salesforce/schema/Implementation_Request__c.Opportunity__r.Name';
import PERCENT_COMPLETE from '@salesforce/schema/Implementation_Request__c.Percent_Complete__c';
import PRIORITY from '@salesforce/schema/Implementation_Request__c.Priority__c';
import PROJECT_MANAGER from '@salesforce/schema/Implementation_Request__c.Project_Manager__r.Name';
import READINESS_TEXT from '@salesforce/schema/Implementation_Request__c.Readiness_Text__c';
import REQUEST_TYPE from '@salesforce/schema/Implementation_Request__c.Request_Type__c';
import STATUS from '@salesforce/schema/Implementation_Request__c.Status__c';
import STRATEGY from '@salesforce/schema/Implementation_Request__c.Strategy__c';
import TARGET_COMPLETION from '@salesforce/schema/Implementation_Request__c.Target_Completion__c';
import TARGET_START from '@salesforce/schema/Implementation_Request__c.Target_Start__c';
import UPDATE_OVERDUE from '@salesforce/schema/Implementation_Request__c.Update_Overdue__c';
import { qualifiedNames } from 'c/recordValues';

/** What the customer's page reads of a request. */
export const REQUEST = {
  actualCompletion: ACTUAL_COMPLETION,
  backlogPosition: BACKLOG_POSITION,
  daysSinceUpdate: DAYS_SINCE_UPDATE,
  deploymentMethod: DEPLOYMENT_METHOD,
  health: HEALTH,
  hostingProvider: HOSTING_PROVIDER,
  implementationEngineer: IMPLEMENTATION_ENGINEER,
  instanceUrl: INSTANCE_URL,
  isOpen: IS_OPEN,
  name: NAME,
  opportunity: OPPORTUNITY,
  percentComplete: PERCENT_COMPLETE,
  priority: PRIORITY,
  projectManager: PROJECT_MANAGER,
  readiness: READINESS_TEXT,
  requestType: REQUEST_TYPE,
  status: STATUS,
  strategy: STRATEGY,
  targetCompletion: TARGET_COMPLETION,
  targetStart: TARGET_START,
  updateOverdue: UPDATE_OVERDUE,
};

/** What everybody has who may read requests at all. */
export const REQUIRED_FIELDS = qualifiedNames([NAME, REQUEST_TYPE]);
export const OPTIONAL_FIELDS = qualifiedNames(Object.values(REQUEST)).filter(
  (field) => !REQUIRED_FIELDS.includes(field),
);

/** The newest first. */
export const SORT_BY = qualifiedNames([CREATED]).map((field) => `-${field}`);
