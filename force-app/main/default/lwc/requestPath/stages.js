import { hasEnded } from 'c/requestMoves';

/** The way of a request from filing to handoff. */
const WAY = [
  'Submitted',
  'In_Triage',
  'Qualified',
  'Selected',
  'In_Deployment',
  'Deployment_Complete',
  'Closed_Handed_Off',
];

/** Before the way begins. */
const BEFORE = ['Draft', 'Planned_Post_Live'];

/** Statuses that are a detour from a stage of the way. @type {Record<string, string | undefined>} */
const DETOURS = { Needs_Info: 'In_Triage', Leadership_Review: 'In_Triage' };

/**
 * The stages of a request: done, current and to come. What was given up ends where it was.
 *
 * @param {RecordRepresentation} request with Status__c and Prior_Status__c
 * @param {(status: string) => string} nameOf a status as people read it
 */
export function stagesOf(request, nameOf) {
  const status = String(request.fields.Status__c?.value);
  const prior = String(request.fields.Prior_Status__c?.value ?? 'Submitted');
  if (hasEnded(status) && status !== 'Closed_Handed_Off') {
    const reached = WAY.indexOf(DETOURS[prior] ?? prior);
    return [
      ...WAY.slice(0, reached + 1).map((stage) => toStage(stage, nameOf(stage), 'complete')),
      toStage(status, nameOf(status), 'lost'),
    ];
  }
  const current = DETOURS[status] ?? status;
  const way = BEFORE.includes(status) ? [status, ...WAY] : WAY;
  const place = way.indexOf(current);
  return way.map((stage, index) => {
    if (index === place) {
      return toStage(stage, nameOf(status), status === 'Closed_Handed_Off' ? 'won' : 'current');
    }
    return toStage(stage, nameOf(stage), index < place ? 'complete' : 'incomplete');
  });
}

/**
 * @param {string} value
 * @param {string} label
 * @param {'complete' | 'current' | 'incomplete' | 'lost' | 'won'} state
 */
function toStage(value, label, state) {
  const isHere = state === 'current' || state === 'lost' || state === 'won';
  return {
    value,
    label,
    className: `stage stage_${state}`,
    current: isHere ? 'step' : null,
    isDone: state === 'complete' || state === 'won',
  };
}
