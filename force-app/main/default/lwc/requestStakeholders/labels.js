import add from '@salesforce/label/c.Groundwork_Add_Stakeholder';
import customer from '@salesforce/label/c.Groundwork_Side_Customer';
import loadFailed from '@salesforce/label/c.Groundwork_Stakeholders_Not_Loaded';
import none from '@salesforce/label/c.Groundwork_No_Stakeholder';
import ours from '@salesforce/label/c.Groundwork_Side_Internal';
import title from '@salesforce/label/c.Groundwork_Stakeholders_Title';

/** Every word of stakeholders that is not the name of a field. */
export const LABELS = { add, customer, loadFailed, none, ours, title };
