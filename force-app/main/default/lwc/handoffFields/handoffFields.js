import ACCEPTED_BY from '@salesforce/schema/Handoff_Item__c.Accepted_By__r.Name';
import ACCEPTED_ON from '@salesforce/schema/Handoff_Item__c.Accepted_On__c';
import ASSIGNED_TO from '@salesforce/schema/Handoff_Item__c.Assigned_To__r.Name';
import BLOCKED_BECAUSE from '@salesforce/schema/Handoff_Item__c.Blocked_Because__c';
import BLOCKING from '@salesforce/schema/Handoff_Item__c.Blocking__c';
import COMMENT from '@salesforce/schema/Handoff_Item__c.Comment__c';
import COVERED_IN_DESIGN from '@salesforce/schema/Handoff_Item__c.Covered_In_Design__c';
import DAYS_TO_DUE from '@salesforce/schema/Handoff_Item__c.Days_To_Due__c';
import DESIGN_SECTION from '@salesforce/schema/Handoff_Item__c.Design_Section__c';
import DONE_BY from '@salesforce/schema/Handoff_Item__c.Done_By__r.Name';
import DONE_ON from '@salesforce/schema/Handoff_Item__c.Done_On__c';
import DUE_ON from '@salesforce/schema/Handoff_Item__c.Due_On__c';
import EVIDENCE from '@salesforce/schema/Handoff_Item__c.Evidence_Url__c';
import GATE from '@salesforce/schema/Handoff_Item__c.Gate__c';
import HANDOFF from '@salesforce/schema/Handoff_Item__c.Handoff__c';
import INFRASTRUCTURE_ACCEPTED from '@salesforce/schema/Handoff_Item__c.Infrastructure_Accepted__c';
import INFRASTRUCTURE_COMPLETE from '@salesforce/schema/Handoff_Item__c.Infrastructure_Complete__c';
import IS_MINE from '@salesforce/schema/Handoff_Item__c.Is_Mine__c';
import KEY from '@salesforce/schema/Handoff_Item__c.Key__c';
import LEG from '@salesforce/schema/Handoff_Item__c.Handoff__r.Leg__c';
import NAME from '@salesforce/schema/Handoff_Item__c.Name';
import NEEDS_ACCEPTANCE from '@salesforce/schema/Handoff_Item__c.Needs_Acceptance__c';
import OWNER_ROLE from '@salesforce/schema/Handoff_Item__c.Owner_Role__c';
import PROJECT_ACCEPTED from '@salesforce/schema/Handoff_Item__c.Project_Accepted__c';
import PROJECT_COMPLETE from '@salesforce/schema/Handoff_Item__c.Project_Complete__c';
import REQUIREMENT from '@salesforce/schema/Handoff_Item__c.Requirement__c';
import RETURN_COMMENT from '@salesforce/schema/Handoff_Item__c.Return_Comment__c';
import SETTLED from '@salesforce/schema/Handoff_Item__c.Settled__c';
import SORT_ORDER from '@salesforce/schema/Handoff_Item__c.Sort_Order__c';
import STATE from '@salesforce/schema/Handoff_Item__c.State__c';
import TECHNICAL_ACCEPTED from '@salesforce/schema/Handoff_Item__c.Technical_Accepted__c';
import TECHNICAL_COMPLETE from '@salesforce/schema/Handoff_Item__c.Technical_Complete__c';
import TIMELINE_ACCEPTED from '@salesforce/schema/Handoff_Item__c.Timeline_Accepted__c';
import TIMELINE_COMPLETE from '@salesforce/schema/Handoff_Item__c.Timeline_Complete__c';
import WAIVED_BY from '@salesforce/schema/Handoff_Item__c.Waived_By__r.Name';
import WAIVER_REASON from '@salesforce/schema/Handoff_Item__c.Waiver_Reason__c';

/** The fields of a handoff item. */
export const ITEM = {
  acceptedBy: ACCEPTED_BY,
  acceptedOn: ACCEPTED_ON,
  assignedTo: ASSIGNED_TO,
  blockedBecause: BLOCKED_BECAUSE,
  blocking: BLOCKING,
  comment: COMMENT,
  coveredInDesign: COVERED_IN_DESIGN,
  daysToDue: DAYS_TO_DUE,
  designSection: DESIGN_SECTION,
  doneBy: DONE_BY,
  doneOn: DONE_ON,
  dueOn: DUE_ON,
  evidence: EVIDENCE,
  gate: GATE,
  handoff: HANDOFF,
  infrastructureAccepted: INFRASTRUCTURE_ACCEPTED,
  infrastructureComplete: INFRASTRUCTURE_COMPLETE,
  isMine: IS_MINE,
  key: KEY,
  leg: LEG,
  name: NAME,
  needsAcceptance: NEEDS_ACCEPTANCE,
  ownerRole: OWNER_ROLE,
  projectAccepted: PROJECT_ACCEPTED,
  projectComplete: PROJECT_COMPLETE,
  requirement: REQUIREMENT,
  returnComment: RETURN_COMMENT,
  settled: SETTLED,
  sortOrder: SORT_ORDER,
  state: STATE,
  technicalAccepted: TECHNICAL_ACCEPTED,
  technicalComplete: TECHNICAL_COMPLETE,
  timelineAccepted: TIMELINE_ACCEPTED,
  timelineComplete: TIMELINE_COMPLETE,
  waivedBy: WAIVED_BY,
  waiverReason: WAIVER_REASON,
};

/** The areas of a document that is handed over: confirmed by the CE, accepted by Implementation Engineering. */
export const AREAS = [
  { complete: ITEM.technicalComplete, accepted: ITEM.technicalAccepted },
  { complete: ITEM.infrastructureComplete, accepted: ITEM.infrastructureAccepted },
  { complete: ITEM.projectComplete, accepted: ITEM.projectAccepted },
  { complete: ITEM.timelineComplete, accepted: ITEM.timelineAccepted },
];

/**
 * What a user may do with items whoever they are assigned to, by custom permission.
 *
 * @typedef {object} ItemRights
 * @property {boolean} all works on every item
 * @property {boolean} waive
 * @property {boolean} accept accepts and returns what is handed over
 * @property {string[]} roles whose items the user works on
 */
