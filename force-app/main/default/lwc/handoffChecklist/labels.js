import all from '@salesforce/label/c.Groundwork_All';
import closingBlocked from '@salesforce/label/c.Groundwork_Closing_Blocked';
import closingFree from '@salesforce/label/c.Groundwork_Closing_Free';
import completionBlocked from '@salesforce/label/c.Groundwork_Completion_Blocked';
import completionFree from '@salesforce/label/c.Groundwork_Completion_Free';
import documentsMissing from '@salesforce/label/c.Groundwork_Documents_Missing';
import gate from '@salesforce/label/c.Groundwork_Gate';
import loadFailed from '@salesforce/label/c.Groundwork_Checklist_Not_Loaded';
import mine from '@salesforce/label/c.Groundwork_Mine';
import noAdvisor from '@salesforce/label/c.Groundwork_No_Advisor';
import none from '@salesforce/label/c.Groundwork_No_Checklist';
import noneShown from '@salesforce/label/c.Groundwork_No_Item_Shown';
import notInVitally from '@salesforce/label/c.Groundwork_Customer_Not_In_Vitally';
import notWon from '@salesforce/label/c.Groundwork_Not_Won';
import open from '@salesforce/label/c.Groundwork_Open';
import readiness from '@salesforce/label/c.Groundwork_Readiness';
import show from '@salesforce/label/c.Groundwork_Show';
import startBlocked from '@salesforce/label/c.Groundwork_Start_Blocked';
import startFree from '@salesforce/label/c.Groundwork_Start_Free';
import title from '@salesforce/label/c.Groundwork_Checklist_Title';

/** Every word of the checklist that is not the name of a field. */
export const LABELS = {
  all,
  closingBlocked,
  closingFree,
  completionBlocked,
  completionFree,
  documentsMissing,
  gate,
  loadFailed,
  mine,
  noAdvisor,
  none,
  noneShown,
  notInVitally,
  notWon,
  open,
  readiness,
  show,
  startBlocked,
  startFree,
  title,
};
