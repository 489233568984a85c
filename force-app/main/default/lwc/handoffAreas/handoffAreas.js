import { LightningElement, api } from 'lwc';
import { AREAS } from 'c/handoffFields';
import { isTicked } from 'c/recordValues';
import acceptedLabel from '@salesforce/label/c.Groundwork_Accepted_By_IE';
import confirmedLabel from '@salesforce/label/c.Groundwork_Confirmed_By_CE';
import infrastructureLabel from '@salesforce/label/c.Groundwork_Area_Infrastructure';
import noLabel from '@salesforce/label/c.Groundwork_Not_Yet';
import projectLabel from '@salesforce/label/c.Groundwork_Area_Project';
import technicalLabel from '@salesforce/label/c.Groundwork_Area_Technical';
import timelineLabel from '@salesforce/label/c.Groundwork_Area_Timeline';
import titleLabel from '@salesforce/label/c.Groundwork_Area';
import yesLabel from '@salesforce/label/c.Groundwork_Yes';

const NAMES = [technicalLabel, infrastructureLabel, projectLabel, timelineLabel];

/** The four areas of a document that is handed over, each confirmed by the CE and accepted by Implementation Engineering. */
export default class HandoffAreas extends LightningElement {
  /** @type {RecordRepresentation} */
  @api item;

  labels = { accepted: acceptedLabel, confirmed: confirmedLabel, title: titleLabel };

  get areas() {
    return AREAS.map(({ accepted, complete }, index) => ({
      key: complete.fieldApiName,
      name: NAMES[index],
      confirmed: isTicked(this.item, complete) ? yesLabel : noLabel,
      accepted: isTicked(this.item, accepted) ? yesLabel : noLabel,
    }));
  }
}
