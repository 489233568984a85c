import { formatLabel } from 'c/formatLabel';
import { isTicked, number, shown, text } from 'c/recordValues';
import { REQUEST } from 'c/accountRequestFields';
import overdueLabel from '@salesforce/label/c.Groundwork_Update_Overdue';
import overdueFirstLabel from '@salesforce/label/c.Groundwork_First_Update_Overdue';
import percentLabel from '@salesforce/label/c.Groundwork_Percent_Complete';
import positionLabel from '@salesforce/label/c.Groundwork_Rank';

/** Statuses in which there is a deployment to follow. */
const DEPLOYMENTS = ['Selected', 'In_Deployment', 'Deployment_Complete', 'Closed_Handed_Off'];

/** What is said of each request when it is known. */
const FACTS = [
  REQUEST.strategy,
  REQUEST.opportunity,
  REQUEST.deploymentMethod,
  REQUEST.hostingProvider,
  REQUEST.implementationEngineer,
  REQUEST.projectManager,
  REQUEST.targetStart,
  REQUEST.targetCompletion,
  REQUEST.actualCompletion,
  REQUEST.readiness,
  REQUEST.instanceUrl,
];
const DATES = [REQUEST.targetStart, REQUEST.targetCompletion, REQUEST.actualCompletion];

/**
 * @param {RecordRepresentation} request
 * @param {ObjectInfo} objectInfo
 */
export function toRequestView(request, objectInfo) {
  const status = text(request, REQUEST.status) ?? '';
  const position = text(request, REQUEST.backlogPosition);
  const percent = number(request, REQUEST.percentComplete);
  return {
    number: text(request, REQUEST.name) ?? request.id,
    type: shown(request, REQUEST.requestType),
    status: shown(request, REQUEST.status),
    priority: shown(request, REQUEST.priority),
    position: position === null ? null : formatLabel(positionLabel, position),
    health: text(request, REQUEST.health),
    healthLabel: shown(request, REQUEST.health) ?? '',
    percent: percent === null ? null : formatLabel(percentLabel, percent),
    overdue: overdueOf(request),
    isPlanned: status === 'Planned_Post_Live',
    isDeployment: DEPLOYMENTS.includes(status),
    facts: FACTS.flatMap((field) => toFact(request, field, objectInfo)),
  };
}

/** @param {RecordRepresentation} request */
function overdueOf(request) {
  if (!isTicked(request, REQUEST.updateOverdue)) {
    return '';
  }
  const days = number(request, REQUEST.daysSinceUpdate);
  return days === null ? overdueFirstLabel : formatLabel(overdueLabel, days);
}

/**
 * @param {RecordRepresentation} request
 * @param {FieldId} field
 * @param {ObjectInfo} objectInfo
 */
function toFact(request, field, objectInfo) {
  const words = shown(request, field);
  // The name behind a lookup goes by the label of the lookup.
  const own = field.fieldApiName.replace(/__r\..*$/, '__c');
  const label = objectInfo.fields[own]?.label;
  if (words === null || label === undefined) {
    return [];
  }
  const isDate = DATES.includes(field);
  const isUrl = field === REQUEST.instanceUrl;
  return [
    {
      name: own,
      label,
      date: isDate ? text(request, field) : null,
      url: isUrl ? words : null,
      words: isDate || isUrl ? null : words,
    },
  ];
}
