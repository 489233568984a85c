import { formatLabel } from 'c/formatLabel';
import answer from '@salesforce/label/c.Groundwork_Answer_Guidance';
import channel from '@salesforce/label/c.Groundwork_Channel_Name';
import done from '@salesforce/label/c.Groundwork_Done';
import optionsFailed from '@salesforce/label/c.Groundwork_Options_Failed';
import saveFailed from '@salesforce/label/c.Groundwork_Assessment_Not_Saved';
import saved from '@salesforce/label/c.Groundwork_Saved';
import saving from '@salesforce/label/c.Groundwork_Saving';
import title from '@salesforce/label/c.Groundwork_Assessment_Title';

/** Every word of the questions that is not the name of a field or of a picklist value. */
export const LABELS = { answer: formatLabel(answer, channel), done, optionsFailed, saveFailed, saved, saving, title };
