import { z } from 'zod';
import { DELIVERY_SHAPE, LINK_SHAPE, toDeliveryRecord } from './delivery.ts';

const Named = z
  .object({ Name: z.string().nullable() })
  .nullable()
  .transform((person) => person?.Name ?? null);
/** Somebody with the address at which other tools know them. */
const Reachable = z.object({ Name: z.string().nullable(), Email: z.string().nullable() }).nullable();
const Picklist = z.string().nullable();
const LongText = z.string().nullable();

const RequestLink = z
  .object({
    Id: z.string(),
    IsDeleted: z.boolean(),
    Type__c: Picklist,
    Title__c: z.string().nullable(),
    Url__c: z.string().nullable(),
    ...LINK_SHAPE,
  })
  .transform((link) => ({
    id: link.Id,
    isDeleted: link.IsDeleted,
    type: link.Type__c,
    title: link.Title__c,
    url: link.Url__c,
    audience: link.Audience__c,
    isRequired: link.Required__c,
    isForVitally: link.Mirror_To_Vitally__c,
  }));
export type RequestLink = z.infer<typeof RequestLink>;

const Account = z.object({ Name: z.string().nullable(), Vitally_Account_Id__c: z.string().nullable() }).nullable();

const Opportunity = z
  .object({
    Name: z.string().nullable(),
    StageName: Picklist,
    CloseDate: z.string().nullable(),
    Annual_Recurring_Revenue__c: z.number().nullable(),
    Owner: Reachable,
    Customer_Engineer__r: Reachable,
  })
  .nullable();

/** Inputs of people to the score, on the review that is current. */
const Review = z
  .object({
    Id: z.string(),
    Complexity_Score__c: z.number().nullable(),
    Size_Override__c: z.number().nullable(),
    Size_Override_Reason__c: z.string().nullable(),
    Deployment_Risk__c: z.number().nullable(),
    Admin_Aptitude__c: z.number().nullable(),
    Strategic_Context__c: z.number().nullable(),
    Bandwidth_Score__c: z.number().nullable(),
  })
  .nullable()
  .transform(
    (review) =>
      review && {
        id: review.Id,
        complexity: review.Complexity_Score__c,
        sizeOverride: review.Size_Override__c,
        sizeOverrideReason: review.Size_Override_Reason__c,
        risk: review.Deployment_Risk__c,
        aptitude: review.Admin_Aptitude__c,
        context: review.Strategic_Context__c,
        bandwidth: review.Bandwidth_Score__c,
      },
  );

/** An implementation request with what its Account, Opportunity and links say: the fields that the mirrors use. */
export const ImplementationRequest = z
  .object({
    Id: z.string().length(18),
    Name: z.string(),
    IsDeleted: z.boolean(),
    SystemModstamp: z.string(),
    CreatedDate: z.string(),
    Request_Type__c: Picklist,
    Strategy__c: Picklist,
    Deployment_Method__c: Picklist,
    Hosting_Provider__c: Picklist,
    Additional_Information__c: LongText,
    Status__c: Picklist,
    Priority__c: Picklist,
    Backlog_Rank__c: z.number().nullable(),
    Next_Steps__c: LongText,
    Triage_Notes__c: LongText,
    Account__c: z.string().nullable(),
    Account__r: Account,
    Opportunity__r: Opportunity,
    Request_Links__r: z.object({ records: z.array(RequestLink) }).nullable(),
    ...DELIVERY_SHAPE,
    Opportunity__c: z.string().nullable(),
    Priority_Override_Reason__c: z.string().nullable(),
    Migration_Path__c: z.string().nullable(),
    Initial_Users__c: z.number().nullable(),
    Full_Users__c: z.number().nullable(),
    Size_Tier__c: z.string().nullable(),
    Addressable_Market__c: z.number().nullable(),
    Revenue_Fiscal_Year__c: z.string().nullable(),
    Score__c: z.number().nullable(),
    Current_Review__r: Review,
    Effort_Points__c: z.number().nullable(),
    Decision__c: Picklist,
    Decision_Reason__c: Picklist,
    Next_Step_Owner__r: Named,
    Next_Step_Due__c: z.string().nullable(),
    Requester__r: Named,
    Required_Go_Live__c: z.string().nullable(),
    Readiness_Text__c: z.string().nullable(),
    TDD_State__c: z.string().nullable(),
    Discovery_State__c: z.string().nullable(),
    Documents_In_Vitally__c: z.string().nullable(),
    Age_Days__c: z.number().nullable(),
    Backlog_Since__c: z.string().nullable(),
    Question__c: LongText,
  })
  .transform((record) => ({
    id: record.Id,
    number: record.Name,
    isDeleted: record.IsDeleted,
    /** When the record itself last changed, in the server's time, ISO 8601. */
    changedAt: toIso(record.SystemModstamp),
    createdAt: toIso(record.CreatedDate),
    requestType: record.Request_Type__c,
    strategy: record.Strategy__c,
    method: record.Deployment_Method__c,
    provider: record.Hosting_Provider__c,
    additionalInformation: record.Additional_Information__c,
    status: record.Status__c,
    priority: record.Priority__c,
    rank: record.Backlog_Rank__c,
    nextSteps: record.Next_Steps__c,
    triageNotes: record.Triage_Notes__c,
    accountId: record.Account__c,
    accountName: record.Account__r?.Name ?? null,
    vitallyAccountId: record.Account__r?.Vitally_Account_Id__c ?? null,
    opportunityName: record.Opportunity__r?.Name ?? null,
    stage: record.Opportunity__r?.StageName ?? null,
    closeDate: record.Opportunity__r?.CloseDate ?? null,
    annualRecurringRevenue: record.Opportunity__r?.Annual_Recurring_Revenue__c ?? null,
    accountExecutive: record.Opportunity__r?.Owner?.Name ?? null,
    customerEngineer: record.Opportunity__r?.Customer_Engineer__r?.Name ?? null,
    delivery: toDeliveryRecord(record),
    links: (record.Request_Links__r?.records ?? []).filter((link) => !link.isDeleted),
    opportunityId: record.Opportunity__c,
    priorityReason: record.Priority_Override_Reason__c,
    migration: record.Migration_Path__c,
    initialUsers: record.Initial_Users__c,
    fullUsers: record.Full_Users__c,
    repositories: record.Repositories__c,
    sizeTier: record.Size_Tier__c,
    addressableMarket: record.Addressable_Market__c,
    fiscalYear: record.Revenue_Fiscal_Year__c,
    score: record.Score__c,
    review: record.Current_Review__r,
    effort: record.Effort_Points__c,
    decision: record.Decision__c,
    decisionReason: record.Decision_Reason__c,
    nextStepOwner: record.Next_Step_Owner__r,
    nextStepDue: record.Next_Step_Due__c,
    requester: record.Requester__r,
    engineer: record.Implementation_Engineer__r?.Name ?? null,
    projectManager: record.Project_Manager__r?.Name ?? null,
    advisor: record.Technical_Advisor__r?.Name ?? null,
    requiredGoLive: record.Required_Go_Live__c,
    targetStart: record.Target_Start__c,
    targetCompletion: record.Target_Completion__c,
    requirements: record.Readiness_Text__c,
    design: record.TDD_State__c,
    discovery: record.Discovery_State__c,
    advisorDue: record.Advisor_Pull_In_Due__c,
    documents: record.Documents_In_Vitally__c,
    ageDays: record.Age_Days__c,
    backlogSince: record.Backlog_Since__c,
    question: record.Question__c,
    emails: {
      accountExecutive: record.Opportunity__r?.Owner?.Email ?? null,
      customerEngineer: record.Opportunity__r?.Customer_Engineer__r?.Email ?? null,
      engineer: record.Implementation_Engineer__r?.Email ?? null,
      projectManager: record.Project_Manager__r?.Email ?? null,
      advisor: record.Technical_Advisor__r?.Email ?? null,
    },
  }));
export type ImplementationRequest = z.infer<typeof ImplementationRequest>;

const REST_STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/;

/** `2026-11-22T01:02:03.000+0000`, as REST writes it, in the form that Date reads everywhere. */
function toIso(stamp: string): string {
  return REST_STAMP.test(stamp) ? `${stamp.slice(0, -5)}Z` : new Date(stamp).toISOString();
}

export const QueryPage = z.object({
  totalSize: z.number(),
  done: z.boolean(),
  nextRecordsUrl: z.string().optional(),
  /** Each to be parsed when its turn comes: a page of 2,000 is large enough once. */
  records: z.array(z.unknown()),
});
export type QueryPage = z.infer<typeof QueryPage>;

export const CompositeAnswer = z.object({
  compositeResponse: z.array(z.object({ body: z.unknown(), httpStatusCode: z.number(), referenceId: z.string() })),
});

export const ApiErrors = z.array(z.object({ errorCode: z.string(), message: z.string() })).min(1);

/** One of the active users whom somebody may have meant. */
export const Person = z.object({ Id: z.string(), Name: z.string(), Email: z.string().nullable() });
export type Person = z.infer<typeof Person>;

/** Ids that were deleted in a stretch of time, see the Replication API. */
export const DeletedIds = z.object({
  deletedRecords: z.array(z.object({ id: z.string() })),
  earliestDateAvailable: z.string(),
  latestDateCovered: z.string(),
});

export const SaveResults = z.array(
  z.object({
    success: z.boolean(),
    errors: z
      .array(z.object({ statusCode: z.string(), message: z.string(), fields: z.array(z.string()).default([]) }))
      .default([]),
  }),
);

export const Described = z.object({
  fields: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      type: z.string(),
      updateable: z.boolean(),
      length: z.number().default(0),
      precision: z.number().default(0),
      scale: z.number().default(0),
      picklistValues: z
        .array(z.object({ value: z.string(), label: z.string().nullable(), active: z.boolean() }))
        .default([]),
    }),
  ),
});
