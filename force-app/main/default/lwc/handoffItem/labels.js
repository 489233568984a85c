import accepted from '@salesforce/label/c.Groundwork_Accepted_By';
import acceptance from '@salesforce/label/c.Groundwork_Acceptance';
import blocking from '@salesforce/label/c.Groundwork_Blocking';
import comment from '@salesforce/label/c.Groundwork_Comment';
import coveredInDesign from '@salesforce/label/c.Groundwork_Covered_In_Design';
import done from '@salesforce/label/c.Groundwork_Done_By';
import nobody from '@salesforce/label/c.Groundwork_Nobody_Yet';
import nobodyYet from '@salesforce/label/c.Groundwork_Role_Nobody_Yet';
import nothing from '@salesforce/label/c.Groundwork_Item_Of_Others';
import personAndRole from '@salesforce/label/c.Groundwork_Person_And_Role';
import returned from '@salesforce/label/c.Groundwork_Returned_Because';
import saved from '@salesforce/label/c.Groundwork_Saved';
import waived from '@salesforce/label/c.Groundwork_Waived_By';
import waiver from '@salesforce/label/c.Groundwork_Waiver';
import work from '@salesforce/label/c.Groundwork_Work_On_It';
import yours from '@salesforce/label/c.Groundwork_Yours_To_Do';

/** Every word of an item that is not the name of a field. */
export const LABELS = {
  accepted,
  blocking,
  comment,
  coveredInDesign,
  done,
  headings: { work, acceptance, waiver },
  nobody,
  nobodyYet,
  nothing,
  personAndRole,
  returned,
  saved,
  waived,
  yours,
};
