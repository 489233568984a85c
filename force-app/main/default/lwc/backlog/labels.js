import conflict from '@salesforce/label/c.Groundwork_Rank_Conflict';
import conflictBy from '@salesforce/label/c.Groundwork_Rank_Conflict_By';
import empty from '@salesforce/label/c.Groundwork_Backlog_Empty';
import leave from '@salesforce/label/c.Groundwork_Rank_Leave';
import line from '@salesforce/label/c.Groundwork_Cut_Line_Here';
import loadFailed from '@salesforce/label/c.Groundwork_Backlog_Not_Loaded';
import loading from '@salesforce/label/c.Groundwork_Loading';
import months from '@salesforce/label/c.Groundwork_Cut_Line_Months';
import monthDemand from '@salesforce/label/c.Groundwork_Cut_Line_Month';
import moveAnyway from '@salesforce/label/c.Groundwork_Rank_Anyway';
import moved from '@salesforce/label/c.Groundwork_Rank_Moved';
import noMatch from '@salesforce/label/c.Groundwork_Backlog_No_Match';
import notMoved from '@salesforce/label/c.Groundwork_Rank_Not_Moved';
import readOnly from '@salesforce/label/c.Groundwork_Backlog_Read_Only';
import shownOf from '@salesforce/label/c.Groundwork_Backlog_Shown';
import title from '@salesforce/label/c.Groundwork_Backlog_Title';
import truncated from '@salesforce/label/c.Groundwork_Backlog_Truncated';

/** Every word of the page that is not the name of a field. */
export const LABELS = {
  conflict,
  conflictBy,
  empty,
  leave,
  line,
  loadFailed,
  loading,
  monthDemand,
  months,
  moveAnyway,
  moved,
  noMatch,
  notMoved,
  readOnly,
  shownOf,
  title,
  truncated,
};
