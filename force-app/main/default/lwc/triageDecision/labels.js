import decidedOn from '@salesforce/label/c.Groundwork_Decided_On';
import informedOn from '@salesforce/label/c.Groundwork_Informed_On';
import saved from '@salesforce/label/c.Groundwork_Decision_Saved';
import title from '@salesforce/label/c.Groundwork_Decision_Title';
import undecided from '@salesforce/label/c.Groundwork_Undecided';

/** Every word of the decision that is not the name of a field. */
export const LABELS = { decidedOn, informedOn, saved, title, undecided };
