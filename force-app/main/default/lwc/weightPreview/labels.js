import fromTo from '@salesforce/label/c.Groundwork_From_To';
import intro from '@salesforce/label/c.Groundwork_Preview_Intro';
import loadFailed from '@salesforce/label/c.Groundwork_Load_Failed';
import loading from '@salesforce/label/c.Groundwork_Loading';
import moves from '@salesforce/label/c.Groundwork_Preview_Moves';
import nobodyMoves from '@salesforce/label/c.Groundwork_Preview_Nobody_Moves';
import place from '@salesforce/label/c.Groundwork_Preview_Place';
import preview from '@salesforce/label/c.Groundwork_Preview';
import request from '@salesforce/label/c.Groundwork_Preview_Request';
import score from '@salesforce/label/c.Groundwork_Score_Of_Request';
import title from '@salesforce/label/c.Groundwork_Preview_Title';
import total from '@salesforce/label/c.Groundwork_Preview_Total';
import wrongTotal from '@salesforce/label/c.Groundwork_Preview_Wrong_Total';

/** Every word of the preview. */
export const LABELS = {
  fromTo,
  intro,
  loadFailed,
  loading,
  moves,
  nobodyMoves,
  place,
  preview,
  request,
  score,
  title,
  total,
  wrongTotal,
};
