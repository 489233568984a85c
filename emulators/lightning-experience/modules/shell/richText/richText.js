import { api, LightningElement } from 'lwc';

export default class RichText extends LightningElement {
  @api item;
  @api recordId;
  @api objectApiName;
  @api scope;

  get text() {
    return this.item.properties.richTextValue;
  }
}
