import { AREAS, ITEM } from 'c/handoffFields';
import { isTicked, text } from 'c/recordValues';
import acceptLabel from '@salesforce/label/c.Groundwork_Accept';
import doneLabel from '@salesforce/label/c.Groundwork_Mark_Done';
import keepLabel from '@salesforce/label/c.Groundwork_Save_Progress';
import reopenLabel from '@salesforce/label/c.Groundwork_Reopen';
import returnLabel from '@salesforce/label/c.Groundwork_Return';
import waiveLabel from '@salesforce/label/c.Groundwork_Waive';

/**
 * Something that the user can do about an item.
 *
 * @typedef {object} Work
 * @property {'work' | 'acceptance' | 'waiver'} name
 * @property {import('c/questions').Question[]} questions
 * @property {import('c/recordEditor').Action[]} actions
 */

const OPEN = ['Not_Started', 'In_Progress', 'Returned'];
const HANDED_OVER = ['Done', 'Accepted', 'Returned'];

/** @param {string} value */
const toState = (value) => ({ [ITEM.state.fieldApiName]: value });

/** @param {FieldId} field */
const ask = ({ fieldApiName }) => ({ name: fieldApiName });

/**
 * What the user can do about an item, as the rules of the org have it. The org has the last word.
 *
 * @param {RecordRepresentation} item
 * @param {ObjectInfo} objectInfo
 * @param {import('c/handoffFields').ItemRights} rights
 * @returns {Work[]}
 */
export function worksOn(item, objectInfo, rights) {
  if (objectInfo.fields[ITEM.state.fieldApiName]?.updateable !== true) {
    return [];
  }
  return [...ownWork(item, rights), ...acceptance(item, rights), ...waiver(item, rights)];
}

/**
 * @param {RecordRepresentation} item
 * @param {import('c/handoffFields').ItemRights} rights
 * @returns {Work[]}
 */
function ownWork(item, rights) {
  const state = text(item, ITEM.state) ?? '';
  const isTheirs = isTicked(item, ITEM.isMine) || rights.roles.includes(text(item, ITEM.ownerRole) ?? '');
  if (state === 'Cancelled' || !(rights.all || isTheirs)) {
    return [];
  }
  if (!OPEN.includes(state)) {
    return [{ name: 'work', questions: [], actions: [reopen()] }];
  }
  const isRequirement = isTicked(item, ITEM.requirement);
  const areas = isTicked(item, ITEM.needsAcceptance) ? AREAS.map(({ complete }) => ask(complete)) : [];
  const questions = [ask(ITEM.evidence), ...(isRequirement ? inDesign() : []), ...areas, ask(ITEM.comment)];
  const done = { name: 'done', label: doneLabel, variant: 'brand', fields: toState('Done') };
  const progress = { name: 'progress', label: keepLabel, variant: 'neutral', fields: toState('In_Progress') };
  return [{ name: 'work', questions, actions: [done, progress] }];
}

function inDesign() {
  const isCovered = (/** @type {import('c/questions').Values} */ values) =>
    values[ITEM.coveredInDesign.fieldApiName] === true;
  return [ask(ITEM.coveredInDesign), { ...ask(ITEM.designSection), when: isCovered }];
}

function reopen() {
  return { name: 'reopen', label: reopenLabel, variant: 'neutral', fields: toState('In_Progress') };
}

/**
 * @param {RecordRepresentation} item
 * @param {import('c/handoffFields').ItemRights} rights
 * @returns {Work[]}
 */
function acceptance(item, rights) {
  const state = text(item, ITEM.state) ?? '';
  if (!rights.accept || !isTicked(item, ITEM.needsAcceptance) || !HANDED_OVER.includes(state)) {
    return [];
  }
  const questions = [...AREAS.map(({ accepted }) => ask(accepted)), ask(ITEM.returnComment)];
  const accept = { name: 'accept', label: acceptLabel, variant: 'brand', fields: toState('Accepted') };
  const back = { name: 'return', label: returnLabel, variant: 'neutral', fields: toState('Returned') };
  const actions = state === 'Accepted' ? [back] : [accept, back];
  return [{ name: 'acceptance', questions, actions }];
}

/**
 * @param {RecordRepresentation} item
 * @param {import('c/handoffFields').ItemRights} rights
 * @returns {Work[]}
 */
function waiver(item, rights) {
  if (!rights.waive || isTicked(item, ITEM.settled)) {
    return [];
  }
  const actions = [{ name: 'waive', label: waiveLabel, variant: 'neutral', fields: toState('Waived') }];
  return [{ name: 'waiver', questions: [{ ...ask(ITEM.waiverReason), required: true }], actions }];
}
