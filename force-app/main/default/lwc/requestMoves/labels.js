import answer from '@salesforce/label/c.Groundwork_Move_Answer';
import begin from '@salesforce/label/c.Groundwork_Move_Begin_Triage';
import cancel from '@salesforce/label/c.Groundwork_Move_Cancel';
import close from '@salesforce/label/c.Groundwork_Move_Close';
import complete from '@salesforce/label/c.Groundwork_Move_Complete';
import deploy from '@salesforce/label/c.Groundwork_Move_Deploy';
import deployAgain from '@salesforce/label/c.Groundwork_Move_Deploy_Again';
import disqualify from '@salesforce/label/c.Groundwork_Move_Disqualify';
import duplicate from '@salesforce/label/c.Groundwork_Move_Duplicate';
import leadership from '@salesforce/label/c.Groundwork_Move_Leadership';
import limit from '@salesforce/label/c.Groundwork_Move_Limit';
import needsInfo from '@salesforce/label/c.Groundwork_Move_Needs_Info';
import notSelect from '@salesforce/label/c.Groundwork_Move_Not_Select';
import plan from '@salesforce/label/c.Groundwork_Move_Plan';
import qualify from '@salesforce/label/c.Groundwork_Move_Qualify';
import release from '@salesforce/label/c.Groundwork_Move_Release';
import reopen from '@salesforce/label/c.Groundwork_Move_Reopen';
import retriage from '@salesforce/label/c.Groundwork_Move_Retriage';
import select from '@salesforce/label/c.Groundwork_Move_Select';
import submit from '@salesforce/label/c.Groundwork_Submit';
import takeBack from '@salesforce/label/c.Groundwork_Move_Take_Back';
import withdraw from '@salesforce/label/c.Groundwork_Move_Withdraw';
import afterClose from '@salesforce/label/c.Groundwork_After_Close';
import afterComplete from '@salesforce/label/c.Groundwork_After_Complete';
import afterDecision from '@salesforce/label/c.Groundwork_After_Decision';
import afterDisqualify from '@salesforce/label/c.Groundwork_After_Disqualify';
import afterDuplicate from '@salesforce/label/c.Groundwork_After_Duplicate';
import afterNeedsInfo from '@salesforce/label/c.Groundwork_After_Needs_Info';
import afterRelease from '@salesforce/label/c.Groundwork_After_Release';
import afterRetriage from '@salesforce/label/c.Groundwork_After_Retriage';
import afterSelect from '@salesforce/label/c.Groundwork_After_Select';
import afterStop from '@salesforce/label/c.Groundwork_After_Stop';
import afterSubmit from '@salesforce/label/c.Groundwork_After_Submit';

/** Buttons and what they lead to, by status or by change of status. */
export const LABELS = {
  reopen,
  /** @type {Record<string, string | undefined>} */
  moves: {
    Submitted: submit,
    Planned_Post_Live: plan,
    In_Triage: begin,
    Needs_Info: needsInfo,
    Leadership_Review: leadership,
    Qualified: qualify,
    Disqualified: disqualify,
    Duplicate: duplicate,
    Selected: select,
    Not_Selected: notSelect,
    In_Deployment: deploy,
    Deployment_Complete: complete,
    Closed_Handed_Off: close,
    Withdrawn: withdraw,
    Cancelled: cancel,
    'Planned_Post_Live>Submitted': limit,
    'Needs_Info>In_Triage': answer,
    'Leadership_Review>In_Triage': takeBack,
    'Qualified>In_Triage': retriage,
    'Selected>Qualified': release,
    'Deployment_Complete>In_Deployment': deployAgain,
  },
  /** @type {Record<string, string | undefined>} */
  consequences: {
    Submitted: afterSubmit,
    Needs_Info: afterNeedsInfo,
    Qualified: afterDecision,
    Disqualified: afterDisqualify,
    Not_Selected: afterDisqualify,
    Selected: afterSelect,
    Deployment_Complete: afterComplete,
    Closed_Handed_Off: afterClose,
    Duplicate: afterDuplicate,
    Withdrawn: afterStop,
    Cancelled: afterStop,
    'Qualified>In_Triage': afterRetriage,
    'Selected>Qualified': afterRelease,
  },
};
