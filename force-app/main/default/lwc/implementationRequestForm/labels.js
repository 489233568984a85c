import cancel from '@salesforce/label/c.Groundwork_Cancel';
import change from '@salesforce/label/c.Groundwork_Change';
import customer from '@salesforce/label/c.Groundwork_Customer';
import filed from '@salesforce/label/c.Groundwork_Filed';
import filedTitle from '@salesforce/label/c.Groundwork_Filed_Title';
import filedWithoutNumber from '@salesforce/label/c.Groundwork_Filed_Without_Number';
import linksFailed from '@salesforce/label/c.Groundwork_Links_Failed';
import missingMethod from '@salesforce/label/c.Groundwork_Missing_Method';
import missingProvider from '@salesforce/label/c.Groundwork_Missing_Provider';
import missingRequestType from '@salesforce/label/c.Groundwork_Missing_Request_Type';
import optionsFailed from '@salesforce/label/c.Groundwork_Options_Failed';
import recalled from '@salesforce/label/c.Groundwork_Draft_Recalled';
import retryLinks from '@salesforce/label/c.Groundwork_Retry_Links';
import saveFailed from '@salesforce/label/c.Groundwork_Save_Failed';
import submit from '@salesforce/label/c.Groundwork_Submit';
import submitting from '@salesforce/label/c.Groundwork_Submitting';
import title from '@salesforce/label/c.Groundwork_Form_Title';
import withoutLinks from '@salesforce/label/c.Groundwork_Without_Links';

/** Every word of the form that is not the name of a field or of a picklist value. */
export const LABELS = {
  cancel,
  change,
  customer,
  filed,
  filedTitle,
  filedWithoutNumber,
  linksFailed,
  missingMethod,
  missingProvider,
  missingRequestType,
  optionsFailed,
  recalled,
  retryLinks,
  saveFailed,
  submit,
  submitting,
  title,
  withoutLinks,
};
