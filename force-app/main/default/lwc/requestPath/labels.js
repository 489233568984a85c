import done from '@salesforce/label/c.Groundwork_Stage_Done';
import moved from '@salesforce/label/c.Groundwork_Moved';
import nextTitle from '@salesforce/label/c.Groundwork_Next_Title';
import onHold from '@salesforce/label/c.Groundwork_On_Hold';
import title from '@salesforce/label/c.Groundwork_Path_Title';
import cancelled from '@salesforce/label/c.Groundwork_Next_Ended';
import closed from '@salesforce/label/c.Groundwork_Next_Closed';
import complete from '@salesforce/label/c.Groundwork_Next_Complete';
import deployment from '@salesforce/label/c.Groundwork_Next_Deployment';
import draft from '@salesforce/label/c.Groundwork_Next_Draft';
import leadership from '@salesforce/label/c.Groundwork_Next_Leadership';
import needsInfo from '@salesforce/label/c.Groundwork_Next_Needs_Info';
import planned from '@salesforce/label/c.Groundwork_Next_Planned';
import qualified from '@salesforce/label/c.Groundwork_Next_Qualified';
import selected from '@salesforce/label/c.Groundwork_Next_Selected';
import submitted from '@salesforce/label/c.Groundwork_Next_Submitted';
import triage from '@salesforce/label/c.Groundwork_Next_Triage';

/** Every word of the path that is not a status or the name of a field. */
export const LABELS = {
  done,
  moved,
  nextTitle,
  onHold,
  title,
  /** What is next and who does it, by status. @type {Record<string, string | undefined>} */
  next: {
    Draft: draft,
    Planned_Post_Live: planned,
    Submitted: submitted,
    Needs_Info: needsInfo,
    In_Triage: triage,
    Leadership_Review: leadership,
    Qualified: qualified,
    Selected: selected,
    In_Deployment: deployment,
    Deployment_Complete: complete,
    Closed_Handed_Off: closed,
    Disqualified: cancelled,
    Not_Selected: cancelled,
    Withdrawn: cancelled,
    Duplicate: cancelled,
    Closed_Opportunity_Lost: cancelled,
    Cancelled: cancelled,
  },
  /** Fields that explain a status. @type {Record<string, string[] | undefined>} */
  remarkFields: {
    Needs_Info: ['Question__c'],
    Withdrawn: ['Closing_Reason__c'],
    Cancelled: ['Closing_Reason__c'],
  },
};
