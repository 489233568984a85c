import loadFailed from '@salesforce/label/c.Groundwork_Updates_Not_Loaded';
import none from '@salesforce/label/c.Groundwork_No_Update';
import overdue from '@salesforce/label/c.Groundwork_Update_Overdue';
import overdueFirst from '@salesforce/label/c.Groundwork_First_Update_Overdue';
import save from '@salesforce/label/c.Groundwork_Post_Update';
import saved from '@salesforce/label/c.Groundwork_Update_Posted';
import title from '@salesforce/label/c.Groundwork_Updates_Title';
import add from '@salesforce/label/c.Groundwork_Write_Update';

/** Every word of status updates that is not the name of a field. */
export const LABELS = { add, loadFailed, none, overdue, overdueFirst, save, saved, title };
