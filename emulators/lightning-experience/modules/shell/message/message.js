import { api, LightningElement } from 'lwc';

/** A calm sentence where the content would be. */
export default class Message extends LightningElement {
  @api title;
  @api text;
}
