import { ITEM } from 'c/handoffFields';
import { isTicked, number, shown, text } from 'c/recordValues';

/** Badge of a state; others are neutral. @type {Record<string, string | undefined>} */
const TONES = { Accepted: 'slds-theme_success', Done: 'slds-theme_success', Returned: 'slds-theme_warning' };

/**
 * What a row says about an item; null where there is nothing to say.
 *
 * @param {RecordRepresentation} item
 */
export function toItemView(item) {
  const state = text(item, ITEM.state) ?? '';
  const isOwed = !isTicked(item, ITEM.settled);
  return {
    name: shown(item, ITEM.name) ?? item.id,
    state: shown(item, ITEM.state) ?? '',
    stateClass: `slds-badge ${TONES[state] ?? 'slds-badge_lightest'}`,
    isOwed,
    isBlocking: isOwed && isTicked(item, ITEM.blocking),
    person: shown(item, ITEM.assignedTo),
    role: shown(item, ITEM.ownerRole),
    isMine: isOwed && isTicked(item, ITEM.isMine),
    dueOn: text(item, ITEM.dueOn),
    daysToDue: number(item, ITEM.daysToDue),
    blockedBecause: isOwed ? text(item, ITEM.blockedBecause) : null,
    evidence: text(item, ITEM.evidence),
    section: isTicked(item, ITEM.coveredInDesign) ? text(item, ITEM.designSection) : null,
    comment: text(item, ITEM.comment),
    returnComment: state === 'Returned' ? text(item, ITEM.returnComment) : null,
    doneBy: shown(item, ITEM.doneBy),
    doneOn: text(item, ITEM.doneOn),
    acceptedBy: shown(item, ITEM.acceptedBy),
    acceptedOn: text(item, ITEM.acceptedOn),
    waivedBy: state === 'Waived' ? shown(item, ITEM.waivedBy) : null,
    waiverReason: state === 'Waived' ? text(item, ITEM.waiverReason) : null,
    hasAreas: isTicked(item, ITEM.needsAcceptance),
  };
}
