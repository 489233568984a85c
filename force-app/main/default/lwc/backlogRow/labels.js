import cancel from '@salesforce/label/c.Groundwork_Cancel';
import move from '@salesforce/label/c.Groundwork_Rank_Move';
import moveDown from '@salesforce/label/c.Groundwork_Rank_Down';
import moveTo from '@salesforce/label/c.Groundwork_Rank_To';
import moveUp from '@salesforce/label/c.Groundwork_Rank_Up';
import newRank from '@salesforce/label/c.Groundwork_Rank_New';
import rankOf from '@salesforce/label/c.Groundwork_Rank_Of';
import scoreChanged from '@salesforce/label/c.Groundwork_Score_Changed';

/** Every word of a row that is not the name of a field. */
export const LABELS = { cancel, move, moveDown, moveTo, moveUp, newRank, rankOf, scoreChanged };
