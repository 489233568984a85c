import closePreview from '@salesforce/label/c.Groundwork_Close_Preview';
import noPriority from '@salesforce/label/c.Groundwork_No_Priority';
import openPreview from '@salesforce/label/c.Groundwork_Preview_Title';
import position from '@salesforce/label/c.Groundwork_Rank';
import priority from '@salesforce/label/c.Groundwork_Priority';
import prioritySaved from '@salesforce/label/c.Groundwork_Priority_Saved';
import retriage from '@salesforce/label/c.Groundwork_Retriage';
import roundClosed from '@salesforce/label/c.Groundwork_Round_Closed';
import roundOpen from '@salesforce/label/c.Groundwork_Round_Open';
import score from '@salesforce/label/c.Groundwork_Score_Of_Request';
import scoreMoved from '@salesforce/label/c.Groundwork_Score_Moved';
import setPriority from '@salesforce/label/c.Groundwork_Set_Priority';
import suggested from '@salesforce/label/c.Groundwork_Suggested';
import title from '@salesforce/label/c.Groundwork_Triage_Title';
import untouched from '@salesforce/label/c.Groundwork_Triage_Untouched';

/** Every word of the panel that is not the name of a field. */
export const LABELS = {
  closePreview,
  noPriority,
  openPreview,
  position,
  priority,
  prioritySaved,
  retriage,
  roundClosed,
  roundOpen,
  score,
  scoreMoved,
  setPriority,
  suggested,
  title,
  untouched,
};
