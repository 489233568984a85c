import afterAppeal from '@salesforce/label/c.Groundwork_After_Appeal';
import afterApprove from '@salesforce/label/c.Groundwork_After_Approve';
import afterAsk from '@salesforce/label/c.Groundwork_After_Ask_Leadership';
import afterDecline from '@salesforce/label/c.Groundwork_After_Decline';
import afterName from '@salesforce/label/c.Groundwork_After_Name_Reviewer';
import afterSend from '@salesforce/label/c.Groundwork_After_Send_Leadership';
import answered from '@salesforce/label/c.Groundwork_Leadership_Answered';
import appeal from '@salesforce/label/c.Groundwork_Appeal';
import appealed from '@salesforce/label/c.Groundwork_Appealed';
import approve from '@salesforce/label/c.Groundwork_Approve';
import ask from '@salesforce/label/c.Groundwork_Ask_Leadership';
import asked from '@salesforce/label/c.Groundwork_Leadership_Asked';
import askedOn from '@salesforce/label/c.Groundwork_Asked_On';
import answeredOn from '@salesforce/label/c.Groundwork_Answered_On';
import blocksDeclined from '@salesforce/label/c.Groundwork_Blocks_Declined';
import blocksOpen from '@salesforce/label/c.Groundwork_Blocks_Open';
import byAppeal from '@salesforce/label/c.Groundwork_Asked_By_Appeal';
import byLead from '@salesforce/label/c.Groundwork_Asked_By_Lead';
import byRule from '@salesforce/label/c.Groundwork_Asked_By_Rule';
import capacity from '@salesforce/label/c.Groundwork_Capacity_Effect';
import capacityLeft from '@salesforce/label/c.Groundwork_Capacity_Left';
import capacityOver from '@salesforce/label/c.Groundwork_Capacity_Over';
import capacityUnknown from '@salesforce/label/c.Groundwork_Capacity_Unknown';
import considerations from '@salesforce/label/c.Groundwork_Considerations';
import decline from '@salesforce/label/c.Groundwork_Decline';
import due from '@salesforce/label/c.Groundwork_Answer_Due';
import loadFailed from '@salesforce/label/c.Groundwork_Load_Failed';
import name from '@salesforce/label/c.Groundwork_Name_Reviewer';
import named from '@salesforce/label/c.Groundwork_Reviewer_Named';
import nobody from '@salesforce/label/c.Groundwork_Nobody_Named';
import noOthers from '@salesforce/label/c.Groundwork_No_Other_Requests';
import notNeeded from '@salesforce/label/c.Groundwork_Leadership_Not_Asked';
import others from '@salesforce/label/c.Groundwork_Other_Requests';
import reviewer from '@salesforce/label/c.Groundwork_Reviewer';
import title from '@salesforce/label/c.Groundwork_Leadership_Title';
import unknown from '@salesforce/label/c.Groundwork_Unknown';

/** Every word of the review that is not the name of a field. */
export const LABELS = {
  afterAppeal,
  afterApprove,
  afterAsk,
  afterDecline,
  afterName,
  afterSend,
  answered,
  answeredOn,
  appeal,
  appealed,
  approve,
  ask,
  asked,
  askedOn,
  blocksDeclined,
  blocksOpen,
  byAppeal,
  byLead,
  byRule,
  capacity,
  capacityLeft,
  capacityOver,
  capacityUnknown,
  considerations,
  decline,
  due,
  loadFailed,
  name,
  named,
  nobody,
  noOthers,
  notNeeded,
  others,
  reviewer,
  title,
  unknown,
};
