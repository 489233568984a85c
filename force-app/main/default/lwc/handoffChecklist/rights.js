import ALL_ITEMS from '@salesforce/customPermission/Groundwork_All_Items';
import CE_ITEMS from '@salesforce/customPermission/Groundwork_CE_Items';
import IE_ITEMS from '@salesforce/customPermission/Groundwork_IE_Items';
import SUPPORT_ITEMS from '@salesforce/customPermission/Groundwork_Support_Items';
import TA_ITEMS from '@salesforce/customPermission/Groundwork_TA_Items';
import WAIVE from '@salesforce/customPermission/Groundwork_Waive';

/** What the user may do with items. @type {import('c/handoffFields').ItemRights} */
export const RIGHTS = {
  all: ALL_ITEMS === true,
  waive: WAIVE === true,
  accept: IE_ITEMS === true || WAIVE === true,
  roles: [
    ...(CE_ITEMS ? ['CE', 'Customer'] : []),
    ...(IE_ITEMS ? ['IE', 'Customer'] : []),
    ...(TA_ITEMS ? ['TA'] : []),
    ...(SUPPORT_ITEMS ? ['Support'] : []),
  ],
};
