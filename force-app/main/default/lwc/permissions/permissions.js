import administer from '@salesforce/customPermission/Groundwork_Import';
import decide from '@salesforce/customPermission/Groundwork_Decide';
import overrideRank from '@salesforce/customPermission/Groundwork_Override_Rank';
import postLive from '@salesforce/customPermission/Groundwork_Post_Live';
import review from '@salesforce/customPermission/Groundwork_Lead_Review';
import run from '@salesforce/customPermission/Groundwork_Run_Deployments';
import triage from '@salesforce/customPermission/Groundwork_Triage';

/**
 * What the user may do. Pages offer by it; the org itself refuses what is not allowed.
 *
 * @type {Record<'administer' | 'decide' | 'overrideRank' | 'postLive' | 'review' | 'run' | 'triage', boolean>}
 */
export const PERMISSIONS = {
  administer: Boolean(administer),
  decide: Boolean(decide),
  overrideRank: Boolean(overrideRank),
  postLive: Boolean(postLive),
  review: Boolean(review),
  run: Boolean(run),
  triage: Boolean(triage),
};
