import backlog from '@salesforce/label/c.Groundwork_Sync_Backlog';
import inBacklogSince from '@salesforce/label/c.Groundwork_Sync_In_Backlog_Since';
import mirrored from '@salesforce/label/c.Groundwork_Vitally_Mirrored';
import notActive from '@salesforce/label/c.Groundwork_Vitally_Not_Active';
import notFiled from '@salesforce/label/c.Groundwork_Sync_Not_Filed';
import notInBacklog from '@salesforce/label/c.Groundwork_Sync_Not_In_Backlog';
import notStarted from '@salesforce/label/c.Groundwork_Vitally_Not_Started';
import notStartedText from '@salesforce/label/c.Groundwork_Vitally_Not_Started_Text';
import open from '@salesforce/label/c.Groundwork_Open_In_Vitally';
import refused from '@salesforce/label/c.Groundwork_Vitally_Refused';
import title from '@salesforce/label/c.Groundwork_Sync_Title';
import updatedOn from '@salesforce/label/c.Groundwork_Vitally_Updated_On';
import vitally from '@salesforce/label/c.Groundwork_Sync_Vitally';
import waiting from '@salesforce/label/c.Groundwork_Vitally_Waiting';
import wasInBacklogSince from '@salesforce/label/c.Groundwork_Sync_Was_In_Backlog_Since';

/** Every word of the card. */
export const LABELS = {
  backlog,
  inBacklogSince,
  notFiled,
  notInBacklog,
  notStarted,
  open,
  title,
  updatedOn,
  vitallyTitle: vitally,
  wasInBacklogSince,
  /** What each state means. @type {Record<string, string | undefined>} */
  vitally: {
    Not_Started: notStartedText,
    Waiting_For_Account: waiting,
    Mirrored: mirrored,
    Not_Active: notActive,
    Refused: refused,
  },
};
