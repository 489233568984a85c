import { LABELS } from './labels';

/** @typedef {import('c/recordActions').Action} Action */

/**
 * What a person can do about a leadership review.
 *
 * @param {object} page
 * @param {RecordRepresentation} page.request
 * @param {RecordRepresentation | null} page.review
 * @param {{ request: ObjectInfo | undefined, review: ObjectInfo | undefined }} page.infos
 * @param {string} page.userId
 * @param {{ decide: boolean, triage: boolean }} page.permissions
 * @returns {Action[]}
 */
export function actionsOf({ request, review, infos, userId, permissions }) {
  if (review === null) {
    return [];
  }
  const status = String(request.fields.Status__c?.value);
  const isAsked = review.fields.Leadership_Review__c?.value === 'Requested';
  const isOpen = review.fields.Open__c?.value === true;
  const mayName = infos.review?.fields.Leadership_Reviewer__c?.updateable === true;
  const isReviewer = isAsked && review.fields.Leadership_Reviewer__c?.value === userId;
  const mayAnswer = infos.review?.fields.Leadership_Comment__c?.updateable === true;
  const actions = [];
  if (isReviewer && mayAnswer) {
    actions.push(answer('approve', 'Approved'), answer('decline', 'Declined'));
  }
  if (status === 'In_Triage' && isOpen && !isAsked && mayName) {
    actions.push(ask());
  } else if (['In_Triage', 'Qualified'].includes(status) && !isAsked && permissions.triage) {
    actions.push(send());
  }
  if (isAsked && mayName) {
    actions.push(name());
  }
  if (mayAppeal(request, review, infos.review, { userId, permissions })) {
    actions.push(appeal());
  }
  return actions;
}

/**
 * Requester, AE and CE may appeal a disqualification once.
 *
 * @param {RecordRepresentation} request
 * @param {RecordRepresentation} review
 * @param {ObjectInfo | undefined} info
 * @param {{ userId: string, permissions: { decide: boolean } }} user
 */
function mayAppeal(request, review, info, { userId, permissions }) {
  const isParty = ['Account_Executive__c', 'Customer_Engineer__c', 'Requester__c'].some(
    (field) => request.fields[field]?.value === userId,
  );
  return (
    request.fields.Status__c?.value === 'Disqualified' &&
    review.fields.Appeal__c?.value === false &&
    info?.fields.Appeal__c?.updateable === true &&
    (isParty || permissions.decide)
  );
}

/** @returns {Action} */
function ask() {
  return {
    name: 'ask',
    label: LABELS.ask,
    variant: 'neutral',
    on: 'review',
    questions: [{ name: 'Leadership_Reviewer__c', required: true }, { name: 'Leadership_Due__c' }],
    fixed: { Leadership_Review__c: 'Requested' },
    consequence: LABELS.afterAsk,
    saved: LABELS.asked,
  };
}

/** For those who may not name the reviewer, and from where a new round begins. @returns {Action} */
function send() {
  return {
    name: 'send',
    label: LABELS.ask,
    variant: 'neutral',
    on: 'request',
    questions: [],
    fixed: { Status__c: 'Leadership_Review' },
    consequence: LABELS.afterSend,
    saved: LABELS.asked,
  };
}

/** @returns {Action} */
function name() {
  return {
    name: 'name',
    label: LABELS.name,
    variant: 'neutral',
    on: 'review',
    questions: [{ name: 'Leadership_Reviewer__c', required: true }, { name: 'Leadership_Due__c' }],
    fixed: {},
    consequence: LABELS.afterName,
    saved: LABELS.named,
  };
}

/**
 * @param {'approve' | 'decline'} action
 * @param {string} outcome
 * @returns {Action}
 */
function answer(action, outcome) {
  return {
    name: action,
    label: action === 'approve' ? LABELS.approve : LABELS.decline,
    variant: action === 'approve' ? 'brand' : 'neutral',
    on: 'review',
    questions: [{ name: 'Leadership_Comment__c' }],
    fixed: { Leadership_Review__c: outcome },
    consequence: action === 'approve' ? LABELS.afterApprove : LABELS.afterDecline,
    saved: LABELS.answered,
  };
}

/** @returns {Action} */
function appeal() {
  return {
    name: 'appeal',
    label: LABELS.appeal,
    variant: 'neutral',
    on: 'review',
    questions: [{ name: 'Appeal_Reason__c' }],
    fixed: { Appeal__c: true },
    consequence: LABELS.afterAppeal,
    saved: LABELS.appealed,
  };
}
