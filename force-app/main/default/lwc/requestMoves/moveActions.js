import CURRENT_REVIEW from '@salesforce/schema/Implementation_Request__c.Current_Review__c';
import STATUS from '@salesforce/schema/Implementation_Request__c.Status__c';
import { labelOf } from 'c/questions';
import { movesOf } from './moves';

/**
 * Ways on from where a request stands, as c-record-actions offers them; none to those who may not change the status at all.
 * The first stands out unless it ends the request.
 *
 * @param {RecordRepresentation} request
 * @param {object} context
 * @param {ObjectInfo | undefined} context.info
 * @param {PicklistValuesByRecordType | undefined} context.picklists
 * @param {import('./transitions').Rights} context.rights
 * @param {readonly import('./moves').Move['kind'][]} context.kinds which moves are meant
 * @param {string} [context.saved] what the toast says after each
 * @returns {import('c/recordActions').Action[]}
 */
export function moveActions(request, { info, picklists, rights, kinds, saved = '' }) {
  if (info?.fields[STATUS.fieldApiName]?.updateable !== true) {
    return [];
  }
  return movesOf(request, rights, (status) => labelOf(picklists, STATUS.fieldApiName, status))
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ to, label, questions, consequence, kind }, index) => ({
      name: to,
      label,
      variant: index === 0 && kind !== 'ending' ? 'brand' : 'neutral',
      on: 'request',
      questions,
      fixed: { [STATUS.fieldApiName]: to },
      consequence,
      saved,
    }));
}

/**
 * A request as the subject of its moves. A flow changes the round of triage in force with the status.
 *
 * @param {RecordRepresentation} request
 * @param {ObjectInfo | undefined} info
 * @returns {Record<string, import('c/recordActions').Subject>}
 */
export function moveSubjects(request, info) {
  const review = request.fields[CURRENT_REVIEW.fieldApiName]?.value;
  return { request: { record: request, info, affects: review ? [String(review)] : [] } };
}
