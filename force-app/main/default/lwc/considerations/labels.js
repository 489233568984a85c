import bandwidth from '@salesforce/label/c.Groundwork_Consideration_Bandwidth';
import freePoints from '@salesforce/label/c.Groundwork_Free_Points';
import intangibles from '@salesforce/label/c.Groundwork_Consideration_Intangibles';
import revenue from '@salesforce/label/c.Groundwork_Consideration_Revenue';
import size from '@salesforce/label/c.Groundwork_Consideration_Size';
import value from '@salesforce/label/c.Groundwork_Consideration_Value';

export const LABELS = {
  freePoints,
  titles: { Revenue: revenue, Size: size, Value: value, Intangibles: intangibles, Bandwidth: bandwidth },
};
