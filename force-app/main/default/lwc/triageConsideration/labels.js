import afterTakeBack from '@salesforce/label/c.Groundwork_After_Take_Back_Override';
import missing from '@salesforce/label/c.Groundwork_Unknown_Missing';
import missingSomething from '@salesforce/label/c.Groundwork_Unknown_Something';
import ofFive from '@salesforce/label/c.Groundwork_Of_Five';
import overridden from '@salesforce/label/c.Groundwork_Overridden';
import override from '@salesforce/label/c.Groundwork_Override';
import overrideTitle from '@salesforce/label/c.Groundwork_Override_Title';
import points from '@salesforce/label/c.Groundwork_Points';
import score from '@salesforce/label/c.Groundwork_Score';
import scoreTitle from '@salesforce/label/c.Groundwork_Score_Title';
import somebody from '@salesforce/label/c.Groundwork_Somebody';
import takeBack from '@salesforce/label/c.Groundwork_Take_Back_Override';
import takeBackTitle from '@salesforce/label/c.Groundwork_Take_Back_Override_Title';
import unknown from '@salesforce/label/c.Groundwork_Unknown';

/** Every word of a consideration that is not the name of a field. */
export const LABELS = {
  afterTakeBack,
  missing,
  missingSomething,
  ofFive,
  overridden,
  override,
  overrideTitle,
  points,
  score,
  scoreTitle,
  somebody,
  takeBack,
  takeBackTitle,
  unknown,
};
