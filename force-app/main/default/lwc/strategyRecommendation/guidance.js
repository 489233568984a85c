import { formatLabel } from 'c/formatLabel';
import answer from '@salesforce/label/c.Groundwork_Answer_Guidance';
import channel from '@salesforce/label/c.Groundwork_Channel_Name';
import cloud from '@salesforce/label/c.Groundwork_Cloud_Guidance';
import cloudMigration from '@salesforce/label/c.Groundwork_Cloud_Migration_Guidance';
import facts from '@salesforce/label/c.Groundwork_Facts_Guidance';
import jointlyManaged from '@salesforce/label/c.Groundwork_Jointly_Managed_Guidance';
import oneClick from '@salesforce/label/c.Groundwork_One_Click_Guidance';

/** What each recommended action means, in a sentence. @type {Record<string, string | undefined>} */
export const GUIDANCE = {
  Ask_Channel: formatLabel(answer, channel),
  Managed_Instance_And_Request: cloudMigration,
  Managed_Instance_Request: cloud,
  Create_Environment: oneClick,
  File_Request: jointlyManaged,
  Answer_Cloud_Questions: facts,
  Complete_Facts: facts,
};
