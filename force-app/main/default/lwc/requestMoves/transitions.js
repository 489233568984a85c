/** Where each status leads, as the flow “Request: Before Save, Transition” has it. @type {Record<string, readonly string[]>} */
const NEXT = {
  Draft: ['Submitted', 'Planned_Post_Live', 'Withdrawn'],
  Planned_Post_Live: ['Submitted', 'Cancelled', 'Withdrawn'],
  Submitted: ['In_Triage', 'Withdrawn'],
  Needs_Info: ['In_Triage', 'Withdrawn'],
  In_Triage: ['Needs_Info', 'Leadership_Review', 'Qualified', 'Disqualified', 'Duplicate', 'Withdrawn'],
  Leadership_Review: ['Qualified', 'Disqualified', 'In_Triage', 'Withdrawn'],
  Qualified: ['Selected', 'Not_Selected', 'In_Triage', 'Leadership_Review', 'Withdrawn'],
  Selected: ['In_Deployment', 'Qualified', 'Withdrawn'],
  In_Deployment: ['Deployment_Complete', 'Cancelled'],
  Deployment_Complete: ['Closed_Handed_Off', 'In_Deployment'],
  Closed_Handed_Off: [],
};

/** Who makes a change that the lead does not make alone. @type {Record<string, Mover>} */
const MOVERS = {
  'Draft>Submitted': 'anyone',
  'Draft>Planned_Post_Live': 'anyone',
  'Planned_Post_Live>Submitted': 'advisor',
  'Planned_Post_Live>Cancelled': 'party',
  'Needs_Info>In_Triage': 'answer',
  'Leadership_Review>In_Triage': 'reviewer',
  'Submitted>In_Triage': 'engineer',
  'In_Triage>Needs_Info': 'engineer',
  'In_Triage>Leadership_Review': 'engineer',
  'Qualified>In_Triage': 'engineer',
  'Qualified>Leadership_Review': 'engineer',
  'Selected>In_Deployment': 'deployer',
  'In_Deployment>Deployment_Complete': 'deployer',
  'Deployment_Complete>Closed_Handed_Off': 'deployer',
  'Deployment_Complete>In_Deployment': 'deployer',
  'Withdrawn>Submitted': 'party',
};

/** @typedef {'anyone' | 'party' | 'answer' | 'advisor' | 'engineer' | 'reviewer' | 'deployer' | 'lead'} Mover */

/** Of the user: permissions, and whether they are the requester, the AE, the CE, the TA or the owner. @typedef {Record<'administer' | 'decide' | 'postLive' | 'review' | 'run' | 'triage' | 'isParty', boolean>} Rights */

/**
 * Where a person can bring a request from its status. The loss of the deal is not among it: that comes by itself.
 * What has ended is reopened as Submitted, or as what it was before.
 *
 * @param {string} from
 * @param {string | null} prior the status before that
 */
export function nextStatuses(from, prior) {
  const next = NEXT[from];
  return next ?? [...new Set(['Submitted', ...(prior ? [prior] : [])])];
}

/** Whether a request of this status has ended. @param {string} status */
export function hasEnded(status) {
  return !(status in NEXT) || status === 'Closed_Handed_Off';
}

/**
 * Who makes a change of status; the IE lead may make them all.
 *
 * @param {string} from
 * @param {string} to
 * @returns {Mover}
 */
export function moverOf(from, to) {
  return to === 'Withdrawn' ? 'party' : (MOVERS[`${from}>${to}`] ?? 'lead');
}

/**
 * Whether the user may make the change.
 *
 * @param {string} from
 * @param {string} to
 * @param {Rights} rights
 */
export function mayMove(from, to, rights) {
  const allowed = {
    anyone: true,
    party: rights.isParty || rights.administer,
    answer: rights.isParty || rights.triage,
    advisor: rights.postLive,
    engineer: rights.triage,
    reviewer: rights.triage || rights.review,
    deployer: rights.run,
    lead: false,
  };
  return rights.decide || allowed[moverOf(from, to)];
}
