import DESIGN_LINKS from '@salesforce/schema/Implementation_Request__c.Design_Links__c';
import DISCOVERY_LINKS from '@salesforce/schema/Implementation_Request__c.Discovery_Links__c';
import DOCUMENTS_IN_VITALLY from '@salesforce/schema/Implementation_Request__c.Documents_In_Vitally__c';
import EARLY_START_REASON from '@salesforce/schema/Implementation_Request__c.Early_Start_Reason__c';
import EXISTING_CUSTOMER from '@salesforce/schema/Implementation_Request__c.Strategy_Assessment__r.Existing_Customer__c';
import NAME from '@salesforce/schema/Implementation_Request__c.Name';
import OPEN_ITEMS from '@salesforce/schema/Implementation_Request__c.Open_Items__c';
import OPPORTUNITY_OUTCOME from '@salesforce/schema/Implementation_Request__c.Opportunity_Outcome__c';
import PLAYBOOK_LINKS from '@salesforce/schema/Implementation_Request__c.Playbook_Links__c';
import REQUEST_TYPE from '@salesforce/schema/Implementation_Request__c.Request_Type__c';
import REQUIREMENTS_READY from '@salesforce/schema/Implementation_Request__c.Requirements_Ready__c';
import REQUIREMENTS_TOTAL from '@salesforce/schema/Implementation_Request__c.Requirements_Total__c';
import STATUS from '@salesforce/schema/Implementation_Request__c.Status__c';
import TARGET_COMPLETION from '@salesforce/schema/Implementation_Request__c.Target_Completion__c';
import TECHNICAL_ADVISOR from '@salesforce/schema/Implementation_Request__c.Technical_Advisor__c';
import VITALLY_STATE from '@salesforce/schema/Implementation_Request__c.Vitally_State__c';

/** What the checklist reads of its request. */
export const REQUEST = {
  name: NAME,
  designLinks: DESIGN_LINKS,
  discoveryLinks: DISCOVERY_LINKS,
  documentsInVitally: DOCUMENTS_IN_VITALLY,
  earlyStartReason: EARLY_START_REASON,
  existingCustomer: EXISTING_CUSTOMER,
  openItems: OPEN_ITEMS,
  opportunityOutcome: OPPORTUNITY_OUTCOME,
  playbookLinks: PLAYBOOK_LINKS,
  requestType: REQUEST_TYPE,
  requirementsReady: REQUIREMENTS_READY,
  requirementsTotal: REQUIREMENTS_TOTAL,
  status: STATUS,
  targetCompletion: TARGET_COMPLETION,
  technicalAdvisor: TECHNICAL_ADVISOR,
  vitallyState: VITALLY_STATE,
};
