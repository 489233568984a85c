import { LightningElement, api, wire } from 'lwc';
import { getRelatedListRecords } from 'lightning/uiRelatedListApi';
import { LABELS } from './labels';
import { OPTIONAL_FIELDS, REQUIRED_FIELDS, SORT_BY, toRound } from './rounds';

/** The rounds of triage of a request that are decided, newest first, each with what was believed then. */
export default class DecisionLog extends LightningElement {
  /** The request. @type {string} */
  @api recordId;

  labels = LABELS;

  /** @type {WireResult<{ records: RecordRepresentation[] }> | undefined} */
  @wire(getRelatedListRecords, {
    parentRecordId: '$recordId',
    relatedListId: 'Triage_Reviews__r',
    fields: REQUIRED_FIELDS,
    optionalFields: OPTIONAL_FIELDS,
    sortBy: SORT_BY,
  })
  reviews;

  /** Nothing for those who may not read reviews. */
  get isShown() {
    return this.rounds.length > 0;
  }

  get rounds() {
    return (this.reviews?.data?.records ?? []).flatMap((record) => toRound(record));
  }
}
