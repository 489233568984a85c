import cancel from '@salesforce/label/c.Groundwork_Cancel';
import now from '@salesforce/label/c.Groundwork_Now_In_Salesforce';
import optionsFailed from '@salesforce/label/c.Groundwork_Options_Failed';
import save from '@salesforce/label/c.Groundwork_Save';
import saveFailed from '@salesforce/label/c.Groundwork_Not_Saved';
import saveMine from '@salesforce/label/c.Groundwork_Save_Mine';
import saving from '@salesforce/label/c.Groundwork_Saving';
import stale from '@salesforce/label/c.Groundwork_Saved_In_Between';
import staleBy from '@salesforce/label/c.Groundwork_Saved_In_Between_By';
import staleElsewhere from '@salesforce/label/c.Groundwork_Saved_In_Between_Elsewhere';
import takeTheirs from '@salesforce/label/c.Groundwork_Take_Theirs';

/** Every word of the form that is not the name of a field. */
export const LABELS = {
  cancel,
  now,
  optionsFailed,
  save,
  saveFailed,
  saveMine,
  saving,
  stale,
  staleBy,
  staleElsewhere,
  takeTheirs,
};
