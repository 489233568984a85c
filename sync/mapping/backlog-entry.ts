import { toDelivery, type Delivery } from './delivery.ts';
import type { ImplementationRequest, Labels } from '../salesforce/index.ts';

/** The value of a picklist and what people call it. */
export interface Choice {
  value: string;
  label: string;
}

export interface EntryLink {
  title: string;
  url: string | null;
}

export interface EntryReview {
  id: string;
  complexity: number | null;
  sizeOverride: number | null;
  sizeOverrideReason: string | null;
  risk: number | null;
  aptitude: number | null;
  context: number | null;
  bandwidth: number | null;
}

/** One request as all mirrors see it: the single thing from which rows, traits and messages are made. */
export interface BacklogEntry {
  /** Salesforce Id, 18 characters. */
  id: string;
  /** `IR-00012` */
  number: string;
  url: string;
  createdAt: string;
  status: Choice | null;
  requestType: Choice | null;
  strategy: Choice | null;
  method: Choice | null;
  provider: Choice | null;
  priority: Choice | null;
  rank: number | null;
  nextSteps: string | null;
  triageNotes: string | null;
  additionalInformation: string | null;
  accountId: string | null;
  accountName: string | null;
  vitallyAccountId: string | null;
  opportunityName: string | null;
  stage: string | null;
  /** `2027-03-31` */
  closeDate: string | null;
  annualRecurringRevenue: number | null;
  accountExecutive: string | null;
  customerEngineer: string | null;
  links: EntryLink[];
  delivery: Delivery;
  priorityReason: string | null;
  opportunityUrl: string | null;
  migration: string | null;
  initialUsers: number | null;
  fullUsers: number | null;
  repositories: number | null;
  sizeTier: string | null;
  addressableMarket: number | null;
  fiscalYear: string | null;
  score: number | null;
  /** Inputs to the score, on the review that is current; null without one. */
  review: EntryReview | null;
  effort: number | null;
  decision: Choice | null;
  decisionReason: Choice | null;
  nextStepOwner: string | null;
  nextStepDue: string | null;
  requester: string | null;
  engineer: string | null;
  projectManager: string | null;
  advisor: string | null;
  requiredGoLive: string | null;
  targetStart: string | null;
  targetCompletion: string | null;
  /** `5/8` */
  requirements: string | null;
  design: string | null;
  discovery: string | null;
  advisorDue: string | null;
  documents: string | null;
  ageDays: number | null;
  /** What Implementation Engineering wants to know before it goes on. */
  question: string | null;
  /** E-mail addresses of those who are called by name elsewhere. */
  emails: ImplementationRequest['emails'];
}

/** The entry of a request. `instanceUrl` is the org's address, for the link to the record. */
export function toBacklogEntry(request: ImplementationRequest, labels: Labels, instanceUrl: string): BacklogEntry {
  const choice = (field: string, value: string | null): Choice | null =>
    value === null ? null : { value, label: labels.toLabel(field, value) ?? value };
  return {
    id: request.id,
    number: request.number,
    url: `${instanceUrl}/lightning/r/Implementation_Request__c/${request.id}/view`,
    createdAt: request.createdAt,
    status: choice('Status__c', request.status),
    requestType: choice('Request_Type__c', request.requestType),
    strategy: choice('Strategy__c', request.strategy),
    method: choice('Deployment_Method__c', request.method),
    provider: choice('Hosting_Provider__c', request.provider),
    priority: choice('Priority__c', request.priority),
    rank: request.rank,
    nextSteps: request.nextSteps,
    triageNotes: request.triageNotes,
    additionalInformation: request.additionalInformation,
    accountId: request.accountId,
    accountName: request.accountName,
    vitallyAccountId: request.vitallyAccountId,
    opportunityName: request.opportunityName,
    stage: request.stage,
    closeDate: request.closeDate,
    annualRecurringRevenue: request.annualRecurringRevenue,
    accountExecutive: request.accountExecutive,
    customerEngineer: request.customerEngineer,
    links: request.links.map(({ title, type, url }) => ({
      title: title ?? type?.replaceAll('_', ' ') ?? 'Link',
      url,
    })),
    delivery: toDelivery(request, labels),
    priorityReason: request.priorityReason,
    opportunityUrl:
      request.opportunityId === null ? null : `${instanceUrl}/lightning/r/Opportunity/${request.opportunityId}/view`,
    migration: request.migration,
    initialUsers: request.initialUsers,
    fullUsers: request.fullUsers,
    repositories: request.repositories,
    sizeTier: request.sizeTier,
    addressableMarket: request.addressableMarket,
    fiscalYear: request.fiscalYear,
    score: request.score,
    review: request.review,
    effort: request.effort,
    decision: choice('Decision__c', request.decision),
    decisionReason: choice('Decision_Reason__c', request.decisionReason),
    nextStepOwner: request.nextStepOwner,
    nextStepDue: request.nextStepDue,
    requester: request.requester,
    engineer: request.engineer,
    projectManager: request.projectManager,
    advisor: request.advisor,
    requiredGoLive: request.requiredGoLive,
    targetStart: request.targetStart,
    targetCompletion: request.targetCompletion,
    requirements: request.requirements,
    design: request.design,
    discovery: request.discovery,
    advisorDue: request.advisorDue,
    documents: request.documents,
    ageDays: request.ageDays,
    question: request.question,
    emails: request.emails,
  };
}
