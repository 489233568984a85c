import loadFailed from '@salesforce/label/c.Groundwork_Load_Failed';
import loading from '@salesforce/label/c.Groundwork_Loading_Record';
import noAccess from '@salesforce/label/c.Groundwork_No_Access';

/** Every word of the component. */
export const LABELS = { loadFailed, loading, noAccess };
