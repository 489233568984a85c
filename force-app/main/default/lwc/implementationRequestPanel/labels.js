import { formatLabel } from 'c/formatLabel';
import assess from '@salesforce/label/c.Groundwork_Assess';
import changeAnswers from '@salesforce/label/c.Groundwork_Change_Answers';
import channel from '@salesforce/label/c.Groundwork_Channel_Name';
import closedLost from '@salesforce/label/c.Groundwork_Closed_Lost';
import file from '@salesforce/label/c.Groundwork_Request_Implementation';
import fileAnother from '@salesforce/label/c.Groundwork_File_Another';
import fileAnyway from '@salesforce/label/c.Groundwork_File_Anyway';
import invitation from '@salesforce/label/c.Groundwork_Assess_Invitation';
import loadFailed from '@salesforce/label/c.Groundwork_Load_Failed';
import loading from '@salesforce/label/c.Groundwork_Loading';
import noAccount from '@salesforce/label/c.Groundwork_No_Account';
import noRequest from '@salesforce/label/c.Groundwork_No_Request';
import title from '@salesforce/label/c.Groundwork_Panel_Title';

/** Every word of the panel that is not the name of a field. */
export const LABELS = {
  assess,
  changeAnswers,
  closedLost,
  file,
  fileAnother,
  fileAnyway,
  invitation: formatLabel(invitation, channel),
  loadFailed,
  loading,
  noAccount,
  noRequest,
  title,
};
