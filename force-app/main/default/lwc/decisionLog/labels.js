import arr from '@salesforce/label/c.Groundwork_Log_ARR';
import comment from '@salesforce/label/c.Groundwork_Log_Leadership';
import fact from '@salesforce/label/c.Groundwork_Log_Fact';
import fiscalYear from '@salesforce/label/c.Groundwork_Log_Fiscal_Year';
import loadFailed from '@salesforce/label/c.Groundwork_Load_Failed';
import priority from '@salesforce/label/c.Groundwork_Priority';
import rank from '@salesforce/label/c.Groundwork_Log_Rank';
import round from '@salesforce/label/c.Groundwork_Log_Round';
import score from '@salesforce/label/c.Groundwork_Score_Of_Request';
import title from '@salesforce/label/c.Groundwork_Log_Title';

/** Every word of the log that is not the name of a field. */
export const LABELS = { arr, comment, fact, fiscalYear, loadFailed, priority, rank, round, score, title };
