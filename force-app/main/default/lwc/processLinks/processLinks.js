import { LightningElement } from 'lwc';
import channelName from '@salesforce/label/c.Groundwork_Channel_Name';
import channelUrl from '@salesforce/label/c.Groundwork_Channel_Url';
import process from '@salesforce/label/c.Groundwork_Process_Link';
import processUrl from '@salesforce/label/c.Groundwork_Process_Url';
import title from '@salesforce/label/c.Groundwork_Process_Links';

/** Where the process is written down, and the channel for questions. Both are custom labels, so that an admin can change them. */
export default class ProcessLinks extends LightningElement {
  labels = { channelName, channelUrl, process, processUrl, title };
}
