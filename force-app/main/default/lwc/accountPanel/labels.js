import activated from '@salesforce/label/c.Groundwork_Plan_Activated';
import add from '@salesforce/label/c.Groundwork_New_Account_Request';
import earlier from '@salesforce/label/c.Groundwork_Requests_Earlier';
import loadFailed from '@salesforce/label/c.Groundwork_Account_Not_Loaded';
import noAdvisor from '@salesforce/label/c.Groundwork_No_Advisor';
import none from '@salesforce/label/c.Groundwork_No_Account_Request';
import open from '@salesforce/label/c.Groundwork_Requests_Open';
import planned from '@salesforce/label/c.Groundwork_Requests_Planned';
import title from '@salesforce/label/c.Groundwork_Account_Title';

/** Every word of the customer's panel that is not the name of a field. */
export const LABELS = { activated, add, earlier, loadFailed, noAdvisor, none, open, planned, title };
